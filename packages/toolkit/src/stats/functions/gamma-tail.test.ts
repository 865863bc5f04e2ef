import fc from "fast-check";
import { expect, test } from "vitest";
import { gammaQuantile } from "./gamma-quantile.ts";
import { gammaKernel, gammaShare, gammaTail } from "./gamma-tail.ts";
import { temmeGamma } from "./temme-gamma.ts";

// Abramowitz & Stegun (1964), Table 26.7: Q(χ²|ν).
const published = [
  { chiSquare: 3.84146, degrees: 1, q: 0.05 },
  { chiSquare: 5.99147, degrees: 2, q: 0.05 },
  { chiSquare: 23.2093, degrees: 10, q: 0.01 },
  { chiSquare: 29.5883, degrees: 10, q: 0.001 },
];
for (const { chiSquare, degrees, q } of published) {
  test(`the chi-square tail of ${chiSquare} with ${degrees} degrees is ${q}`, () => {
    expect(gammaTail(degrees / 2, chiSquare / 2)).toBeCloseTo(q, 6);
  });
}

// R 4.2.2: pgamma(x, a, lower.tail = FALSE) and pgamma(x, a).
const tails = [
  { a: 1e-10, x: 0.5, lower: 0.9999999999440227, upper: 5.597735948054988e-11 },
  { a: 3, x: 60, lower: 1, upper: 1.62958665293782e-23 },
  { a: 1e9, x: 1e9, lower: 0.50000420522087, upper: 0.49999579477913 },
  { a: 1e9, x: 1000100000, lower: 0.999217043838042, upper: 0.000782956161958327 },
];
for (const { a, x, lower, upper } of tails) {
  test(`both tails of shape ${a} at ${x} agree with R to eleven digits`, () => {
    expect(Math.abs(gammaShare(a, x) / lower - 1)).toBeLessThan(1e-11);
    expect(Math.abs(gammaTail(a, x) / upper - 1)).toBeLessThan(1e-11);
  });
}

test("a shape of 1 is the exponential distribution, into the far tail", () => {
  for (const x of [1e-9, 0.5, 1.05, 1.2, 3, 40, 690]) {
    expect(Math.abs(gammaTail(1, x) / Math.exp(-x) - 1)).toBeLessThan(1e-13);
    expect(Math.abs(gammaShare(1, x) / -Math.expm1(-x) - 1)).toBeLessThan(1e-13);
  }
});

test("the method changes from series to expansion without a step", () => {
  for (const x of [60, 140]) {
    const outside = gammaShare(100, x * (x < 100 ? 1 - 1e-12 : 1 + 1e-12));
    expect(Math.abs(outside / gammaShare(100, x) - 1)).toBeLessThan(1e-10);
  }
  expect(Math.abs(temmeGamma(25, 25).lower / gammaShare(25 - 1e-12, 25) - 1)).toBeLessThan(1e-11);
});

test("tails obey Q(a + 1, x) = Q(a, x) + xᵃ e⁻ˣ / Γ(a + 1) for every shape", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 500, noNaN: true }),
      fc.double({ min: 0.01, max: 3, noNaN: true }),
      (a, ratio) => {
        const x = a * ratio;
        const next = gammaTail(a, x) + gammaKernel(a, x);
        expect(Math.abs(gammaTail(a + 1, x) - next)).toBeLessThanOrEqual(1e-12 * next + 1e-300);
      },
    ),
  );
});

test("the quantile is the inverse of both tails", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 15, noNaN: true }),
      fc.double({ min: 1e-300, max: 0.5, noNaN: true }),
      (power, p) => {
        const shape = 10 ** power;
        const low = gammaQuantile(p, { shape });
        const high = gammaQuantile(p, { shape, tail: "upper" });
        if (low > 1e-300)
          expect(Math.abs(gammaShare(shape, low) / p - 1)).toBeLessThan(1e-11 * Math.max(1, shape ** 0.5));
        if (high > 1e-300)
          expect(Math.abs(gammaTail(shape, high) / p - 1)).toBeLessThan(1e-11 * Math.max(1, shape ** 0.5));
        expect(low).toBeLessThanOrEqual(high * (1 + 1e-14));
      },
    ),
  );
});

test("a rate divides the quantile, and the ends are 0 and infinity", () => {
  expect(gammaQuantile(0.3, { shape: 2, rate: 4 })).toBeCloseTo(gammaQuantile(0.3, { shape: 2 }) / 4, 14);
  expect(gammaQuantile(0, { shape: 2 })).toBe(0);
  expect(gammaQuantile(1, { shape: 2 })).toBe(Number.POSITIVE_INFINITY);
  expect(gammaQuantile(0, { shape: 2, tail: "upper" })).toBe(Number.POSITIVE_INFINITY);
});

test("impossible arguments are refused", () => {
  expect(() => gammaTail(0, 1)).toThrow("invalid a; not in (0, Infinity): 0");
  expect(() => gammaTail(1, -1)).toThrow("invalid x; must not be negative: -1");
  expect(() => gammaShare(Number.NaN, 1)).toThrow(RangeError);
  expect(() => gammaQuantile(1.1, { shape: 1 })).toThrow("invalid p; not in [0, 1]: 1.1");
  expect(() => temmeGamma(100, 200)).toThrow("invalid x; not within 40% of 100: 200");
});
