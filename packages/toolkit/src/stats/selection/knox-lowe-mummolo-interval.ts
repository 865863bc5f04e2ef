import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { levelScore } from "../shares/level-score.ts";
import { wilsonInterval } from "../shares/wilson-interval.ts";
import { type EncounterCounts, stratifiedKnoxLoweMummoloBounds } from "./knox-lowe-mummolo-bounds.ts";

/** @see knoxLoweMummoloInterval */
export type KnoxLoweMummoloInterval = {
  /** Interval of the effect among the group's own encounters, given ρ. */
  readonly amongGroup: Interval;
  /** Lower limit of the lower bound to upper limit of the upper bound; undefined when ρ is 1. */
  readonly bounds?: Interval;
};

/**
 * Chance in the counts, around the bounds of {@link stratifiedKnoxLoweMummoloBounds}: what the bounds could have been
 * with other people in the same encounters. Joins the distances of each share from its own Wilson limits, so it is
 * usable with zeros, where resampling would show no chance at all, and with ρ = 0 and one stratum it is Newcombe's
 * interval. Holds chance only: ρ and the assumptions are taken as given, the numbers of encounters as fixed. A little
 * wide, as it covers both bounds. Not for encounters that come in clusters.
 *
 * Source: Zou & Donner (2008), Statistics in Medicine 27, 1693–1702 (variance recovered from limits); Newcombe (1998),
 * Statistics in Medicine 17, 873–890.
 *
 * @returns a refusal if no stratum has encounters of both groups
 * @throws RangeError if a count exceeds its total, or ρ or the level is out of range
 * @example knoxLoweMummoloInterval([{ group: { count: 56, total: 70 }, reference: { count: 48, total: 80 } }], 0)
 *   // { bounds: { low: 0.05243…, high: 0.33387… } }
 */
export function knoxLoweMummoloInterval(
  strata: readonly EncounterCounts[],
  discretionaryShare: number,
  { level = 0.95 }: { readonly level?: number } = {},
): KnoxLoweMummoloInterval | Refusal {
  const z = levelScore(level);
  const found = stratifiedKnoxLoweMummoloBounds(strata, discretionaryShare);
  if (isRefusal(found)) return found;
  const kept = 1 - discretionaryShare;
  const parts = strata
    .filter(({ group, reference }) => group.total > 0 && reference.total > 0)
    .map((counts) => ({ ...counts, share: counts.group.total / (counts.group.total + counts.reference.total) }));

  const own = marginOf(parts, z, {
    weight: ({ group }) => group.total,
    rise: (value) => value,
    slope: () => kept,
  });
  const amongGroup = { low: found.amongGroup - own.below, high: found.amongGroup + own.above };
  if (found.bounds === undefined) return { amongGroup };
  const all = {
    weight: ({ group, reference }: Part) => group.total + reference.total,
    slope: ({ share }: Part) => 1 - discretionaryShare * share,
  };
  const lowest = marginOf(parts, z, { ...all, rise: (value) => value });
  const highest = marginOf(parts, z, {
    ...all,
    rise: (value, { share }) => share * value + (1 - share) * Math.min(1, value / kept),
  });
  return { amongGroup, bounds: { low: found.bounds.low - lowest.below, high: found.bounds.high + highest.above } };
}

type Part = EncounterCounts & { readonly share: number };

/** A bound as a weighted mean of rise(group's share) − slope · reference's share, the rise never falling. */
type Bound = {
  readonly weight: (part: Part) => number;
  readonly rise: (share: number, part: Part) => number;
  readonly slope: (part: Part) => number;
};

function marginOf(parts: readonly Part[], z: number, { weight, rise, slope }: Bound) {
  const total = parts.reduce((sum, part) => sum + weight(part), 0);
  const squares = { below: 0, above: 0 };
  for (const part of parts) {
    const { group, reference } = part;
    const own = wilsonInterval(group.count, group.total, z);
    const other = wilsonInterval(reference.count, reference.total, z);
    const value = rise(group.count / group.total, part);
    const otherShare = reference.count / reference.total;
    const factor = (weight(part) / total) ** 2;
    squares.below += factor * ((value - rise(own.low, part)) ** 2 + (slope(part) * (other.high - otherShare)) ** 2);
    squares.above += factor * ((rise(own.high, part) - value) ** 2 + (slope(part) * (otherShare - other.low)) ** 2);
  }
  return { below: Math.sqrt(squares.below), above: Math.sqrt(squares.above) };
}
