/**
 * What is assumed about the group of the records whose group is missing.
 *
 * - `none`: they may all, or none, belong to the group.
 * - `no-more-than-known`: the group's share among the missing is at most its share among the known.
 * - `no-less-than-known`: the group's share among the missing is at least its share among the known.
 *
 * The last two are assumptions that the data cannot check: say them beside every number they narrow.
 *
 * Source: monotone missing data, Manski (2003), Partial Identification of Probability Distributions, ch. 2.
 */
export type MissingAssumption = "none" | "no-more-than-known" | "no-less-than-known";

/**
 * The fewest and the most of the missing records that may belong to the group. Fractions of a record are allowed, as
 * the assumption speaks of shares. Not an estimate of how many do.
 *
 * @param share the group's share among the known, 0–1
 * @example missingRange(20, 0.25, "no-more-than-known") // { low: 0, high: 5 }
 */
export function missingRange(
  missing: number,
  share: number,
  assumption: MissingAssumption,
): { readonly low: number; readonly high: number } {
  if (assumption === "no-more-than-known") return { low: 0, high: missing * share };
  if (assumption === "no-less-than-known") return { low: missing * share, high: missing };
  return { low: 0, high: missing };
}
