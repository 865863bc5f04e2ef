import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/** @see shareEstimate */
export type ShareEstimate = { readonly share: number; readonly interval: Interval; readonly method: "wilson" };

/**
 * A share with its default interval, Wilson's, for numbers that come from a file: what allows no share is a
 * {@link Refusal}, not an error. Not for rates per exposure and not for rows that come in clusters.
 *
 * Source: Wilson (1927), JASA 22, 209–212; chosen as default after Brown, Cai & DasGupta (2001), Statistical Science 16.
 *
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example shareEstimate(81, 263) // { share: 0.30798…, interval: { low: 0.25528…, high: 0.36620… }, method: "wilson" }
 */
export function shareEstimate(
  count: number,
  total: number,
  { level = 0.95 }: IntervalOptions = {},
): ShareEstimate | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal({ count, total });
  if (isRefusal(refusal)) return refusal;
  return { share: count / total, interval: wilsonInterval(count, total, z), method: "wilson" };
}
