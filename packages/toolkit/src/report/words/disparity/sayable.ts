import type { Finding, FindingRow } from "@evenhand/standard";
import { missingCount } from "../missing-count.ts";
import { isBeside1 } from "./range-phrase.ts";

/** Which sentence a compared row may have. */
export type Sayable =
  | "higher"
  | "lower"
  | "about-the-same"
  | "cannot-tell"
  | "cannot-tell-many"
  | "small"
  | "reversible"
  | "range-first"
  | "no-comparison"
  | "none";

/**
 * Chooses how a row may be worded. Stricter than its direction where that would mislead: a small count is never a
 * headline, and where more than 20 in 100 values are missing the range comes first.
 */
export function sayable(row: FindingRow, finding: Finding): Sayable {
  const { compared } = row;
  if (compared === undefined) return "none";
  if (compared.reason === "no-group-comparison") return compared.ratioRange === undefined ? "none" : "no-comparison";
  const estimate = finding.question === "places" ? compared.adjusted : compared.ratio;
  if (compared.direction === "none" || estimate?.interval === undefined) return "none";
  if (compared.reason === "missing-could-change-it" && compared.ratioRange !== undefined) return "reversible";
  if (compared.reason === "small-counts") return "small";
  if (finding.question !== "places" && finding.caveats.includes("range-first") && compared.ratioRange !== undefined)
    return "range-first";
  if (compared.direction === "cannot-tell") return isBeside1(estimate.interval) ? "cannot-tell-many" : "cannot-tell";
  return compared.direction;
}

/** Part of the records whose group is missing although it could be known, 0–1. */
export function missingShare(finding: Finding): number {
  const missing = missingCount(finding);
  return missing === 0 ? 0 : missing / (finding.denominator + missing);
}
