import type { Interval } from "@evenhand/standard";
import type { Heterogeneity } from "./ratio-heterogeneity.ts";

/** A ratio pooled over strata, with what is needed to judge whether pooling was fair. */
export type StratifiedRatio = {
  /** The ratio common to the strata. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly logStandardError: number;
  /** The ratio without strata. */
  readonly crudeRatio: number;
  /** One a stratum, in the order given: Infinity if only the reference had no event, undefined if there is no ratio. */
  readonly stratumRatios: readonly (number | undefined)[];
  readonly heterogeneity: Heterogeneity;
};

/**
 * The ratio of two quotients, a stratum's or the whole's; Infinity if only the reference count is 0, undefined if both
 * are 0 or a group is empty. Not an estimate to publish: it has no interval.
 *
 * Formula: (count₁/size₁)/(count₀/size₀).
 *
 * Source: none; arithmetic.
 *
 * @param first count and size of the first group
 * @param reference count and size of the reference group
 * @example quotientRatio([12, 1000], [4, 900]) // 2.7
 */
export function quotientRatio(
  first: readonly [count: number, size: number],
  reference: readonly [count: number, size: number],
): number | undefined {
  const [count1, size1] = first;
  const [count0, size0] = reference;
  if (size1 === 0 || size0 === 0 || (count1 === 0 && count0 === 0)) return undefined;
  return (count1 * size0) / (count0 * size1);
}
