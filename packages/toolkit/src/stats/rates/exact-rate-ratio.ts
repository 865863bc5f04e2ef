import type { Interval } from "@evenhand/standard";
import { betaQuantileLogOdds } from "../functions/beta-quantile.ts";
import { binomialTails } from "../functions/binomial-probability.ts";
import type { Refusal } from "../refusal.ts";
import { chanceIfEqual } from "./chance-if-equal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";

/**
 * Exact confidence interval of the ratio of two Poisson rates. Given both counts together, the group's count is
 * binomial with p = RR·t₁ / (RR·t₁ + t₀); the limits of Clopper & Pearson for p give those for RR. Covers at least as
 * often as its level says. Infinite above if the reference has no events; [0, ∞] if neither has. Not for clustered
 * events.
 *
 * Source: Przyborowski & Wilenski (1940), Biometrika 31, 313–323; Fay (2010), Biostatistics 11, 373–374.
 *
 * @param options level, 0.95 if absent
 * @returns interval, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example exactRateRatioInterval({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { low: 1.0364696…, high: 10.5511497… }
 */
export function exactRateRatioInterval(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | Refusal {
  const p = (1 - checkLevel(level)) / 2;
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const { low, high } = exactLogOdds(group.count, reference.count, p);
  const scale = reference.exposure / group.exposure;
  return { low: Math.exp(low) * scale, high: Math.exp(high) * scale };
}

/**
 * Clopper & Pearson's limits for the chance of success, as log odds, each with this probability beyond it.
 *
 * Source: Clopper & Pearson (1934), Biometrika 26, 404–413.
 *
 * @example exactLogOdds(1, 0, 0.025) // { low: -3.6635616461…, high: Infinity }
 */
export function exactLogOdds(successes: number, failures: number, probability: number): Interval {
  return {
    low:
      successes === 0 ? Number.NEGATIVE_INFINITY : betaQuantileLogOdds(probability, { a: successes, b: failures + 1 }),
    high:
      failures === 0
        ? Number.POSITIVE_INFINITY
        : betaQuantileLogOdds(probability, { a: successes + 1, b: failures, tail: "upper" }),
  };
}

/**
 * Exact p value against equal rates: twice the smaller binomial tail, at most 1. It agrees with
 * {@link exactRateRatioInterval}; p values by minimum likelihood, as in R's poisson.test, need not.
 *
 * Source: Fay (2010), Biostatistics 11, 373–374 (central).
 *
 * @returns p value, 0–1, or why there is none; 1 if neither has events
 * @throws RangeError if a count is not whole or a number is not finite
 * @example exactRateRatioPValue({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // 0.0413894653…
 */
export function exactRateRatioPValue(group: Events, reference: Events): number | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const chance = chanceIfEqual(group, reference);
  const total = group.count + reference.count;
  const atMost = binomialTails(group.count, total, chance).lower;
  const atLeast = binomialTails(group.count - 1, total, chance).upper;
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}
