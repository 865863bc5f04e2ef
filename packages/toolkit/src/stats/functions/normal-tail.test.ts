import fc from "fast-check";
import { expect, test } from "vitest";
import { errorFunction, errorFunctionComplement, scaledErrorFunctionComplement } from "./error-function.ts";
import { normalQuantile, normalShare, normalTail, normalUpperTail } from "./normal-tail.ts";

// Abramowitz & Stegun (1964), Tables 7.1 and 7.3.
const published = [
  { x: 0.5, erf: 0.5204998778, erfc: 0.4795001222 },
  { x: 1, erf: 0.8427007929, erfc: 0.1572992071 },
  { x: 2, erf: 0.995322265, erfc: 0.004677735 },
];
for (const { x, erf, erfc } of published) {
  test(`the error function of ${x} is as tabulated`, () => {
    expect(errorFunction(x)).toBeCloseTo(erf, 10);
    expect(errorFunction(-x)).toBeCloseTo(-erf, 10);
    expect(errorFunctionComplement(x)).toBeCloseTo(erfc, 9);
  });
}

// R 4.2.2: pnorm.
const tails = [
  { z: -37, share: 5.72557122252458e-300 },
  { z: -10, share: 7.61985302416053e-24 },
  { z: -1.5, share: 0.0668072012688581 },
  { z: 2.2, share: 0.986096552486501 },
];
for (const { z, share } of tails) {
  test(`the share of the normal distribution below ${z} agrees with R to twelve digits`, () => {
    expect(Math.abs(normalShare(z) / share - 1)).toBeLessThan(1e-12);
    expect(normalUpperTail(-z)).toBe(normalShare(z));
  });
}

test("normalTail is two-sided and symmetric", () => {
  expect(normalTail(1.959963984540054)).toBeCloseTo(0.05, 15);
  expect(normalTail(-3)).toBeCloseTo(0.002699796063260187, 15);
  expect(normalTail(0)).toBe(1);
  expect(normalTail(1e9)).toBe(0);
  expect(normalTail(Number.POSITIVE_INFINITY)).toBe(0);
});

test("the scaled complement does not underflow and joins its two methods", () => {
  expect(scaledErrorFunctionComplement(1e10) * 1e10 * Math.sqrt(Math.PI)).toBeCloseTo(1, 12);
  expect(Math.abs(scaledErrorFunctionComplement(1.5 - 1e-15) / scaledErrorFunctionComplement(1.5) - 1)).toBeLessThan(
    1e-13,
  );
});

test("the quantile is the inverse of the share from 1e-300 on", () => {
  fc.assert(
    fc.property(fc.double({ min: -300, max: -0.31, noNaN: true }), (power) => {
      const p = 10 ** power;
      expect(Math.abs(normalShare(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11);
    }),
  );
  expect(normalQuantile(0.5)).toBe(0);
  expect(normalQuantile(0.5 + 2 ** -40)).toBeCloseTo(2 ** -40 * Math.sqrt(2 * Math.PI), 24);
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
});

// Wichura (1988), Applied Statistics 37, 477–484, table of test values.
test("the quantile agrees with Wichura's test values", () => {
  expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
  expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
  expect(normalQuantile(1e-20)).toBeCloseTo(-9.26234008979841, 13);
});

test("impossible arguments are refused", () => {
  expect(() => normalQuantile(-0.1)).toThrow("invalid p; not in [0, 1]: -0.1");
  expect(() => scaledErrorFunctionComplement(-1)).toThrow("invalid x; must not be negative: -1");
});
