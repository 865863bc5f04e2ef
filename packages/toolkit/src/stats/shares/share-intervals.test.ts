import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBinomial } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { agrestiCoullInterval } from "./agresti-coull-interval.ts";
import { clopperPearsonInterval } from "./clopper-pearson-interval.ts";
import { jeffreysInterval } from "./jeffreys-interval.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import { shareEstimate } from "./share-estimate.ts";
import { wilsonCorrectedInterval } from "./wilson-corrected-interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

// Newcombe (1998), Statistics in Medicine 17, 857–872, Table I: method 5 (Clopper–Pearson), method 4 (score, corrected).
const published = [
  { count: 81, total: 263, exact: [0.2527, 0.3676], corrected: [0.2535, 0.3682] },
  { count: 15, total: 148, exact: [0.0578, 0.1617], corrected: [0.0598, 0.1644] },
  { count: 0, total: 20, exact: [0, 0.1684], corrected: [0, 0.2005] },
  { count: 1, total: 29, exact: [0.0009, 0.1776], corrected: [0.0018, 0.1963] },
];

for (const { count, total, exact, corrected } of published)
  test(`the exact and the corrected interval agree with Newcombe for ${count} of ${total}`, () => {
    const { low, high } = clopperPearsonInterval(count, total);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(exact.map((limit) => limit.toFixed(4)));
    const score = wilsonCorrectedInterval(count, total);
    expect([score.low.toFixed(4), score.high.toFixed(4)]).toEqual(corrected.map((limit) => limit.toFixed(4)));
  });

test("the correction is half a count at one half too, unless R's way is asked for", () => {
  expect(wilsonCorrectedInterval(5, 10).low).toBeLessThan(wilsonInterval(5, 10).low - 0.01);
  expect(wilsonCorrectedInterval(5, 10, { testedShare: 0.5 }).low).toBeCloseTo(wilsonInterval(5, 10).low, 12);
});

const counts = fc
  .tuple(fc.integer({ min: 1, max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, part]) => ({ total, count: Math.floor(part * total) }));

for (const interval of [clopperPearsonInterval, jeffreysInterval, agrestiCoullInterval, wilsonCorrectedInterval])
  test(`${interval.name} holds the share, mirrors and widens with the level`, () =>
    fc.assert(
      fc.property(counts, ({ count, total }) => {
        const { low, high } = interval(count, total);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(count / total + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / total - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
        expect(interval(total - count, total).low).toBeCloseTo(1 - high, 9);
        expect(interval(count, total, { level: 0.99 }).high).toBeGreaterThanOrEqual(high);
      }),
    ));

test("what allows no share is a refusal; what no caller should pass throws", () => {
  expect(shareEstimate(12, 11)).toEqual({ reason: "count_exceeds_total", detail: "12 of 11" });
  expect(shareEstimate(0, 0)).toEqual({ reason: "no_exposure" });
  expect(proportionRefusal({ count: -1, total: 4 })).toEqual({ reason: "negative_input" });
  expect(proportionRefusal({ count: 1, total: 4 })).toBeUndefined();
  expect(() => shareEstimate(Number.NaN, 4)).toThrow(RangeError);
  expect(() => shareEstimate(1, 4, { level: 1 })).toThrow("invalid level; must be between 0 and 1: 1");
  expect(() => clopperPearsonInterval(5, 4)).toThrow("invalid count; not in [0, 4]: 5");
});

// Within Monte-Carlo error: three standard errors of 4,000 draws. The exact interval may only be above.
test("over 4,000 seeded draws the intervals cover as often as they say", () => {
  const random = seededRandom(20240501);
  const [draws, trials, chance] = [4000, 400, 0.3];
  const covered = { wilson: 0, jeffreys: 0, agrestiCoull: 0, exact: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const count = randomBinomial({ trials, chance }, random);
    const holds = ({ low, high }: { low: number; high: number }): number => (low <= chance && chance <= high ? 1 : 0);
    covered.wilson += holds(wilsonInterval(count, trials));
    covered.jeffreys += holds(jeffreysInterval(count, trials));
    covered.agrestiCoull += holds(agrestiCoullInterval(count, trials));
    covered.exact += holds(clopperPearsonInterval(count, trials));
  }
  const error = 3 * Math.sqrt((0.95 * 0.05) / draws);
  for (const name of ["wilson", "jeffreys", "agrestiCoull"] as const)
    expect(Math.abs(covered[name] / draws - 0.95)).toBeLessThan(error);
  expect(covered.exact / draws).toBeGreaterThan(0.95 - error);
});
