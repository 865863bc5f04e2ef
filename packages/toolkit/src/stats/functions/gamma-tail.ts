import { logGammaOnePlus } from "./log-gamma.ts";
import { poissonDeviance } from "./poisson-deviance.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";
import { temmeGamma } from "./temme-gamma.ts";

/**
 * Upper tail Q(a, x) of the regularised incomplete gamma function, accurate relative to its own size. The tails of
 * the chi-square, Poisson and normal distributions are special cases of it. Not for shapes at or below 0.
 *
 * Source: Abramowitz & Stegun (1964), 6.5.29 (series) and 6.5.31 (continued fraction); Temme (1979) for large shapes.
 *
 * @param a shape, above 0
 * @param x limit, at least 0
 * @returns probability, 0–1
 * @throws RangeError if a or x is outside its range
 * @example gammaTail(0.5, 1.9207) // 0.0500…
 */
export function gammaTail(a: number, x: number): number {
  return incompleteGamma(a, x).upper;
}

/**
 * Lower tail P(a, x) = 1 − Q(a, x) of the regularised incomplete gamma function: the share of a gamma distribution
 * with this shape and rate 1 that lies below x. Not for shapes at or below 0.
 *
 * Source: as {@link gammaTail}.
 *
 * @param a shape, above 0
 * @param x limit, at least 0
 * @returns probability, 0–1
 * @throws RangeError if a or x is outside its range
 * @example gammaShare(1, 2) // 0.8646647167633…
 */
export function gammaShare(a: number, x: number): number {
  return incompleteGamma(a, x).lower;
}

/**
 * x^a exp(−x) / Γ(a + 1): the density of a gamma distribution times x / a, and a Poisson probability where a is whole.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 *
 * @throws RangeError if a is not positive or x is negative
 * @example gammaKernel(3, 2) // 0.1804470443154…
 */
export function gammaKernel(a: number, x: number): number {
  return Math.exp(-stirlingRemainder(a) - poissonDeviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function incompleteGamma(a: number, x: number): { readonly lower: number; readonly upper: number } {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid a; not in (0, Infinity): ${a}`);
  if (!(x >= 0)) throw new RangeError(`invalid x; must not be negative: ${x}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (a >= 25 && Math.abs(x - a) <= 0.4 * a) return temmeGamma(a, x);
  if (a <= 1 && x <= 1.1) return smallLimit(a, x);
  if (a > 1 && x < a + 1) {
    const lower = lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

/** Alternating series in x; the complement is taken before the rounding, so that a tiny upper tail stays accurate. */
function smallLimit(a: number, x: number): { readonly lower: number; readonly upper: number } {
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 60; n++) {
    term *= -x / n;
    sum += (term * a) / (a + n);
    if (Math.abs(term) < 1e-18) break;
  }
  const logGamma = a <= 0.5 ? logGammaOnePlus(a) : Math.log(a) + logGammaOnePlus(a - 1);
  const logScale = a * Math.log(x) - logGamma;
  const scale = Math.exp(logScale);
  return { lower: scale * (1 + sum), upper: -Math.expm1(logScale) - scale * sum };
}

function lowerSeries(a: number, x: number): number {
  const scale = gammaKernel(a, x);
  if (scale === 0) return 0;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < 10_000 && term > sum * 1e-17; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return scale * sum;
}

function upperFraction(a: number, x: number): number {
  const scale = a * gammaKernel(a, x);
  if (scale === 0) return 0;
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    value *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return scale * value;
}
