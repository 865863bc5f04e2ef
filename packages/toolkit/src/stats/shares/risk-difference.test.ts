import fc from "fast-check";
import { expect, test } from "vitest";
import { randomBinomial } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { agrestiCaffoInterval } from "./agresti-caffo-interval.ts";
import { miettinenNurminenDifferenceInterval } from "./miettinen-nurminen-difference-interval.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import { riskDifference } from "./risk-difference.ts";
import { riskDifferenceScore } from "./risk-difference-score.ts";
import type { Proportion } from "./two-proportion-test.ts";
import { waldDifferenceInterval } from "./wald-difference-interval.ts";

const z = 1.959963984540054;
const group = fc
  .tuple(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([total, part]): Proportion => ({ total, count: Math.floor(part * total) }));
const tables = fc.tuple(group, group).filter(([first, reference]) => first.total + reference.total > 2);

// Newcombe (1998), Statistics in Medicine 17, 873–890, Table II: methods 1 (Wald), 6 (score) and 10 (hybrid score).
const published: readonly (readonly [
  readonly number[],
  Readonly<Record<"wald" | "score" | "hybrid", readonly number[]>>,
])[] = [
  [[56, 70, 48, 80], { wald: [0.0575, 0.3425], score: [0.0528, 0.3382], hybrid: [0.0524, 0.3339] }],
  [[9, 10, 3, 10], { wald: [0.2605, 0.9395], score: [0.17, 0.8406], hybrid: [0.1705, 0.809] }],
  [[6, 7, 2, 7], { wald: [0.1481, 0.9947], score: [0.0342, 0.8534], hybrid: [0.0582, 0.8062] }],
  [[5, 56, 0, 29], { wald: [0.0146, 0.164], score: [-0.0326, 0.1933], hybrid: [-0.0381, 0.1926] }],
  [[10, 10, 0, 20], { wald: [1, 1], score: [0.7156, 1], hybrid: [0.6791, 1] }],
];

for (const [[count = 0, total = 0, other = 0, otherTotal = 0], { wald, score, hybrid }] of published)
  test(`the intervals agree with Newcombe for ${count}/${total} − ${other}/${otherTotal}`, () => {
    const groups = [
      { count, total },
      { count: other, total: otherTotal },
    ] as const;
    const shown = (interval: ReturnType<typeof newcombeInterval>): readonly string[] =>
      isRefusal(interval) ? [interval.reason] : [interval.low.toFixed(4), interval.high.toFixed(4)];
    const expected = (limits: readonly number[]): readonly string[] => limits.map((limit) => limit.toFixed(4));
    expect(shown(newcombeInterval(...groups))).toEqual(expected(hybrid));
    expect(shown(miettinenNurminenDifferenceInterval(...groups))).toEqual(expected(score));
    expect(shown(waldDifferenceInterval(...groups))).toEqual(expected(wald));
  });

test("turning the groups round, or counting those without the outcome, turns the sign", () =>
  fc.assert(
    fc.property(tables, ([first, reference]) => {
      const rest = ({ count, total }: Proportion): Proportion => ({ count: total - count, total });
      for (const interval of [
        newcombeInterval,
        miettinenNurminenDifferenceInterval,
        waldDifferenceInterval,
        agrestiCaffoInterval,
      ]) {
        const there = interval(first, reference);
        const back = interval(reference, first);
        const without = interval(rest(first), rest(reference));
        if (isRefusal(there) || isRefusal(back) || isRefusal(without)) throw new Error("refused");
        expect(there.low).toBeCloseTo(-back.high, 9);
        expect(there.high).toBeCloseTo(-without.low, 9);
        expect(there.low).toBeGreaterThanOrEqual(-1);
        expect(there.high).toBeLessThanOrEqual(1);
      }
    }),
  ));

test("at either limit the score is as far out as the level says", () =>
  fc.assert(
    fc.property(tables, ([first, reference]) => {
      const interval = miettinenNurminenDifferenceInterval(first, reference);
      if (isRefusal(interval)) throw new Error(interval.reason);
      if (interval.low > -1) expect(riskDifferenceScore(first, reference, interval.low)).toBeCloseTo(z, 5);
      if (interval.high < 1) expect(riskDifferenceScore(first, reference, interval.high)).toBeCloseTo(-z, 5);
    }),
  ));

// With everybody counted in both groups T(δ)² = (N − 1)/N · n₀δ/(1 − δ) above 0, which can be solved by hand.
test("keeps its digits where every person had the outcome", () => {
  const interval = miettinenNurminenDifferenceInterval({ count: 10, total: 10 }, { count: 1e5, total: 1e5 });
  if (isRefusal(interval)) throw new Error(interval.reason);
  const odds = ((z ** 2 / 1e5) * 100010) / 100009;
  expect(interval.high / (odds / (1 + odds))).toBeCloseTo(1, 7);
});

test("refuses empty groups", () => {
  expect(riskDifference({ count: 0, total: 0 }, { count: 1, total: 2 })).toEqual({ reason: "no_exposure" });
  expect(riskDifference({ count: 0, total: 20 }, { count: 0, total: 25 })).toMatchObject({ difference: 0 });
  expect(riskDifferenceScore({ count: 1, total: 2 }, { count: 1, total: 2 }, 1)).toBe(Number.NEGATIVE_INFINITY);
  expect(() => riskDifferenceScore({ count: 1, total: 2 }, { count: 1, total: 2 }, 1.5)).toThrow("not in [-1, 1]");
});

test("over 3,000 seeded draws the default covers 95% within Monte-Carlo error", () => {
  const random = seededRandom(11);
  const draws = 3000;
  let covered = 0;
  for (let draw = 0; draw < draws; draw++) {
    const interval = newcombeInterval(
      { count: randomBinomial({ trials: 150, chance: 0.4 }, random), total: 150 },
      { count: randomBinomial({ trials: 250, chance: 0.2 }, random), total: 250 },
    );
    if (isRefusal(interval)) throw new Error(interval.reason);
    if (interval.low <= 0.2 && 0.2 <= interval.high) covered += 1;
  }
  expect(Math.abs(covered / draws - 0.95)).toBeLessThan(3 * Math.sqrt((0.95 * 0.05) / draws));
});
