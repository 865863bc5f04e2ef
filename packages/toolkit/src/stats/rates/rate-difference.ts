import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";
import { garwoodInterval } from "./garwood-interval.ts";

/** A difference of rates or counts, with its interval. */
export type Difference = { readonly difference: number; readonly interval: Interval };

/** Level of the interval (0.95) and the exposure the rates are stated for (1). */
export type DifferenceOptions = { readonly level?: number; readonly per?: number };

/**
 * Difference of two Poisson rates, x₁/t₁ − x₀/t₀, with the MOVER interval made of the two exact intervals:
 * d − √((r₁ − l₁)² + (u₀ − r₀)²) and d + √((u₁ − r₁)² + (r₀ − l₀)²). Usable with counts of 0. Not for clustered events.
 *
 * Source: Zou & Donner (2008), Statistics in Medicine 27, 1693–1702; Li, Tang & Wong (2014), Statistical Methods in
 * Medical Research 23, 491–507.
 *
 * @returns difference with interval, in events per `per` of exposure, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example rateDifference({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }, { per: 1000 }) // { difference: 10, interval: { low: 0.6145017684…, high: 20.308865496… } }
 */
export function rateDifference(
  group: Events,
  reference: Events,
  { level = 0.95, per = 1 }: DifferenceOptions = {},
): Difference | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const difference = group.count / group.exposure - reference.count / reference.exposure;
  const own = reaches(group, level);
  const other = reaches(reference, level);
  return {
    difference: difference * per,
    interval: {
      low: (difference - Math.hypot(own.below, other.above)) * per,
      high: (difference + Math.hypot(own.above, other.below)) * per,
    },
  };
}

/**
 * The same difference with the Wald interval d ± z √(x₁/t₁² + x₀/t₀²). Can be done by hand. Not for publishing where a
 * count is below 20: with counts of 0 it has no width.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, chapter 2.
 *
 * @returns difference with interval, in events per `per` of exposure, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example waldRateDifference({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }, { per: 1000 }) // { difference: 10, interval: { low: 1.2347745942…, high: 18.765225405… } }
 */
export function waldRateDifference(
  group: Events,
  reference: Events,
  { level = 0.95, per = 1 }: DifferenceOptions = {},
): Difference | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const z = -normalQuantile((1 - checkLevel(level)) / 2);
  const difference = group.count / group.exposure - reference.count / reference.exposure;
  const margin =
    z * Math.hypot(Math.sqrt(group.count) / group.exposure, Math.sqrt(reference.count) / reference.exposure);
  return {
    difference: difference * per,
    interval: { low: (difference - margin) * per, high: (difference + margin) * per },
  };
}

/**
 * Events of the group beyond those it would have at the reference's rate: x₁ − t₁·x₀/t₀, with the interval of
 * {@link rateDifference} times t₁. Below 0 if the group's rate is lower. Not a count of wrong or avoidable events.
 *
 * Source: Rothman & Greenland (1998), Modern Epidemiology, chapter 3 (excess caseload).
 *
 * @returns excess with interval, in events, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example excessEvents({ count: 263, exposure: 71000 }, { count: 520, exposure: 610000 }) // { difference: 202.4754098… }
 */
export function excessEvents(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): Difference | Refusal {
  return rateDifference(group, reference, { level, per: group.exposure });
}

/** How far the exact interval of one rate reaches below and above it. */
function reaches({ count, exposure }: Events, level: number): { readonly below: number; readonly above: number } {
  const { low, high } = garwoodInterval(count, { level });
  return { below: (count - low) / exposure, above: (high - count) / exposure };
}
