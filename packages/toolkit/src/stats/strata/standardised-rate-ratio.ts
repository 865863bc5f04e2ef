import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";
import type { RateStratum } from "./stratum.ts";
import { weightedRate } from "./weighted-rate.ts";

/** @see standardisedRateRatio */
export type StandardisedRateRatio = {
  readonly ratio: number;
  readonly interval: Interval;
  readonly logStandardError: number;
};

/**
 * Ratio of two directly standardised rates with the same standard: how many times as high the first group's rate is,
 * allowing for the strata, such as age. Not with few events in either group, nor where the ratio truly differs between
 * strata.
 *
 * Formula: y₁/y₀; Var ln = v₁/y₁² + v₀/y₀²; see {@link weightedRate}.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research, vol. 2, section 2.2.
 *
 * @returns a refusal if a stratum with weight has no exposure, or a group has no event
 * @throws RangeError if a number is not finite, a weight is negative, or the level is not between 0 and 1
 * @example standardisedRateRatio([
 *   { count1: 12, exposure1: 1000, count0: 4, exposure0: 900, weight: 0.4 },
 *   { count1: 5, exposure1: 800, count0: 9, exposure0: 3000, weight: 0.6 },
 * ]) // { ratio: 2.3897… }
 */
export function standardisedRateRatio(
  strata: readonly (RateStratum & { readonly weight: number })[],
  { level = 0.95 }: IntervalOptions = {},
): StandardisedRateRatio | Refusal {
  const z = levelScore(level);
  const first = weightedRate(
    strata.map(({ count1, exposure1, weight }) => ({ count: count1, exposure: exposure1, weight })),
  );
  if (isRefusal(first)) return first;
  const reference = weightedRate(
    strata.map(({ count0, exposure0, weight }) => ({ count: count0, exposure: exposure0, weight })),
  );
  if (isRefusal(reference)) return reference;
  if (reference.rate === 0) return { reason: "no_reference_events" };
  if (first.rate === 0) return { reason: "no_events" };

  const ratio = first.rate / reference.rate;
  const logStandardError = Math.hypot(
    Math.sqrt(first.variance) / first.rate,
    Math.sqrt(reference.variance) / reference.rate,
  );
  const margin = z * logStandardError;
  return { ratio, interval: { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin) }, logStandardError };
}
