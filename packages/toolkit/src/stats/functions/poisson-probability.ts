import { gammaShare, gammaTail } from "./gamma-tail.ts";
import { poissonDeviance } from "./poisson-deviance.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";

/**
 * Probability that a Poisson count is at most k.
 *
 * Source: Abramowitz & Stegun (1964), 26.4.21: Q(k + 1, mean).
 *
 * @param k count; below 0 gives 0, fractions are rounded down
 * @param mean expected count, at least 0
 * @returns probability, 0–1
 * @throws RangeError if k is not a number or the mean is negative
 * @example poissonShare(0, 0.1) // 0.904837418035…
 */
export function poissonShare(k: number, mean: number): number {
  check(k, mean);
  if (k < 0) return 0;
  if (k === Number.POSITIVE_INFINITY) return 1;
  return gammaTail(Math.floor(k) + 1, mean);
}

/**
 * Probability that a Poisson count is above k.
 *
 * Source: as {@link poissonShare}.
 *
 * @param k count; below 0 gives 1, fractions are rounded down
 * @param mean expected count, at least 0
 * @returns probability, 0–1
 * @throws RangeError if k is not a number or the mean is negative
 * @example poissonUpperTail(0, 0.1) // 0.095162581964…
 */
export function poissonUpperTail(k: number, mean: number): number {
  check(k, mean);
  if (k < 0) return 1;
  if (k === Number.POSITIVE_INFINITY) return 0;
  return gammaShare(Math.floor(k) + 1, mean);
}

/**
 * Logarithm of the probability that a Poisson count is exactly k.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities.
 *
 * @param k count; −Infinity is returned where it is not a whole number from 0
 * @param mean expected count, at least 0
 * @throws RangeError if k is not a number or the mean is negative
 * @example poissonLogProbability(2, 1) // -1.693147180559…
 */
export function poissonLogProbability(k: number, mean: number): number {
  check(k, mean);
  if (!(Number.isInteger(k) && k >= 0)) return Number.NEGATIVE_INFINITY;
  if (k === 0) return -mean;
  return -stirlingRemainder(k) - poissonDeviance(k, mean) - 0.5 * Math.log(2 * Math.PI * k);
}

function check(k: number, mean: number): void {
  if (Number.isNaN(k)) throw new RangeError(`invalid k; must be a number: ${k}`);
  if (!(mean >= 0)) throw new RangeError(`invalid mean; must not be negative: ${mean}`);
}
