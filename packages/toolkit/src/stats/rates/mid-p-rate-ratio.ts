import type { Interval } from "@evenhand/standard";
import { incompleteBeta, type Tails } from "../functions/beta-share.ts";
import { binomialTails } from "../functions/binomial-probability.ts";
import { solveBracketed } from "../functions/solve-bracketed.ts";
import type { Refusal } from "../refusal.ts";
import { chanceIfEqual } from "./chance-if-equal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";
import { exactLogOdds } from "./exact-rate-ratio.ts";

/**
 * Mid-p confidence interval of the ratio of two Poisson rates: as the exact one, but the observed count's own
 * probability is counted by half. Close to its level on average for small counts, where the exact interval is too wide.
 * Infinite above if the reference has no events; [0, ∞] if neither has. Not for clustered events.
 *
 * Source: Graham, Mayer & Ng (2003), Statistics in Medicine 22, 2071–2083; Rothman & Greenland (1998), chapter 14.
 *
 * @param options level, 0.95 if absent
 * @returns interval, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example midPRateRatioInterval({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { low: 1.1266469…, high: 9.2186708… }
 */
export function midPRateRatioInterval(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | Refusal {
  const p = (1 - checkLevel(level)) / 2;
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const scale = reference.exposure / group.exposure;
  const high = upperLogOdds(group.count, reference.count, p);
  const low = -upperLogOdds(reference.count, group.count, p);
  return { low: Math.exp(low) * scale, high: Math.exp(high) * scale };
}

/** Log odds of the chance at which P(fewer than x successes) + ½ P(x successes) is the probability. */
function upperLogOdds(successes: number, failures: number, probability: number): number {
  if (failures === 0) return Number.POSITIVE_INFINITY;
  if (successes === 0) {
    const logFailure = Math.log(2 * probability) / failures;
    return Math.log(-Math.expm1(logFailure)) - logFailure;
  }
  const midTail = (logOdds: number) => {
    const point = { x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)) };
    const tails: readonly Tails[] = [
      incompleteBeta(point, successes, failures + 1),
      incompleteBeta(point, successes + 1, failures),
    ];
    return tails.reduce((sum, { upper }) => sum + upper / 2, 0);
  };
  const { low, high } = exactLogOdds(successes, failures, probability);
  const margin = 0.01 * (high - low);
  const bracket = { low: low - margin, high: high + margin, absoluteTolerance: 1e-15 };
  return solveBracketed((logOdds) => Math.log(midTail(logOdds) / probability), bracket);
}

/**
 * Mid-p value against equal rates: twice the smaller tail, with the observed count's own probability counted by half.
 * It agrees with {@link midPRateRatioInterval}.
 *
 * Source: Graham, Mayer & Ng (2003), Statistics in Medicine 22, 2071–2083.
 *
 * @returns p value, 0–1, or why there is none; 1 if neither has events
 * @throws RangeError if a count is not whole or a number is not finite
 * @example midPRateRatioPValue({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // 0.0266036987…
 */
export function midPRateRatioPValue(group: Events, reference: Events): number | Refusal {
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const chance = chanceIfEqual(group, reference);
  const total = group.count + reference.count;
  const through = binomialTails(group.count, total, chance);
  const before = binomialTails(group.count - 1, total, chance);
  return Math.min(1, through.lower + before.lower, through.upper + before.upper);
}
