import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import { byarInterval } from "./byar-interval.ts";
import { refuseEvents } from "./event-rate.ts";
import { garwoodInterval } from "./garwood-interval.ts";
import { poissonMidPInterval } from "./poisson-mid-p-interval.ts";

/** How the interval of a rate is found. */
export type RateMethod = "garwood" | "mid-p" | "byar";

const intervals = { garwood: garwoodInterval, "mid-p": poissonMidPInterval, byar: byarInterval } as const;

/**
 * Confidence interval of a rate, count / exposure. The default is exact (Garwood). With a count of 0 the lower limit is
 * 0 and the upper limit is the finding. Not for events that come in clusters, and not for shares of a whole: use
 * wilsonInterval.
 *
 * Source: see {@link garwoodInterval}, {@link poissonMidPInterval}, {@link byarInterval}.
 *
 * @param count events, a whole number
 * @param exposure above 0, taken as known without error
 * @param options level (0.95), method ("garwood"), per: exposure the rate is stated for (1)
 * @returns interval of the rate, or why there is none
 * @throws RangeError if the count is not whole, a number is not finite or the level is outside (0, 1)
 * @example rateInterval(17, 23456, { per: 1000 }) // { low: 0.42220013939…, high: 1.1604129781… }
 */
export function rateInterval(
  count: number,
  exposure: number,
  options: { readonly level?: number; readonly method?: RateMethod; readonly per?: number } = {},
): Interval | Refusal {
  const { level = 0.95, method = "garwood", per = 1 } = options;
  const refusal = refuseEvents({ count, exposure });
  if (refusal !== undefined) return refusal;
  const { low, high } = intervals[method](count, { level });
  return { low: (low / exposure) * per, high: (high / exposure) * per };
}
