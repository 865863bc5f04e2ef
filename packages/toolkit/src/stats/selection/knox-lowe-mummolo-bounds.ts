import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";

/** Recorded encounters of like circumstances: how often each group had the outcome, and who the encounters were with. */
export type EncounterStratum = {
  /** Share of the group's recorded encounters with the outcome, 0–1. */
  readonly groupShare: number;
  /** Share of the reference group's recorded encounters with the outcome, 0–1. */
  readonly referenceShare: number;
  /** The group's part of all recorded encounters, 0–1. */
  readonly groupPart: number;
};

/** @see knoxLoweMummoloBounds */
export type KnoxLoweMummoloBounds = {
  /** Difference of shares as recorded: what is seen if selection is ignored. */
  readonly naive: number;
  /** Average effect among the group's own recorded encounters, given ρ. */
  readonly amongGroup: number;
  /** Bounds of the average effect among all recorded encounters; undefined when ρ is 1. */
  readonly bounds?: Interval;
  /** The lower bound without the assumption that discretionary encounters are the less severe ones. */
  readonly lowWithoutSeverity?: number;
};

/**
 * What the difference in an outcome between two groups could be, when part of the group's recorded encounters would
 * not have happened to the reference group. Such encounters bring people into the records who differ from the others,
 * so the difference among the recorded can be smaller than, or opposite to, the difference in treatment.
 *
 * With y₁, y₀ the shares, p the group's part and ρ the share of discretionary encounters: among the group's own,
 * y₁ − (1 − ρ)y₀; over all, p(y₁ − (1 − ρ)y₀) + (1 − p)(A − y₀), where A, the group's share in encounters that would
 * have happened either way, lies in [y₁, min(1, y₁/(1 − ρ))]. Without the severity assumption A may be as low as
 * max(0, (y₁ − ρ)/(1 − ρ)).
 *
 * Assumes that the outcome needs a recorded encounter, that no encounter would happen only to the reference group,
 * that encounters which happen either way are at least as severe as discretionary ones, and that the groups are alike
 * otherwise within the stratum. ρ cannot be learnt from these records: show a range of it, never one value. Not a
 * confidence interval.
 *
 * Source: derived from the assumptions of Knox, Lowe & Mummolo (2020), American Political Science Review 114(3),
 * 619–637, and checked by enumeration of principal strata.
 *
 * @param discretionaryShare ρ, the share of the group's recorded encounters that would not have happened to a member
 *   of the reference group, 0–1
 * @throws RangeError if a share is outside [0, 1]
 * @example knoxLoweMummoloBounds({ groupShare: 0.24, referenceShare: 0.19, groupPart: 0.88 }, 0.32)
 *   // { naive: 0.05…, amongGroup: 0.1108, bounds: { low: 0.1035…, high: 0.1170… } }
 */
export function knoxLoweMummoloBounds(stratum: EncounterStratum, discretionaryShare: number): KnoxLoweMummoloBounds {
  const { groupShare, referenceShare, groupPart } = stratum;
  for (const [name, value] of Object.entries({ groupShare, referenceShare, groupPart, discretionaryShare }))
    if (!(0 <= value && value <= 1)) throw new RangeError(`invalid ${name}; not in [0, 1]: ${value}`);
  const naive = groupShare - referenceShare;
  const kept = 1 - discretionaryShare;
  const amongGroup = naive + discretionaryShare * referenceShare;
  if (kept === 0) return { naive, amongGroup };

  const overall = (shareEitherWay: number): number =>
    groupPart * amongGroup + (1 - groupPart) * (shareEitherWay - referenceShare);
  return {
    naive,
    amongGroup,
    bounds: { low: overall(groupShare), high: overall(Math.min(1, groupShare / kept)) },
    lowWithoutSeverity: overall(Math.max(0, (groupShare - discretionaryShare) / kept)),
  };
}

/** Counts of one stratum: recorded encounters of each group, and how many had the outcome. */
export type EncounterCounts = {
  readonly group: { readonly count: number; readonly total: number };
  readonly reference: { readonly count: number; readonly total: number };
};

/**
 * The same over several strata, each weighted by its recorded encounters (the effect among the group's own by the
 * group's). Strata in which one group has no encounter allow no comparison and are left out; `coveredShare` says how
 * much is left.
 *
 * Source: see {@link knoxLoweMummoloBounds}.
 *
 * @param discretionaryShare ρ, the same in every stratum, 0–1
 * @returns a refusal if no stratum has encounters of both groups
 * @throws RangeError if a count exceeds its total, or ρ is outside [0, 1]
 * @example stratifiedKnoxLoweMummoloBounds([{ group: { count: 24, total: 100 }, reference: { count: 19, total: 100 } }], 0)
 *   // { naive: 0.05…, coveredShare: 1 }
 */
export function stratifiedKnoxLoweMummoloBounds(
  strata: readonly EncounterCounts[],
  discretionaryShare: number,
): (KnoxLoweMummoloBounds & { readonly coveredShare: number }) | Refusal {
  for (const { count, total } of strata.flatMap(({ group, reference }) => [group, reference]))
    if (!(0 <= count && count <= total && Number.isFinite(total)))
      throw new RangeError(`invalid count; not in [0, ${total}]: ${count}`);
  const sizeOf = ({ group, reference }: EncounterCounts): number => group.total + reference.total;
  const covered = strata.filter(({ group, reference }) => group.total > 0 && reference.total > 0);
  if (covered.length === 0) return { reason: "no_overlap" };

  const parts = covered.map((stratum) => ({
    weight: sizeOf(stratum),
    groupWeight: stratum.group.total,
    found: knoxLoweMummoloBounds(stratumShares(stratum), discretionaryShare),
  }));
  const mean = (read: (found: KnoxLoweMummoloBounds) => number, weigh: "weight" | "groupWeight" = "weight"): number =>
    parts.reduce((sum, part) => sum + part[weigh] * read(part.found), 0) /
    parts.reduce((sum, part) => sum + part[weigh], 0);
  const coveredShare = sum(covered.map(sizeOf)) / sum(strata.map(sizeOf));
  const naive = mean((found) => found.naive);
  const amongGroup = mean((found) => found.amongGroup, "groupWeight");
  if (discretionaryShare === 1) return { naive, amongGroup, coveredShare };
  return {
    naive,
    amongGroup,
    bounds: { low: mean((found) => found.bounds?.low ?? 0), high: mean((found) => found.bounds?.high ?? 0) },
    lowWithoutSeverity: mean((found) => found.lowWithoutSeverity ?? 0),
    coveredShare,
  };
}

function stratumShares({ group, reference }: EncounterCounts): EncounterStratum {
  return {
    groupShare: group.count / group.total,
    referenceShare: reference.count / reference.total,
    groupPart: group.total / (group.total + reference.total),
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
