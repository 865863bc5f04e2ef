import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import type { IntervalOptions } from "./level-score.ts";
import { riskRatioScoreInterval } from "./risk-ratio-score-interval.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Score interval for the ratio of two shares, our default: all ratios that the chi-square test with the shares fitted
 * to that ratio does not reject. Usable with small counts and zeros. Not for rates per exposure, and not for people
 * counted in both groups.
 *
 * Formula: the θ with |T(θ)| ≤ z; see {@link riskRatioScore}.
 *
 * Source: Koopman (1984), Biometrics 40, 513–517.
 *
 * @returns limits of the ratio first : reference; low is 0 if the first count is 0, high is Infinity if the reference
 *   count is 0
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example koopmanInterval({ count: 36, total: 40 }, { count: 16, total: 80 }) // { low: 2.93956…, high: 7.15222… }
 */
export function koopmanInterval(
  first: Proportion,
  reference: Proportion,
  options: IntervalOptions = {},
): Interval | Refusal {
  return riskRatioScoreInterval(first, reference, options);
}
