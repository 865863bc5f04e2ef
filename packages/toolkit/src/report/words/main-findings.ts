import type { Finding, Unit } from "@evenhand/standard";

const order: readonly Unit[] = ["people", "incidents", "reports", "force"];
const orderByQuestion: Readonly<Record<string, readonly Unit[]>> = {
  "how-often": ["incidents", "people", "reports", "force"],
  footprint: ["incidents", "people", "reports", "force"],
};

/**
 * The finding that leads a measure, of the same measure in several units: the first unit that can be said. Where none
 * can, the first whose reason is the missing value itself rather than the unit.
 */
export function leadingFinding(sameMeasure: readonly Finding[]): Finding | undefined {
  const units = orderByQuestion[sameMeasure[0]?.question ?? ""] ?? order;
  const inOrder = units.flatMap((unit) => sameMeasure.filter((finding) => finding.unit === unit));
  return (
    inOrder.find(({ shown }) => shown !== "cannot-say") ??
    inOrder.find(({ reason }) => reason !== "unit-not-countable") ??
    inOrder[0]
  );
}

/** The findings that a report opens with: how often, and on whom by race. Fewer when the findings lack one. */
export function mainFindings(findings: readonly Finding[]): readonly Finding[] {
  const leads = [
    ["how-often", "yearly-count"],
    ["on-whom", "race"],
  ].map(([question, measure]) =>
    leadingFinding(findings.filter((finding) => finding.question === question && finding.measure === measure)),
  );
  return leads.flatMap((finding) => (finding === undefined ? [] : [finding]));
}
