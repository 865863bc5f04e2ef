import type { Finding, FindingRow } from "@evenhand/standard";
import { suppressTable } from "../../stats/privacy/suppress-table.ts";

/**
 * Blanks small counts of findings, and as many more as it takes that no blanked count can be worked out from the totals
 * beside it. A group blanked in one finding of race is blanked in all of them. What is left of a blanked row is its key
 * and the note `suppressed-small-count`: no count, share, rate, ratio or range. When the headline is blanked, so is
 * every number made from it. Not for records that the agency itself published, where it protects nobody; and no promise
 * for tables that overlap in ways these findings do not show.
 *
 * Source: CMS cell suppression policy (counts below 11); Cox (1980), JASA 75, 377–385 for the complementary cells.
 *
 * @param threshold counts from 1 to threshold − 1 are blanked
 * @throws RangeError if the threshold is not a whole number of at least 2
 */
export function suppressFindings(findings: readonly Finding[], threshold: number): readonly Finding[] {
  if (!(Number.isInteger(threshold) && threshold >= 2))
    throw new RangeError(`invalid threshold; must be a whole number of at least 2: ${threshold}`);
  const own = findings.map((finding) => blankedRows(finding, threshold));
  const groups = new Set(
    findings.flatMap((finding, index) =>
      isByRace(finding) && !isCrossed(finding) ? [...(own[index] ?? [])].map(({ key }) => key) : [],
    ),
  );
  return findings.map((finding, index) => {
    const blanked = new Set(own[index]);
    if (isByRace(finding))
      for (const row of finding.rows) if (groups.has(row.key) || groups.has(row.key2 ?? "")) blanked.add(row);
    return blanked.size === 0 ? finding : blank(finding, blanked, threshold);
  });
}

const isByRace = ({ dimension }: Finding): boolean => dimension?.field === "person.race_ethnicity";
const isCrossed = ({ rows }: Finding): boolean => rows.some(({ key2 }) => key2 !== undefined);

function blankedRows(finding: Finding, threshold: number): ReadonlySet<FindingRow> {
  const counted = finding.rows.filter(({ count }) => count !== undefined);
  if (finding.question === "gap" || counted.length === 0) return new Set();
  const isPart = ({ count = 0, compared }: FindingRow): boolean =>
    finding.comparison?.per === 1 && compared?.exposure !== undefined && compared.exposure - count < threshold;
  const small = counted.filter(
    (row) => isSmall(row.count, threshold) || (isPart(row) && row.compared?.exposure !== row.count),
  );
  if (small.length === 0) return new Set();
  const keys = [...new Set(counted.map(({ key }) => key))];
  const columns = isCrossed(finding) ? [...new Set(counted.map(({ key2 }) => key2 ?? ""))] : [""];
  const at = (row: number, column: number): FindingRow | undefined =>
    counted.find(({ key, key2 = "" }) => key === keys[row] && key2 === columns[column]);
  const table = keys.map((_, row) => columns.map((__, column) => Math.round(at(row, column)?.count ?? 0)));
  const { suppressed, isSafe } = suppressTable(table, {
    threshold,
    rowTotals: isCrossed(finding),
    mayHideTotals: false,
  });
  if (!isSafe) return new Set(counted);
  const rows = suppressed.flatMap(({ row, column }) =>
    typeof row === "number" && typeof column === "number" ? (at(row, column) ?? []) : [],
  );
  return new Set([...small, ...rows]);
}

const isSmall = (count: number | undefined, threshold: number): boolean =>
  count !== undefined && count > 0 && count < threshold;

function blank(finding: Finding, blanked: ReadonlySet<FindingRow>, threshold: number): Finding {
  const rows = finding.rows.map(
    (row): FindingRow =>
      blanked.has(row)
        ? { key: row.key, ...(row.key2 === undefined ? {} : { key2: row.key2 }), note: "suppressed-small-count" }
        : row,
  );
  const caveats = [...finding.caveats, "suppressed-small-count"];
  const isLeadBlanked = finding.rows.some((row) => blanked.has(row) && row.key === finding.lead);
  const isReferenceBlanked = finding.rows.some((row) => blanked.has(row) && row.key === finding.comparison?.reference);
  if (!isLeadBlanked && !isReferenceBlanked && !isSmall(finding.numerator, threshold))
    return { ...finding, rows, caveats };
  const { lead: _, numerator: __, interval: ___, range: ____, values: _____, ...rest } = finding;
  const plain = rows.map(({ compared: _, share: __, range: ___, figures: ____, ...row }) => row);
  return { ...rest, rows: plain, caveats, shown: "counts", reason: "suppressed-small-count" };
}
