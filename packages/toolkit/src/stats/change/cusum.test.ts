import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { cusum, cusumAllowance } from "./cusum.ts";
import { cusumSignalProbability } from "./cusum-signal-probability.ts";

// Lucas (1985), Technometrics 27, 129–144: k = (μd − μa) / (ln μd − ln μa); for 4 and 8, k = 4 / ln 2 = 5.771.
test("the allowance is the one of Lucas", () => {
  expect(4 * cusumAllowance(2)).toBeCloseTo(5.7708, 4);
  expect(10 * cusumAllowance(0.5)).toBeCloseTo(5 / Math.log(2), 10);
});

const series = fc.array(fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 30 })), { maxLength: 60 });

test("the sum is the largest excess over the allowance of any stretch that ends here", () => {
  fc.assert(
    fc.property(series, fc.constantFrom(0.5, 0.8, 1.5, 2), (pairs, ratio) => {
      const counts = pairs.map(([count]) => count);
      const expected = pairs.map(([, usual]) => usual);
      const { sums, signalAt } = cusum(counts, { expected, ratio });
      const direction = ratio > 1 ? 1 : -1;
      const gains = pairs.map(([count, usual]) => direction * (count - cusumAllowance(ratio) * usual));
      sums.forEach((sum, index) => {
        const stretches = gains.slice(0, index + 1).map((_, start) => total(gains.slice(start, index + 1)));
        expect(sum).toBeCloseTo(Math.max(0, ...stretches), 8);
      });
      expect(signalAt).toBe(sums.some((sum) => sum >= 5) ? sums.findIndex((sum) => sum >= 5) + 1 : undefined);
    }),
  );
});

test("without change the chart signals about as often as announced, with a change far more often", () => {
  const random = seededRandom(20260113);
  const plan = { expected: 4, ratio: 2, threshold: 5, periods: 36 };
  for (const [actual, ratio] of [
    [4, 2],
    [6, 2],
    [4, 0.5],
  ] as const) {
    const announced = cusumSignalProbability({ ...plan, ratio, actual });
    const simulated = signalShare({ ...plan, ratio, actual, runs: 4000 }, random);
    expect(Math.abs(simulated - announced)).toBeLessThan(0.01 + 3 * Math.sqrt((announced * (1 - announced)) / 4000));
  }
  expect(cusumSignalProbability({ ...plan, actual: 8 })).toBeGreaterThan(0.99);
  expect(cusumSignalProbability({ ...plan, threshold: 12 })).toBeLessThan(cusumSignalProbability(plan));
});

test("one period signals as often as a count reaches the threshold", () => {
  // S₁ = max(0, y − 4k) ≥ 5 where y ≥ 10.77, that is y ≥ 11; R: ppois(10, 4, lower.tail = FALSE) = 0.002839766.
  expect(cusumSignalProbability({ expected: 4, ratio: 2, threshold: 5, periods: 1 })).toBeCloseTo(0.002839766, 8);
});

test("arguments no chart can have are refused", () => {
  expect(() => cusum([1], { expected: [1], ratio: 1 })).toThrow("invalid ratio; must be positive and not 1: 1");
  expect(() => cusum([1, 2], { expected: [1], ratio: 2 })).toThrow("invalid expected; must have 2 values: 1");
  expect(() => cusum([Number.NaN], { expected: [1], ratio: 2 })).toThrow(RangeError);
  expect(() => cusumSignalProbability({ expected: 0, ratio: 2, periods: 3 })).toThrow(RangeError);
});

type Simulation = Readonly<Record<"expected" | "actual" | "ratio" | "threshold" | "periods" | "runs", number>>;

function signalShare(plan: Simulation, random: () => number): number {
  const expected = Array.from({ length: plan.periods }, () => plan.expected);
  let signals = 0;
  for (let run = 0; run < plan.runs; run++) {
    const counts = expected.map(() => randomPoisson(plan.actual, random));
    if (cusum(counts, { expected, ratio: plan.ratio, threshold: plan.threshold }).signalAt !== undefined) signals++;
  }
  return signals / plan.runs;
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
