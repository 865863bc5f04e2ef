import type { Finding, FindingRow } from "@evenhand/standard";

/**
 * The row that a finding's sentence is about: the one it names, else the first with the largest count. Undefined when
 * no row has a count above zero: there is nothing to say of a group that nobody is in.
 */
export function leadRow(finding: Finding): FindingRow | undefined {
  const named = finding.rows.find((row) => row.key === finding.lead && row.key2 === undefined);
  if (named?.count !== undefined) return named;
  return finding.rows.reduce<FindingRow | undefined>(
    (best, row) => (row.key2 === undefined && (row.count ?? 0) > (best?.count ?? 0) ? row : best),
    undefined,
  );
}
