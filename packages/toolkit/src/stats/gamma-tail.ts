import { logGamma } from "./log-gamma.ts";

/**
 * Upper tail Q(a, x) of the regularised incomplete gamma function. The tails of the chi-square, Poisson and normal
 * distributions are special cases of it. Not for shapes above 10,000: convergence becomes slow there.
 *
 * Source: series and continued fraction (Lentz), Abramowitz & Stegun (1964), 6.5.29 and 6.5.31.
 *
 * @param a shape, above 0 and at most 10,000
 * @param x limit, at least 0
 * @returns probability, 0–1
 * @throws RangeError if a or x is outside its range
 * @example gammaTail(0.5, 1.9207) // 0.0500…
 */
export function gammaTail(a: number, x: number): number {
  if (!(a > 0 && a <= 10_000)) throw new RangeError(`invalid a; not in (0, 10000]: ${a}`);
  if (!(x >= 0)) throw new RangeError(`invalid x; must not be negative: ${x}`);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 100_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 100_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return value;
}
