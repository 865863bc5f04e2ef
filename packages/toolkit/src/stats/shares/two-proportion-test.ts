import { normalTail } from "../functions/normal-tail.ts";

/** One group of trials. Counts may be fractions where they have been divided by a design factor. */
export type Proportion = { readonly count: number; readonly total: number };

/**
 * Whether two shares differ by more than chance: the score test with the pooled share, two-sided and without
 * continuity correction; its square is the chi-square of the 2 × 2 table. Not for expected counts below 5, where the
 * answer is undefined instead of wrong, and not a measure of how large the difference is.
 *
 * Source: Pearson (1900), Philosophical Magazine 50, 157–175; expected counts of 5: Cochran (1954), Biometrics 10,
 * 417–451.
 *
 * @returns score (positive if the second share is larger) and p value; undefined if any expected count is below 5
 * @throws RangeError if a count is not in [0, total] or a total is not positive
 * @example twoProportionTest({ count: 15, total: 100 }, { count: 30, total: 100 }) // { z: 2.54…, p: 0.0111… }
 */
export function twoProportionTest(
  before: Proportion,
  after: Proportion,
): { readonly z: number; readonly p: number } | undefined {
  for (const { count, total } of [before, after]) {
    if (!(total > 0)) throw new RangeError(`invalid total; must be positive: ${total}`);
    if (!(0 <= count && count <= total)) throw new RangeError(`invalid count; not in [0, ${total}]: ${count}`);
  }
  const pooled = (before.count + after.count) / (before.total + after.total);
  const smallest = Math.min(before.total, after.total) * Math.min(pooled, 1 - pooled);
  if (smallest < 5) return undefined;
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / before.total + 1 / after.total));
  const z = (after.count / after.total - before.count / before.total) / error;
  return { z, p: normalTail(z) };
}
