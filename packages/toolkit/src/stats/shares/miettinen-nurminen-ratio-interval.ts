import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import type { IntervalOptions } from "./level-score.ts";
import { riskRatioScoreInterval } from "./risk-ratio-score-interval.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Score interval for the ratio of two shares with the variance enlarged by N/(N − 1), N being all people of both
 * groups; a little wider than {@link koopmanInterval}. Not for rates per exposure, and not for people counted in both
 * groups.
 *
 * Formula: the θ with |T(θ)|·√((N − 1)/N) ≤ z; see {@link riskRatioScore}.
 *
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226.
 *
 * @returns limits of the ratio first : reference; low is 0 if the first count is 0, high is Infinity if the reference
 *   count is 0
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example miettinenNurminenRatioInterval({ count: 36, total: 40 }, { count: 16, total: 80 }) // { low: 2.93464…, high: 7.16629… }
 */
export function miettinenNurminenRatioInterval(
  first: Proportion,
  reference: Proportion,
  options: IntervalOptions = {},
): Interval | Refusal {
  const people = first.total + reference.total;
  return riskRatioScoreInterval(first, reference, { ...options, varianceFactor: people / (people - 1) });
}
