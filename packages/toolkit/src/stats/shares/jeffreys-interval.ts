import type { Interval } from "@evenhand/standard";
import { betaQuantile } from "../functions/beta-quantile.ts";
import { checkProportion } from "./check-proportion.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";

/**
 * Equal-tailed posterior interval for a proportion under Jeffreys' prior, with the lower limit 0 when nothing was
 * counted and the upper limit 1 when everything was. Close to nominal on average; it may cover less often than its
 * level for some shares, so not where a guarantee is needed: use {@link clopperPearsonInterval}.
 *
 * Formula: the α/2 and 1 − α/2 quantiles of Beta(x + ½, n − x + ½).
 *
 * Source: Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133, section 3.1.
 *
 * @returns lower and upper bound, as shares 0–1
 * @throws RangeError if total is not positive, count is not in [0, total] or the level is not between 0 and 1
 * @example jeffreysInterval(0, 10) // { low: 0, high: 0.21719… }
 */
export function jeffreysInterval(count: number, total: number, { level = 0.95 }: IntervalOptions = {}): Interval {
  checkProportion(count, total);
  levelScore(level);
  const tail = (1 - level) / 2;
  const low = count === 0 ? 0 : betaQuantile(tail, count + 0.5, total - count + 0.5);
  const high = count === total ? 1 : 1 - betaQuantile(tail, total - count + 0.5, count + 0.5);
  return { low, high };
}
