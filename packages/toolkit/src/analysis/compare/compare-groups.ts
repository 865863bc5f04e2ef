import type { Estimate, Interval, RowComparison } from "@evenhand/standard";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import type { CaveatId } from "../caveat.ts";
import { directionOf } from "./direction.ts";
import { type CompareOptions, type GroupCount, otherSide } from "./group-count.ts";
import { compareRule } from "./rule.ts";

/** A ratio with what chance could make of it. */
export type RatioEstimate = { readonly ratio: number; readonly interval: Interval; readonly p: number };

/** The arithmetic of one kind of comparison: rates per exposure, or shares of a whole. */
export type Estimator = {
  /** Exposure below which nothing is said of a group, and the caveat that says why. */
  readonly smallest: number;
  readonly tooSmall: CaveatId;
  /** A group without any event may be one that the records never name, so it is not compared. */
  readonly needsEvents: boolean;
  rate(group: GroupCount): Estimate | Refusal;
  ratio(group: GroupCount, other: GroupCount): RatioEstimate | Refusal;
  difference(group: GroupCount, other: GroupCount): Estimate | undefined;
  /** Every ratio that the missing values leave possible. */
  range(group: GroupCount, other: GroupCount): Interval | undefined;
};

/**
 * Compares every group with the reference: rate, ratio, difference, excess, the range the missing leave, and what may
 * be said. p values are adjusted by Holm over the groups of the question. Groups are not compared when more than 30 in
 * 100 values are missing; when more than 20 are, a difference must hold in the worst case too.
 *
 * @returns one comparison per group, in their order
 * @throws RangeError if a count or exposure is negative
 */
export function compareGroups(
  groups: readonly GroupCount[],
  options: CompareOptions,
  estimator: Estimator,
): readonly RowComparison[] {
  const drafts = groups.map((group) => draftComparison(group, groups, options, estimator));
  const adjusted = holmAdjust(drafts.flatMap(({ estimate }) => (estimate === undefined ? [] : [estimate.p])));
  let next = 0;
  return drafts.map(({ row, estimate, smallest }): RowComparison => {
    if (estimate === undefined) return row;
    const p = adjusted[next++] ?? 1;
    const direction = directionOf(estimate.interval, p);
    if (isReversible(direction, row.ratioRange, options.missingShare ?? 0))
      return { ...row, p, direction: "cannot-tell", reason: "missing-could-change-it" };
    return smallest < compareRule("smallCount")
      ? { ...row, p, direction, reason: "small-counts" }
      : { ...row, p, direction };
  });
}

type Draft = { readonly row: RowComparison; readonly estimate?: RatioEstimate; readonly smallest: number };

function draftComparison(
  group: GroupCount,
  groups: readonly GroupCount[],
  { reference, missingShare = 0 }: CompareOptions,
  estimator: Estimator,
): Draft {
  const none = (reason?: CaveatId, row: Partial<RowComparison> = {}): Draft => ({
    row: { exposure: group.exposure, ...row, direction: "none", ...(reason === undefined ? {} : { reason }) },
    smallest: 0,
  });
  if (group.exposure < estimator.smallest) return none(estimator.tooSmall);
  const rate = estimator.rate(group);
  if (isRefusal(rate)) return none(estimator.tooSmall);
  const other = otherSide(groups, group, reference);
  if (other === undefined) return none(undefined, { rate });
  if (other.exposure < estimator.smallest) return none("small-reference", { rate });
  const range = estimator.range(group, other);
  const known = { rate, ...(range === undefined ? {} : { ratioRange: range }) };
  if (missingShare > 0.3) return none("no-group-comparison", known);
  if (estimator.needsEvents && group.count === 0) return none("no-events", known);
  const estimate = estimator.ratio(group, other);
  if (isRefusal(estimate)) return none(refusalCaveat(estimate), known);
  const difference = estimator.difference(group, other);
  const { ratio, interval } = estimate;
  return {
    row: {
      exposure: group.exposure,
      ...known,
      ratio: { value: ratio, interval },
      ...(difference === undefined ? {} : { difference }),
      excess: group.count - (other.count / other.exposure) * group.exposure,
      direction: "none",
    },
    estimate,
    smallest: Math.min(group.count, other.count),
  };
}

function isReversible(direction: string, range: Interval | undefined, missingShare: number): boolean {
  if (range === undefined || missingShare <= 0.2) return false;
  return (direction === "higher" && range.low <= 1) || (direction === "lower" && range.high >= 1);
}

function refusalCaveat({ reason }: Refusal): CaveatId {
  if (reason === "no_events" || reason === "zero_cell") return "no-events";
  if (reason === "no_reference_events") return "no-reference-events";
  return "no-ratio";
}
