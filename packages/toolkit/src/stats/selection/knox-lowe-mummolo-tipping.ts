import type { Refusal } from "../refusal.ts";

/** @see knoxLoweMummoloTipping */
export type KnoxLoweMummoloTipping = {
  /** ρ*, 0–1. */
  readonly discretionaryShare: number;
  /** False if even ρ = 1 leaves the effect below the target; the share is then 1. */
  readonly isReached: boolean;
};

/**
 * The smallest share of the group's recorded encounters that would have to be discretionary (would not have happened
 * to a member of the reference group) for the effect among the group's own encounters to reach the target:
 * ρ* = 1 − (y₁ − target)/y₀, kept in [0, 1]. With target 0 and a difference below 0: how much selection would be
 * enough to hide equal or worse treatment. 0 if the target is reached without any. Not a measure of how much there
 * is: that cannot be learnt from these records.
 *
 * Source: derived from Knox, Lowe & Mummolo (2020), American Political Science Review 114(3), 619–637.
 *
 * @param groupShare share of the group's recorded encounters with the outcome, 0–1
 * @param referenceShare the same for the reference group
 * @param options.target the effect to reach, −1 to 1; 0 if not given
 * @returns a refusal if the reference group's share is 0: no selection changes the effect then
 * @throws RangeError if a share is outside [0, 1] or the target outside [−1, 1]
 * @example knoxLoweMummoloTipping(0.05, 0.06) // { discretionaryShare: 0.1666…, isReached: true }
 */
export function knoxLoweMummoloTipping(
  groupShare: number,
  referenceShare: number,
  { target = 0 }: { readonly target?: number } = {},
): KnoxLoweMummoloTipping | Refusal {
  for (const [name, value] of Object.entries({ groupShare, referenceShare }))
    if (!(0 <= value && value <= 1)) throw new RangeError(`invalid ${name}; not in [0, 1]: ${value}`);
  if (!(-1 <= target && target <= 1)) throw new RangeError(`invalid target; not in [-1, 1]: ${target}`);
  if (referenceShare === 0) return { reason: "no_reference_events" };
  const needed = (referenceShare - groupShare + target) / referenceShare;
  return { discretionaryShare: Math.min(1, Math.max(0, needed)), isReached: target <= groupShare };
}
