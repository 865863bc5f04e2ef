import type { Finding } from "@evenhand/standard";

/**
 * Records whose value is missing although it could be known: without those to which the question does not apply.
 *
 * @returns a count of the finding's unit
 */
export function missingCount(finding: Finding): number {
  return finding.total - finding.denominator - notApplicableCount(finding);
}

/** Records to which the question does not apply. */
export function notApplicableCount(finding: Finding): number {
  return finding.missing.reduce((sum, { reason, count }) => (reason === "not_applicable" ? sum + count : sum), 0);
}
