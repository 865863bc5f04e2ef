import type { Interval } from "@evenhand/standard";
import { type MissingAssumption, missingRange } from "./missing-assumption.ts";

/**
 * What a share could be over every way the missing values could have fallen: none of them belongs to the group, or
 * all of them do. No assumption is made unless one is named, so the range holds the share of the complete records
 * whatever the missing turn out to be, as long as the known values stand. Not a confidence interval: it says nothing
 * about chance, and it says nothing about events that were never recorded. Not for values that do not apply (leave
 * those out of `missing`). A named assumption narrows the range and must be named beside it.
 *
 * Source: Manski (1989), Journal of Human Resources 24(3), 343–360; Horowitz & Manski (2000), JASA 95(449), 77–84.
 *
 * @param count records known to belong to the group, 0 ≤ count ≤ known
 * @param known records whose value is known; at least 1 if an assumption compares with them
 * @param missing records whose value is not known
 * @returns lowest and highest share of all `known + missing` records
 * @throws RangeError if a number is negative or not finite, count exceeds known, or there is no record to go by
 * @example missingBounds(30, 80, 20) // { low: 0.3, high: 0.5 }
 * @example missingBounds(30, 80, 20, { assumption: "no-more-than-known" }) // { low: 0.3, high: 0.375 }
 */
export function missingBounds(
  count: number,
  known: number,
  missing: number,
  { assumption = "none" }: { readonly assumption?: MissingAssumption } = {},
): Interval {
  if (!(missing >= 0)) throw new RangeError(`invalid missing; must not be negative: ${missing}`);
  if (!(0 <= count && count <= known)) throw new RangeError(`invalid count; not in [0, ${known}]: ${count}`);
  const total = known + missing;
  if (!(total >= 1)) throw new RangeError(`invalid known and missing; must be at least 1 together: ${total}`);
  if (!Number.isFinite(total)) throw new RangeError(`invalid known and missing; must be finite: ${total}`);
  if (assumption !== "none" && known === 0) throw new RangeError(`invalid known; no known share to compare with: 0`);
  const { low, high } = missingRange(missing, count / known, assumption);
  return { low: (count + low) / total, high: (count + high) / total };
}
