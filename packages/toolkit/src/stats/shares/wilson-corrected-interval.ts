import type { Interval } from "@evenhand/standard";
import { checkProportion } from "./check-proportion.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";

/**
 * Wilson's interval for a proportion with the continuity correction of half a count, which makes it nearly as wide as
 * the exact one. Not for everyday display: use {@link wilsonInterval}.
 *
 * Formula: Wilson's lower limit at the share (x − ½)/n and upper limit at (x + ½)/n, cut off at 0 and 1. R's
 * `prop.test` makes the correction no larger than the distance of x from n·p₀, where p₀ is the share it tests (½ unless
 * told); give `testedShare` to do the same. It matters only where x is within half a count of n·p₀.
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 857–872, method 4, after Blyth & Still (1983).
 *
 * @param options `testedShare` limits the correction as R does; without it the correction is always ½
 * @returns lower and upper bound, as shares 0–1
 * @throws RangeError if total is not positive, count is not in [0, total], or the level or tested share not in range
 * @example wilsonCorrectedInterval(81, 263) // { low: 0.25350…, high: 0.36817… }
 */
export function wilsonCorrectedInterval(
  count: number,
  total: number,
  { level = 0.95, testedShare }: IntervalOptions & { readonly testedShare?: number } = {},
): Interval {
  checkProportion(count, total);
  const z = levelScore(level);
  if (testedShare !== undefined && !(testedShare >= 0 && testedShare <= 1))
    throw new RangeError(`invalid testedShare; not in [0, 1]: ${testedShare}`);
  const distance = testedShare === undefined ? 0.5 : Math.abs(count - total * testedShare);
  const correction = Math.min(0.5, distance);
  return {
    low: lowerLimit(count - correction, total, z),
    high: 1 - lowerLimit(total - count - correction, total, z),
  };
}

function lowerLimit(count: number, total: number, z: number): number {
  if (count <= 0) return 0;
  const share = count / total;
  const spread = z * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  return share ** 2 / (share + z ** 2 / (2 * total) + spread);
}
