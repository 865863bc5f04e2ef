import fc from "fast-check";
import { expect, test } from "vitest";
import { betaFraction } from "./beta-fraction.ts";
import { betaKernel } from "./beta-kernel.ts";
import { betaByQuadrature } from "./beta-quadrature.ts";
import { betaQuantile, betaQuantileLogOdds } from "./beta-quantile.ts";
import { betaShare, betaTail, incompleteBeta } from "./beta-share.ts";
import { gaussLegendre } from "./gauss-legendre.ts";

// R 4.2.2: pbeta.
const published = [
  { x: 0.01, a: 0.5, b: 0.5, lower: 0.0637685608585198, upper: 0.93623143914148 },
  { x: 0.9, a: 100, b: 12, lower: 0.566794728156359, upper: 0.433205271843641 },
  { x: 0.2, a: 0.001, b: 0.002, lower: 0.66574482557054, upper: 0.33425517442946 },
  { x: 1e-20, a: 1e-5, b: 1e3, lower: 0.999614401969847, upper: 3.85598030153e-4 },
  { x: 0.50001, a: 1e8, b: 1e8, lower: 0.611351294479756, upper: 0.388648705520244 },
];
for (const { x, a, b, lower, upper } of published) {
  test(`both tails of the beta distribution (${a}, ${b}) at ${x} agree with R`, () => {
    expect(Math.abs(betaShare(x, a, b) / lower - 1)).toBeLessThan(1e-11);
    expect(Math.abs(betaTail(x, a, b) / upper - 1)).toBeLessThan(1e-11);
  });
}

test("I_x(a, 1) is xᵃ and I_x(1, b) is 1 − (1 − x)ᵇ", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 1e4, noNaN: true }),
      fc.double({ min: 1e-6, max: 0.999, noNaN: true }),
      (a, x) => {
        expect(Math.abs(betaShare(x, a, 1) - x ** a)).toBeLessThanOrEqual(1e-12 * x ** a + 1e-300);
        expect(Math.abs(betaShare(x, 1, a) + Math.expm1(a * Math.log1p(-x)))).toBeLessThanOrEqual(1e-12);
      },
    ),
  );
});

test("I_x(a, b) = I_x(a + 1, b) + xᵃ (1 − x)ᵇ / (a B(a, b)), and the tails add up to 1", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1e3, noNaN: true }),
      fc.double({ min: 0.01, max: 1e3, noNaN: true }),
      fc.double({ min: 1e-4, max: 0.9999, noNaN: true }),
      (a, b, x) => {
        const next = betaShare(x, a + 1, b) + betaKernel({ x, y: 1 - x }, a, b) / a;
        expect(Math.abs(betaShare(x, a, b) - next)).toBeLessThanOrEqual(2e-12 * next + 1e-300);
        expect(betaShare(x, a, b) + betaTail(x, a, b)).toBeCloseTo(1, 12);
      },
    ),
  );
});

test("quadrature and fraction agree where both are fit", () => {
  for (const deviations of [0, 1, 5, 20]) {
    const x = 0.4 - deviations * Math.sqrt((0.4 * 0.6) / 50_000);
    const [fraction, area] = [betaFraction, betaByQuadrature].map((find) => find({ x, y: 1 - x }, 20_000, 30_000));
    expect(Math.abs((area ?? 0) / (fraction ?? 1) - 1)).toBeLessThan(1e-11);
  }
  expect(betaShare(0.5, 1e15, 1e15)).toBeCloseTo(0.5, 13);
});

test("the quantile is the inverse of the share, also on the log odds", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1, max: 6, noNaN: true }),
      fc.double({ min: -1, max: 6, noNaN: true }),
      fc.double({ min: 1e-12, max: 0.999, noNaN: true }),
      (first, second, p) => {
        const [a, b] = [10 ** first, 10 ** second];
        const u = betaQuantileLogOdds(p, { a, b });
        const point = { x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) };
        expect(Math.abs(incompleteBeta(point, a, b).lower / p - 1)).toBeLessThan(1e-9);
        expect(betaQuantileLogOdds(p, { a: b, b: a, tail: "upper" })).toBeCloseTo(-u, 9);
      },
    ),
  );
});

// Clopper & Pearson (1934), Biometrika 26, 404–413: 5 of 20 at 95% is 0.087 to 0.491.
test("beta quantiles give Clopper and Pearson's limits", () => {
  expect(betaQuantile(0.025, 5, 16)).toBeCloseTo(0.0866, 4);
  expect(betaQuantile(0.975, 6, 15)).toBeCloseTo(0.491, 4);
  expect(betaQuantile(0, 6, 15)).toBe(0);
  expect(betaQuantile(1, 6, 15)).toBe(1);
});

test("a Gauss–Legendre rule integrates polynomials exactly", () => {
  const sum = gaussLegendre(5).reduce((total, { position, weight }) => total + weight * position ** 8, 0);
  expect(sum).toBeCloseTo(2 / 9, 14);
});

test("impossible arguments are refused", () => {
  expect(() => betaShare(1.5, 1, 1)).toThrow("invalid x; not in [0, 1]: 1.5");
  expect(() => betaShare(0.5, 0, 1)).toThrow("invalid a; not in (0, Infinity): 0");
  expect(() => betaQuantile(2, 1, 1)).toThrow("invalid p; not in [0, 1]: 2");
  expect(() => gaussLegendre(0)).toThrow("invalid n; not a whole number in 1–200: 0");
});
