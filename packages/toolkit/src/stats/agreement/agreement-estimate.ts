import type { Interval } from "@evenhand/standard";

/** How far two raters agree beyond chance. 1 = on everything, 0 = as chance would, below 0 = less than chance would. */
export type AgreementEstimate = {
  readonly value: number;
  /** Share of items on which both agree, 0–1. */
  readonly agreed: number;
  /** Share on which chance alone would make them agree, by the measure's own rule. */
  readonly expected: number;
  /** Items rated by both. */
  readonly total: number;
  readonly standardError: number;
  /**
   * Undefined where the standard error is 0 (every item agreed, or every item alike): the large-sample error has
   * nothing to stand on there, and a range of no width would claim a certainty that is not there.
   */
  readonly interval?: Interval;
};

/**
 * The estimate with its range, `quantile` standard errors to either side and not beyond −1 and 1. Not for an estimate
 * whose large-sample error is known to be wrong, such as that of a handful of items.
 *
 * @example agreementEstimate({ value: 0.5, agreed: 0.75, expected: 0.5, total: 100 }, 0.01, 2) // { value: 0.5, standardError: 0.1, interval: { low: 0.3, high: 0.7 } }
 */
export function agreementEstimate(
  found: Omit<AgreementEstimate, "standardError" | "interval">,
  variance: number,
  quantile: number,
): AgreementEstimate {
  const standardError = Math.sqrt(Math.max(0, variance));
  if (standardError < 1e-12) return { ...found, standardError: 0 };
  const margin = quantile * standardError;
  const interval = { low: Math.max(-1, found.value - margin), high: Math.min(1, found.value + margin) };
  return { ...found, standardError, interval };
}
