import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialLogProbability } from "../functions/binomial-probability.ts";
import { randomBinomial } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { katzInterval } from "./katz-interval.ts";
import { koopmanInterval } from "./koopman-interval.ts";
import { miettinenNurminenRatioInterval } from "./miettinen-nurminen-ratio-interval.ts";
import { riskRatio } from "./risk-ratio.ts";
import { riskRatioScore } from "./risk-ratio-score.ts";
import type { Proportion } from "./two-proportion-test.ts";
import { walterInterval } from "./walter-interval.ts";

const z = 1.959963984540054;
const group = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, part]): Proportion => ({ total, count: Math.floor(part * total) }));

// Koopman (1984), Biometrics 40, 513–517: 36 of 40 against 16 of 80 gives 2.94 to 7.15.
test("the score interval agrees with Koopman's own example", () => {
  const answer = riskRatio({ count: 36, total: 40 }, { count: 16, total: 80 });
  if (isRefusal(answer)) throw new Error(answer.reason);
  expect(answer.ratio).toBe(4.5);
  expect(answer.interval.low.toFixed(2)).toBe("2.94");
  expect(answer.interval.high.toFixed(2)).toBe("7.15");
});

// Physicians' Health Study: 104 of 11,037 against 189 of 11,034, risk of a heart attack; Agresti (2013), Categorical
// Data Analysis, section 3.1.3: ratio 0.55 with Katz limits 0.43 and 0.70 (there inverted: 1.82, 1.43 to 2.31).
test("Katz's interval agrees with Agresti", () => {
  const interval = katzInterval({ count: 189, total: 11034 }, { count: 104, total: 11037 });
  if (isRefusal(interval)) throw new Error(interval.reason);
  expect(interval.low.toFixed(2)).toBe("1.43");
  expect(interval.high.toFixed(2)).toBe("2.31");
});

test("turning the groups round turns the ratio and swaps its limits", () =>
  fc.assert(
    fc.property(group, group, (first, reference) => {
      for (const interval of [koopmanInterval, miettinenNurminenRatioInterval, walterInterval]) {
        const [there, back] = [interval(first, reference), interval(reference, first)];
        if (isRefusal(there) || isRefusal(back)) throw new Error("refused");
        if (there.low === 0) expect(back.high).toBe(Number.POSITIVE_INFINITY);
        else expect(there.low * back.high).toBeCloseTo(1, 8);
        expect(there.low).toBeLessThanOrEqual(there.high);
      }
    }),
  ));

test("at either limit the score is as far out as the level says", () =>
  fc.assert(
    fc.property(group, group, (first, reference) => {
      const interval = koopmanInterval(first, reference);
      if (isRefusal(interval)) throw new Error(interval.reason);
      if (first.count > 0) expect(riskRatioScore(first, reference, interval.low)).toBeCloseTo(z, 6);
      if (reference.count > 0) expect(riskRatioScore(first, reference, interval.high)).toBeCloseTo(-z, 6);
    }),
  ));

// With everybody counted in both groups T(θ)² = n₀(θ − 1) above 1, which can be solved by hand.
test("keeps its digits where every person had the outcome", () => {
  for (const total of [10, 1e5, 1e9]) {
    const interval = koopmanInterval({ count: 10, total: 10 }, { count: total, total });
    if (isRefusal(interval)) throw new Error(interval.reason);
    expect((interval.high - 1) / (z ** 2 / total)).toBeCloseTo(1, 5);
  }
});

test("zeros give one-sided limits, and no events no ratio", () => {
  const none = { count: 0, total: 20 };
  const some = { count: 3, total: 25 };
  const unbounded = riskRatio(some, none);
  if (isRefusal(unbounded)) throw new Error(unbounded.reason);
  expect(unbounded.ratio).toBe(Number.POSITIVE_INFINITY);
  expect(unbounded.interval.low).toBeCloseTo(0.6790370134, 8);
  expect(unbounded.interval.high).toBe(Number.POSITIVE_INFINITY);
  expect(riskRatio(none, some)).toMatchObject({ ratio: 0, interval: { low: 0 } });
  expect(riskRatio(none, none)).toEqual({ reason: "no_events" });
  expect(katzInterval(none, some)).toEqual({ reason: "zero_cell" });
  expect(riskRatio({ count: 3, total: 2 }, some)).toMatchObject({ reason: "count_exceeds_total" });
  expect(riskRatio({ count: 0, total: 0 }, some)).toEqual({ reason: "no_exposure" });
  expect(() => riskRatio({ count: Number.NaN, total: 2 }, some)).toThrow(RangeError);
});

test("covers at least 93% of the time in small groups, all tables summed", () => {
  const total = 20;
  for (const [chance, referenceChance] of [
    [0.3, 0.3],
    [0.5, 0.2],
    [0.2, 0.6],
  ] as const) {
    let covered = 0;
    for (let count = 0; count <= total; count++)
      for (let other = 0; other <= total; other++) {
        const interval = koopmanInterval({ count, total }, { count: other, total });
        if (isRefusal(interval)) throw new Error(interval.reason);
        const ratio = chance / referenceChance;
        if (interval.low <= ratio && ratio <= interval.high)
          covered += Math.exp(
            binomialLogProbability(count, total, chance) + binomialLogProbability(other, total, referenceChance),
          );
      }
    expect(covered).toBeGreaterThan(0.93);
    expect(covered).toBeLessThan(0.99);
  }
});

test("over 3,000 seeded draws the score interval covers 95% within Monte-Carlo error", () => {
  const random = seededRandom(7);
  const draws = 3000;
  let covered = 0;
  for (let draw = 0; draw < draws; draw++) {
    const interval = koopmanInterval(
      { count: randomBinomial({ trials: 150, chance: 0.3 }, random), total: 150 },
      { count: randomBinomial({ trials: 250, chance: 0.2 }, random), total: 250 },
    );
    if (isRefusal(interval)) throw new Error(interval.reason);
    if (interval.low <= 1.5 && 1.5 <= interval.high) covered += 1;
  }
  expect(Math.abs(covered / draws - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / draws));
});
