import { logOnePlusRemainder } from "./log-one-plus-remainder.ts";

/**
 * Half the deviance of a count from a mean: count · ln(count / mean) + mean − count, at least 0. Exact where the two
 * are close, which is where the plain formula cancels. Not a test statistic by itself.
 *
 * Source: Loader (2000), Fast and accurate computation of binomial probabilities ("bd0").
 *
 * @param count any number from 0, not only whole
 * @param mean any number from 0
 * @throws RangeError if either is negative
 * @example poissonDeviance(0, 2) // 2
 * @example poissonDeviance(1e9, 1e9 + 1) // 4.9999…e-10
 */
export function poissonDeviance(count: number, mean: number): number {
  if (!(count >= 0)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  if (!(mean >= 0)) throw new RangeError(`invalid mean; must not be negative: ${mean}`);
  if (count === 0) return mean;
  if (mean === 0) return Number.POSITIVE_INFINITY;
  const excess = (mean - count) / count;
  if (excess > -0.5 && excess < Number.MAX_VALUE) return -count * logOnePlusRemainder(excess);
  return count * (Math.log(count) - Math.log(mean)) + mean - count;
}
