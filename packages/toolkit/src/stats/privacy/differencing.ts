import type { Refusal } from "../refusal.ts";

/** @see differencing */
export type Differencing = {
  /** People in the larger count and not in the smaller. */
  readonly difference: number;
  /** The difference is itself too small to publish, so the two counts must not both be. */
  readonly isBlocked: boolean;
};

/**
 * Whether two published counts give away a small one: of two counts of which one holds all people of the other (a
 * year and its first half, a city and all but one beat), the difference is published too. Not for counts that only
 * overlap.
 *
 * Source: Fraser & Wooton (2005), A proposed method for confidentialising tabular output to protect against
 * differencing; Hundepool et al. (2012), Statistical Disclosure Control.
 *
 * @param superset the larger count
 * @param subset people of the superset only
 * @param options.threshold smallest count that may be shown; 11 if not given
 * @returns a refusal if the subset is larger: then it is none
 * @throws RangeError if a number is not a whole number from 0
 * @example differencing(120, 114) // { difference: 6, isBlocked: true }
 */
export function differencing(
  superset: number,
  subset: number,
  { threshold = 11 }: { readonly threshold?: number } = {},
): Differencing | Refusal {
  for (const [name, value] of Object.entries({ superset, subset, threshold }))
    if (!(Number.isInteger(value) && value >= 0))
      throw new RangeError(`invalid ${name}; must be a whole number from 0: ${value}`);
  if (subset > superset) return { reason: "count_exceeds_total", detail: `${subset} of ${superset}` };
  const difference = superset - subset;
  return { difference, isBlocked: difference > 0 && difference < threshold };
}

/** A count already published, and how its people stand to those of a new one. */
export type PublishedCount = {
  readonly id: string;
  readonly count: number;
  readonly holds: "all-of-the-new" | "only-some-of-the-new";
};

/**
 * The published counts from which a new count could be subtracted (or the other way round) to give a small one,
 * by id. Empty if it may be published beside them. Only pairs are looked at: sums of several published counts need
 * {@link suppressionAudit}. A published count that contradicts the new one (a part larger than its whole) is named too.
 *
 * Source: see {@link differencing}.
 *
 * @throws RangeError if a count is not a whole number from 0
 * @example differencingConflicts(114, [{ id: "2023", count: 120, holds: "all-of-the-new" }]) // ["2023"]
 */
export function differencingConflicts(
  count: number,
  published: readonly PublishedCount[],
  { threshold = 11 }: { readonly threshold?: number } = {},
): readonly string[] {
  return published.flatMap(({ id, count: other, holds }) => {
    const [superset, subset] = holds === "all-of-the-new" ? [other, count] : [count, other];
    const found = differencing(superset, subset, { threshold });
    return "reason" in found || found.isBlocked ? [id] : [];
  });
}
