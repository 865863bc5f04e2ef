import { compareRule } from "./rule.ts";

/** Key of the reference when each group is compared with everybody else whose group is known. */
export const everybodyElse = "everybody-else";

/**
 * Chooses the group that the others are compared with: the reader's choice, else White people when at least 20 events
 * of theirs are recorded (the field's convention), else everybody else. A group is never compared with a total that
 * holds it.
 *
 * @param countByGroup events by code of `race_ethnicity`
 * @example referenceGroup(new Map([["white", 12], ["black", 30]])) // "everybody-else"
 */
export function referenceGroup(countByGroup: ReadonlyMap<string, number>, chosen?: string): string {
  if (chosen !== undefined && countByGroup.has(chosen)) return chosen;
  return (countByGroup.get("white") ?? 0) >= compareRule("referenceEvents") ? "white" : everybodyElse;
}
