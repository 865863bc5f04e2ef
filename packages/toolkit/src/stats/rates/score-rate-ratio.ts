import type { Interval } from "@evenhand/standard";
import { normalQuantile, normalTail } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";
import { chanceIfEqual } from "./chance-if-equal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";

/**
 * Score confidence interval of the ratio of two Poisson rates: Wilson's limits for the group's share of the events,
 * turned into a ratio. Good from about 50 events on each side. Infinite above if the reference has no events; [0, ∞] if
 * neither has. Not for small counts: use mid-p.
 *
 * Source: Graham, Mayer & Ng (2003), Statistics in Medicine 22, 2071–2083; Wilson (1927), JASA 22, 209–212.
 *
 * @param options level, 0.95 if absent
 * @returns interval, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example scoreRateRatioInterval({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { low: 1.1335569…, high: 7.9396101… }
 */
export function scoreRateRatioInterval(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | Refusal {
  const z = -normalQuantile((1 - checkLevel(level)) / 2);
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const scale = reference.exposure / group.exposure;
  return {
    low: group.count === 0 ? 0 : scale / upperOdds(reference.count, group.count, z),
    high: reference.count === 0 ? Number.POSITIVE_INFINITY : upperOdds(group.count, reference.count, z) * scale,
  };
}

/** Odds of Wilson's upper limit: the larger root o of (x − o·y)² = z² o (x + y), which needs no subtraction. */
function upperOdds(successes: number, failures: number, z: number): number {
  const total = successes + failures;
  const half = successes * failures + (z * z * total) / 2;
  const root = Math.sqrt(z * z * total * (successes * failures + (z * z * total) / 4));
  return (half + root) / failures ** 2;
}

/**
 * Score p value against equal rates: z = (x₁ − n p) / √(n p q) with p = t₁ / (t₁ + t₀), two-sided. It agrees with
 * {@link scoreRateRatioInterval}.
 *
 * Source: Graham, Mayer & Ng (2003), Statistics in Medicine 22, 2071–2083.
 *
 * @returns p value, 0–1, or why there is none
 * @throws RangeError if a count is not whole or a number is not finite
 * @example scoreRateRatioPValue({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // 0.0253473186…
 */
export function scoreRateRatioPValue(group: Events, reference: Events): number | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const total = group.count + reference.count;
  if (total === 0) return { reason: "no_events" };
  const { p, q } = chanceIfEqual(group, reference);
  return normalTail((group.count * q - reference.count * p) / Math.sqrt(total * p * q));
}
