import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type Events, refusePair } from "./event-rate.ts";
import { midPRateRatioInterval, midPRateRatioPValue } from "./mid-p-rate-ratio.ts";
import { scoreRateRatioInterval, scoreRateRatioPValue } from "./score-rate-ratio.ts";

/** How many times as high one rate is as another, with its interval and how that was found. */
export type RateRatio = {
  /** Infinity if only the reference has no events. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly method: "mid-p" | "score";
  /** Two-sided p value against equal rates, by the same method as the interval. */
  readonly p: number;
};

/** Below this count on either side the mid-p interval is used, from it on the score interval. */
const countForScore = 50;

/**
 * Ratio of two Poisson rates, (x₁/t₁) / (x₀/t₀), with the interval that suits the counts: mid-p if either is below 50,
 * else score. Not where either count is of clustered events, and never without the rate difference beside it: a ratio
 * exaggerates rare events. A ratio says nothing about causes.
 *
 * Source: Graham, Mayer & Ng (2003), Statistics in Medicine 22, 2071–2083; Fay (2010), Biostatistics 11, 373–374.
 *
 * @param group events of the group
 * @param reference events it is compared with, of other people than the group's
 * @param options level, 0.95 if absent
 * @returns ratio with interval, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example rateRatio({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { ratio: 3, method: "mid-p", p: 0.02660… }
 * @example rateRatio({ count: 0, exposure: 10 }, { count: 0, exposure: 20 }) // { reason: "no_events" }
 */
export function rateRatio(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): RateRatio | Refusal {
  const ratio = rateRatioEstimate(group, reference);
  if (isRefusal(ratio)) return ratio;
  const small = Math.min(group.count, reference.count) < countForScore;
  const findInterval = small ? midPRateRatioInterval : scoreRateRatioInterval;
  const interval = findInterval(group, reference, { level });
  if (isRefusal(interval)) return interval;
  const p = (small ? midPRateRatioPValue : scoreRateRatioPValue)(group, reference);
  if (isRefusal(p)) return p;
  return { ratio, interval, method: small ? "mid-p" : "score", p };
}

/**
 * The ratio of two rates by itself. Not for publishing without its interval: use {@link rateRatio}.
 *
 * Source: as {@link rateRatio}.
 *
 * @returns ratio, Infinity if only the reference has no events, or why there is none
 * @throws RangeError if a count is not whole or a number is not finite
 * @example rateRatioEstimate({ count: 1, exposure: 2 }, { count: 1, exposure: 1 }) // 0.5
 */
export function rateRatioEstimate(group: Events, reference: Events): number | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  if (group.count === 0 && reference.count === 0) return { reason: "no_events" };
  return (group.count / reference.count) * (reference.exposure / group.exposure);
}
