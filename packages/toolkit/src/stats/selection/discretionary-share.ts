import type { Refusal } from "../refusal.ts";

/** Encounters of one group that were recorded, and all of them, recorded or not (or in the same proportion). */
export type RecordedEncounters = { readonly recorded: number; readonly encounters: number };

/**
 * ρ of {@link knoxLoweMummoloBounds} if encounters are known from elsewhere and the groups' encounters are alike: the
 * share of the group's recorded encounters that would not have been recorded at the reference group's rate,
 * 1 − (n₀/e₀)/(n₁/e₁). Only as good as the outside count of encounters: use it as one preset among several.
 *
 * Source: derived from the assumptions of Knox, Lowe & Mummolo (2020), American Political Science Review 114(3),
 * 619–637.
 *
 * @returns at most 1; below 0 if the reference group's encounters are recorded more often, which contradicts the
 *   assumption that none would be recorded for the reference group only. A refusal if a group has no encounters or the
 *   group has none recorded
 * @throws RangeError if a number is negative or not finite
 * @example discretionaryShare({ recorded: 300, encounters: 1000 }, { recorded: 200, encounters: 1000 }) // 0.3333…
 */
export function discretionaryShare(group: RecordedEncounters, reference: RecordedEncounters): number | Refusal {
  for (const [name, value] of [...Object.entries(group), ...Object.entries(reference)])
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be a finite number, not negative: ${value}`);
  if (group.encounters === 0 || reference.encounters === 0) return { reason: "no_exposure" };
  if (group.recorded === 0) return { reason: "no_events" };
  return 1 - (reference.recorded / reference.encounters) * (group.encounters / group.recorded);
}
