import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import { levelScore } from "../shares/level-score.ts";

/** Events on each of two lists, and on both. */
export type TwoLists = { readonly first: number; readonly second: number; readonly both: number };

/** @see chapmanEstimate */
export type ChapmanEstimate = {
  /** Estimated number of events, seen and unseen. */
  readonly total: number;
  readonly variance: number;
  /** Events on at least one list. */
  readonly seen: number;
  /** Share of the estimated total that is on the first list; undefined if both lists are empty. */
  readonly firstListShare?: number;
  /** Undefined if no unseen events are estimated. Never below the number seen. */
  readonly interval?: Interval;
};

/**
 * How many events there were, from two lists that each miss some: (n₁ + 1)(n₂ + 1)/(m + 1) − 1. Assumes that being on
 * one list makes the other no more likely, that events are matched without error, and that all are as likely to be
 * listed. Lists of one department depend on each other (the same officer writes both): then the estimate is too low
 * and is a lower bound. Not for lists that were made from one another.
 *
 * Source: Chapman (1951), University of California Publications in Statistics 1, 131–160; variance Seber (1970),
 * Biometrika 57; log-normal interval of the unseen Chao (1987), Biometrics 43, 783–791.
 *
 * @param lists whole numbers
 * @returns a refusal if more are on both lists than on one of them
 * @throws RangeError if a number is negative or not finite, or the level is not in (0, 1)
 * @example chapmanEstimate({ first: 200, second: 80, both: 60 })
 *   // { total: 265.9016…, seen: 220, firstListShare: 0.7521…, interval: { low: 245.5254…, high: 302.5434… } }
 */
export function chapmanEstimate(
  { first, second, both }: TwoLists,
  { level = 0.95 }: { readonly level?: number } = {},
): ChapmanEstimate | Refusal {
  if (!(0 < level && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  for (const [name, value] of Object.entries({ first, second, both }))
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be finite and not negative: ${value}`);
  if (both > Math.min(first, second)) return { reason: "count_exceeds_total" };

  const seen = first + second - both;
  const unseen = ((first - both) / (both + 1)) * (second - both);
  const total = seen + unseen;
  const variance = ((first + 1) / (both + 1)) * ((second + 1) / (both + 2)) * unseen;
  const share = total === 0 ? {} : { firstListShare: first / total };
  if (unseen === 0) return { total, variance, seen, ...share };
  const spread = levelScore(level) * Math.sqrt(Math.log1p(variance / unseen / unseen));
  const interval = { low: seen + unseen * Math.exp(-spread), high: seen + unseen * Math.exp(spread) };
  return { total, variance, seen, ...share, interval };
}
