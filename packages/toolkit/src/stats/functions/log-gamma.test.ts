import fc from "fast-check";
import { expect, test } from "vitest";
import { digamma, trigamma } from "./digamma.ts";
import { logBeta, logChoose } from "./log-beta.ts";
import { logFactorial, logGamma, logGammaOnePlus } from "./log-gamma.ts";
import { logOnePlusRemainder } from "./log-one-plus-remainder.ts";
import { poissonDeviance } from "./poisson-deviance.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";

const any = fc.double({ min: 1e-6, max: 1e12, noNaN: true });

test("logGamma gives the logarithm of factorials", () => {
  let logarithm = 0;
  for (let n = 1; n <= 170; n++) {
    logarithm += Math.log(n);
    expect(Math.abs(logFactorial(n) - logarithm)).toBeLessThanOrEqual(1e-13 * logarithm + 1e-15);
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
});

test("logGamma is 0 at 1 and 2, and accurate beside them", () => {
  expect(logGamma(1)).toBe(0);
  expect(logGamma(2)).toBe(0);
  const z = 2 ** -40;
  expect(logGamma(1 + z) / z).toBeCloseTo(-0.5772156649015, 11);
  expect(logGamma(2 + z) / z).toBeCloseTo(0.4227843350985, 11);
});

// Abramowitz & Stegun (1964), Table 6.1.
const published = [
  { x: 1.25, gamma: 0.9064024771, digamma: -0.2274535334 },
  { x: 1.5, gamma: 0.8862269255, digamma: 0.036489974 },
  { x: 1.75, gamma: 0.9190625268, digamma: 0.2474724535 },
];
for (const row of published) {
  test(`the gamma function and its derivative at ${row.x} are as tabulated`, () => {
    expect(Math.exp(logGamma(row.x))).toBeCloseTo(row.gamma, 10);
    expect(digamma(row.x)).toBeCloseTo(row.digamma, 9);
  });
}

test("trigamma(1) is π²/6, and both derivatives obey their recurrence", () => {
  expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 14);
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (x) => {
      expect(Math.abs(digamma(x + 1) - digamma(x) - 1 / x)).toBeLessThan(1e-13 * (1 + 1 / x));
      expect(Math.abs(trigamma(x) - trigamma(x + 1) - 1 / x ** 2)).toBeLessThan(1e-13 * (1 + 1 / x ** 2));
    }),
  );
});

test("logGamma(x + 1) = logGamma(x) + ln x", () => {
  fc.assert(
    fc.property(any, (x) => {
      const gap = logGamma(x + 1) - logGamma(x) - Math.log(x);
      expect(Math.abs(gap)).toBeLessThanOrEqual(1e-15 * Math.abs(logGamma(x + 1)) * 4 + 1e-13);
    }),
  );
});

test("Stirling's formula and its remainder make up logGamma", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 100, noNaN: true }), (x) => {
      const stirling = (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI);
      expect(Math.abs(stirling + stirlingRemainder(x) - logGamma(x))).toBeLessThan(1e-12);
    }),
  );
});

test("logBeta is symmetric, and B(a, 1) = 1/a whatever the size of a", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      expect(logBeta(a, b)).toBe(logBeta(b, a));
      expect(Math.abs(logBeta(a, 1) + Math.log(a))).toBeLessThan(1e-13 * Math.max(1, Math.abs(Math.log(a))) * 10);
    }),
  );
});

test("logChoose counts the ways to choose", () => {
  expect(Math.exp(logChoose(52, 5))).toBeCloseTo(2598960, 6);
  expect(logChoose(1e15, 1)).toBe(Math.log(1e15));
  expect(logChoose(7, 0)).toBe(0);
});

test("small remainders and deviances keep their digits", () => {
  expect(logOnePlusRemainder(1e-12)).toBeCloseTo(-5e-25, 36);
  expect(Math.abs(logOnePlusRemainder(0.4999) / (Math.log1p(0.4999) - 0.4999) - 1)).toBeLessThan(1e-14);
  expect(poissonDeviance(1e15, 1e15 + 1e7)).toBeCloseTo(0.05, 8);
  expect(poissonDeviance(1, 0)).toBe(Number.POSITIVE_INFINITY);
});

test("impossible arguments are refused", () => {
  expect(() => logGamma(0)).toThrow("invalid x; must be positive: 0");
  expect(() => logGammaOnePlus(0.7)).toThrow("invalid z; not in [-0.5, 0.5]: 0.7");
  expect(() => logFactorial(-1)).toThrow("invalid n; must not be negative: -1");
  expect(() => logChoose(3, 4)).toThrow("invalid k; not in [0, 3]: 4");
  expect(() => logBeta(0, 1)).toThrow("invalid a; must be positive: 0");
  expect(() => digamma(-1)).toThrow(RangeError);
  expect(() => trigamma(0)).toThrow(RangeError);
  expect(() => stirlingRemainder(0)).toThrow(RangeError);
  expect(() => logOnePlusRemainder(-1)).toThrow(RangeError);
  expect(() => poissonDeviance(-1, 1)).toThrow(RangeError);
});
