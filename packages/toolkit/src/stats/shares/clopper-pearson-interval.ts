import type { Interval } from "@evenhand/standard";
import { betaQuantile } from "../functions/beta-quantile.ts";
import { checkProportion } from "./check-proportion.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";

/**
 * Exact interval for a proportion: the shares at which the observed count would lie in neither tail of the binomial.
 * Never covers less often than its level, and so is wider than need be; for legal use. Not for everyday display: use
 * {@link wilsonInterval}.
 *
 * Formula: low = Beta(α/2; x, n − x + 1), high = Beta(1 − α/2; x + 1, n − x).
 *
 * Source: Clopper & Pearson (1934), Biometrika 26, 404–413.
 *
 * @returns lower and upper bound, as shares 0–1
 * @throws RangeError if total is not positive, count is not in [0, total] or the level is not between 0 and 1
 * @example clopperPearsonInterval(81, 263) // { low: 0.25273…, high: 0.36762… }
 */
export function clopperPearsonInterval(count: number, total: number, { level = 0.95 }: IntervalOptions = {}): Interval {
  checkProportion(count, total);
  levelScore(level);
  const tail = (1 - level) / 2;
  const low = count === 0 ? 0 : betaQuantile(tail, count, total - count + 1);
  const high = count === total ? 1 : 1 - betaQuantile(tail, total - count, count + 1);
  return { low, high };
}
