import { binomialLogDensity } from "./binomial-probability.ts";

/**
 * Logarithm of the probability that a negative binomial count is exactly k. Its variance is mean + mean² / size; a huge
 * size gives the Poisson distribution.
 *
 * Source: Venables & Ripley (2002), Modern Applied Statistics with S, 7.4; computed as in Loader (2000).
 *
 * @param k count; −Infinity is returned where it is not a whole number from 0
 * @param options size (often called theta) and mean
 * @throws RangeError if the size is not positive or the mean is negative
 * @example negativeBinomialLogProbability(0, { size: 0.5, mean: 1 }) // -0.549306144334…
 */
export function negativeBinomialLogProbability(
  k: number,
  { size, mean }: { readonly size: number; readonly mean: number },
): number {
  if (!(size > 0)) throw new RangeError(`invalid size; must be positive: ${size}`);
  if (!(mean >= 0)) throw new RangeError(`invalid mean; must not be negative: ${mean}`);
  if (!(Number.isInteger(k) && k >= 0)) return Number.NEGATIVE_INFINITY;
  if (k === 0) return -size * Math.log1p(mean / size);
  const chance = { p: size / (size + mean), q: mean / (size + mean) };
  return Math.log(size / (size + k)) + binomialLogDensity(size, k, chance);
}
