import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialLogProbability, binomialShare, binomialUpperTail } from "./binomial-probability.ts";
import { chiSquareQuantile, chiSquareShare, chiSquareTail } from "./chi-square-tail.ts";
import { fQuantileOfR } from "./f-quantile-of-r.ts";
import { fQuantile, fShare, fTail } from "./f-tail.ts";
import { negativeBinomialLogProbability } from "./negative-binomial-probability.ts";
import { normalQuantile } from "./normal-tail.ts";
import { poissonLogProbability, poissonShare, poissonUpperTail } from "./poisson-probability.ts";
import { studentQuantile, studentShare, studentTail } from "./student-tail.ts";

// Abramowitz & Stegun (1964), Tables 26.8 (chi-square), 26.9 (F) and 26.10 (t).
test("quantiles are as tabulated", () => {
  expect(chiSquareQuantile(0.95, 1)).toBeCloseTo(3.84146, 5);
  expect(chiSquareQuantile(0.95, 10)).toBeCloseTo(18.307, 4);
  expect(fQuantile(0.95, 5, 10)).toBeCloseTo(3.33, 2);
  expect(fQuantile(0.99, 3, 20)).toBeCloseTo(4.94, 2);
  expect(studentQuantile(0.975, 1)).toBeCloseTo(12.706, 3);
  expect(studentQuantile(0.975, 10)).toBeCloseTo(2.228, 3);
  expect(studentQuantile(0.995, 30)).toBeCloseTo(2.75, 3);
});

test("Student's t with one degree is Cauchy's, with infinitely many the normal distribution", () => {
  expect(studentTail(1, 1)).toBeCloseTo(0.5, 14);
  expect(studentShare(-Math.sqrt(3), 1)).toBeCloseTo(1 / 6, 14);
  expect(studentQuantile(0.975, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.975));
  expect(studentQuantile(0.975, 1e15)).toBeCloseTo(normalQuantile(0.975), 12);
  expect(studentTail(Number.POSITIVE_INFINITY, 3)).toBe(0);
});

test("quantiles invert tails", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 1e4, noNaN: true }),
      fc.double({ min: 0.5, max: 1e4, noNaN: true }),
      fc.double({ min: 1e-6, max: 0.99999, noNaN: true }),
      (d1, d2, p) => {
        expect(Math.abs(chiSquareShare(chiSquareQuantile(p, d1), d1) / p - 1)).toBeLessThan(1e-10);
        expect(Math.abs(fShare(fQuantile(p, d1, d2), d1, d2) / p - 1)).toBeLessThan(1e-9);
        expect(Math.abs(studentShare(studentQuantile(p, d1), d1) / p - 1)).toBeLessThan(1e-9);
      },
    ),
  );
});

test("the square of t is F, and F turned over is F", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 30, noNaN: true }),
      fc.double({ min: 0.5, max: 1e6, noNaN: true }),
      (t, degrees) => {
        const p = studentTail(t, degrees);
        expect(Math.abs(fTail(t * t, 1, degrees) - p)).toBeLessThanOrEqual(1e-11 * p);
        expect(Math.abs(fShare(1 / (t * t), degrees, 1) - p)).toBeLessThanOrEqual(1e-11 * p);
      },
    ),
  );
});

test("R's F quantile leaves the exact one only above 400,000 degrees", () => {
  expect(fQuantileOfR(0.975, 300, 400_000)).toBe(fQuantile(0.975, 300, 400_000));
  expect(fQuantileOfR(0.975, 1e6, 1e6)).toBeCloseTo(1.0027737, 7);
  expect(fQuantileOfR(0.025, 1e6, 10)).toBeCloseTo(10 / chiSquareQuantile(0.975, 10), 12);
  expect(fShare(fQuantile(0.975, 1e6, 1e6), 1e6, 1e6)).toBeCloseTo(0.975, 10);
  expect(fShare(fQuantileOfR(0.975, 1e6, 1e6), 1e6, 1e6)).toBeCloseTo(0.917, 3);
});

test("Poisson probabilities add up to their shares", () => {
  let sum = 0;
  for (let k = 0; k <= 60; k++) {
    sum += Math.exp(poissonLogProbability(k, 20.5));
    expect(poissonShare(k, 20.5)).toBeCloseTo(sum, 13);
    expect(poissonUpperTail(k, 20.5)).toBeCloseTo(1 - sum, 13);
  }
  expect(poissonShare(-1, 3)).toBe(0);
  expect(poissonUpperTail(-1, 3)).toBe(1);
  expect(poissonShare(2.9, 3)).toBe(poissonShare(2, 3));
  expect(poissonLogProbability(2.5, 3)).toBe(Number.NEGATIVE_INFINITY);
  expect(poissonLogProbability(0, 0)).toBeCloseTo(0, 15);
});

test("binomial probabilities add up to their shares", () => {
  let sum = 0;
  for (let k = 0; k < 30; k++) {
    sum += Math.exp(binomialLogProbability(k, 30, 0.35));
    expect(binomialShare(k, 30, 0.35)).toBeCloseTo(sum, 13);
    expect(binomialUpperTail(k, 30, 0.35)).toBeCloseTo(1 - sum, 13);
  }
  expect(binomialShare(30, 30, 0.35)).toBe(1);
  expect(binomialShare(-1, 30, 0.35)).toBe(0);
  expect(binomialLogProbability(0, 5, 0)).toBeCloseTo(0, 15);
  expect(binomialLogProbability(5, 5, 1)).toBeCloseTo(0, 15);
  expect(binomialLogProbability(1, 5, 0)).toBe(Number.NEGATIVE_INFINITY);
  expect(binomialLogProbability(0, 0, 0.3)).toBe(0);
});

test("a negative binomial with a huge size is Poisson, and its probabilities add up to 1", () => {
  expect(negativeBinomialLogProbability(3, { size: 1e12, mean: 4 })).toBeCloseTo(poissonLogProbability(3, 4), 10);
  let sum = 0;
  for (let k = 0; k < 400; k++) sum += Math.exp(negativeBinomialLogProbability(k, { size: 0.7, mean: 5 }));
  expect(sum).toBeCloseTo(1, 12);
});

test("impossible arguments are refused", () => {
  expect(() => poissonShare(1, -1)).toThrow("invalid mean; must not be negative: -1");
  expect(() => binomialShare(1, 2.5, 0.5)).toThrow("invalid n; must be a whole number from 0: 2.5");
  expect(() => binomialLogProbability(1, 2, 1.5)).toThrow("invalid p; not in [0, 1]: 1.5");
  expect(() => studentTail(1, 0)).toThrow("invalid degrees; must be positive: 0");
  expect(() => fTail(-1, 1, 1)).toThrow("invalid f; must not be negative: -1");
  expect(() => chiSquareTail(-1, 1)).toThrow(RangeError);
  expect(() => negativeBinomialLogProbability(1, { size: 0, mean: 1 })).toThrow("invalid size; must be positive: 0");
});
