import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import { levelScore } from "../shares/level-score.ts";

/** One group: recorded encounters, those with the outcome, and how many encounters there were in truth. */
export type EncounterGroup = {
  readonly count: number;
  readonly recorded: number;
  /** All encounters, recorded or not, or the group's share of them: only the ratio of the two groups matters. */
  readonly encounters: number;
};

/** @see causalRiskRatio */
export type CausalRiskRatio = {
  /** Ratio of shares among the recorded; undefined if it is 0/0. */
  readonly naive?: number;
  /** Ratio per encounter; undefined if it is 0/0, Infinity if only the group had the outcome. */
  readonly ratio?: number;
  /** Standard error of ln(ratio), with the encounters taken as known; undefined if a count is 0. */
  readonly standardErrorLog?: number;
  readonly interval?: Interval;
};

/**
 * Ratio of the outcome per encounter, recorded or not: (x₁/e₁)/(x₀/e₀), which is the ratio among the recorded times
 * how much more often the group's encounters are recorded. Needs no assumption that recorded encounters are alike,
 * only an outside source for the ratio of encounters, so draw it as a curve over what that ratio could be. The
 * interval holds chance in the counts, not doubt about the encounters, and needs counts of about 10 or more.
 *
 * Source: Zhao, Keele, Small & Joffe (2021), American Political Science Review 116(1), 337–350; log-scale delta method.
 *
 * @returns a refusal if a group has no encounters, no recorded encounter, or more outcomes than recorded encounters
 * @throws RangeError if a number is negative or not finite, or the level is not in (0, 1)
 * @example causalRiskRatio({ count: 5, recorded: 20, encounters: 0.5 }, { count: 3, recorded: 25, encounters: 0.5 })
 *   // { naive: 2.0833…, ratio: 1.6666…, standardErrorLog: 0.7302…, interval: { low: 0.3983…, high: 6.9739… } }
 */
export function causalRiskRatio(
  group: EncounterGroup,
  reference: EncounterGroup,
  { level = 0.95 }: { readonly level?: number } = {},
): CausalRiskRatio | Refusal {
  if (!(0 < level && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  for (const [name, value] of [...Object.entries(group), ...Object.entries(reference)])
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be a finite number, not negative: ${value}`);
  if (group.encounters === 0 || reference.encounters === 0) return { reason: "no_exposure" };
  if (group.recorded === 0 || reference.recorded === 0) return { reason: "no_exposure", detail: "nothing recorded" };
  if (group.count > group.recorded || reference.count > reference.recorded) return { reason: "count_exceeds_total" };

  if (group.count === 0 && reference.count === 0) return {};
  const per = (by: "recorded" | "encounters"): number => (group.count / group[by]) * (reference[by] / reference.count);
  const [naive, ratio] = [per("recorded"), per("encounters")];
  if (group.count === 0 || reference.count === 0) return { naive, ratio };
  const standardErrorLog = Math.sqrt(1 / group.count + 1 / reference.count);
  const margin = levelScore(level) * standardErrorLog;
  const interval = { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin) };
  return { naive, ratio, standardErrorLog, interval };
}
