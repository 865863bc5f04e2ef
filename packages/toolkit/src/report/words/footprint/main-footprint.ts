import type { Finding } from "@evenhand/standard";
import { leadingFinding } from "../main-findings.ts";

const fewestRecords = 20;

/**
 * The one finding about situations that may stand among a report's main sentences: mental-health calls, else the kind
 * with the most records. Shown in full, with at least 20 records by the narrow definition.
 */
export function mainFootprint(findings: readonly Finding[]): Finding | undefined {
  const finding = leadingFinding(
    findings.filter(({ question, measure }) => question === "footprint" && measure === "situations"),
  );
  if (finding?.shown !== "full") return undefined;
  const row = ["mental_health", finding.lead]
    .map((id) => finding.rows.find(({ key }) => key === id))
    .find((candidate) => (candidate?.count ?? 0) >= fewestRecords);
  return row?.count === undefined ? undefined : { ...finding, lead: row.key, numerator: row.count };
}
