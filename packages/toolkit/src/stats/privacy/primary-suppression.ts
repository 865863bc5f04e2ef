/** What is done with one published count. */
export type CountRelease = {
  /** The count must not be shown. */
  readonly isSuppressed: boolean;
  /** Shown, but below 20: mark as unstable, no ranking, no headline. */
  readonly isUnstable: boolean;
  /** Relative standard error 1/√count; undefined for 0. */
  readonly relativeError?: number;
};

/** Counts below this are shown as unstable: their relative standard error exceeds 22%. */
export const unstableBelow = 20;

/**
 * Which counts of a table are too small to publish: those above 0 and below the threshold. A 0 may be shown only where
 * it reveals nothing (nobody of the group was at risk, or the property is not sensitive). Every rate, share or bar of a
 * suppressed count, or of a total less a suppressed count, must go too. Not enough by itself: totals give single
 * suppressed cells away; use {@link suppressTable}.
 *
 * Source: cell-size policy of the Centers for Medicare & Medicaid Services (11); Klein et al. (2002), Healthy People
 * 2010 Statistical Notes 24 (relative errors).
 *
 * @param counts whole numbers of people
 * @param options.threshold smallest count that is shown; 11 if not given, 10 and 5 are also in use
 * @param options.showZeros whether a count of 0 is shown; true if not given
 * @throws RangeError if a count is not a whole number from 0, or the threshold not one from 1
 * @example primarySuppression([0, 10, 11]).map((one) => one.isSuppressed) // [false, true, false]
 */
export function primarySuppression(
  counts: readonly number[],
  { threshold = 11, showZeros = true }: { readonly threshold?: number; readonly showZeros?: boolean } = {},
): readonly CountRelease[] {
  if (!(Number.isInteger(threshold) && threshold >= 1))
    throw new RangeError(`invalid threshold; must be a whole number from 1: ${threshold}`);
  return counts.map((count) => {
    if (!(Number.isInteger(count) && count >= 0))
      throw new RangeError(`invalid count; must be a whole number from 0: ${count}`);
    const isSuppressed = count === 0 ? !showZeros : count < threshold;
    const isUnstable = !isSuppressed && count < unstableBelow;
    return count === 0
      ? { isSuppressed, isUnstable }
      : { isSuppressed, isUnstable, relativeError: 1 / Math.sqrt(count) };
  });
}
