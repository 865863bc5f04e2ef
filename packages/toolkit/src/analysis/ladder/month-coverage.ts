import { type CellTable, keyReader } from "../cell-table.ts";
import rules from "../gap/coverage-rules.json" with { type: "json" };
import { monthsBetween } from "../months.ts";

/**
 * Which part of the period's months hold records: of the months from the first to the last record, in years that hold
 * any. A year without any record lies outside what was published; the finding's years and the gap report speak of it.
 * Not for releases with few records a month, where a month without any comes about by chance.
 *
 * @param table cells grouped by `occurred_month`
 * @returns 0–1; undefined when no record has a month or a usual month holds fewer records than chance needs
 */
export function monthCoverage(table: CellTable): number | undefined {
  const month = keyReader(table, "occurred_month");
  const filled = table.cells.filter((cell) => cell.count > 0 && month(cell) !== null);
  const recorded = new Set(filled.map((cell) => String(month(cell))));
  const years = new Set([...recorded].map((key) => key.slice(0, 4)));
  const ordered = [...recorded].sort();
  const months = monthsBetween(ordered[0], ordered.at(-1)).filter((key) => years.has(key.slice(0, 4)));
  if (months.length === 0) return undefined;
  const mean = filled.reduce((sum, { count }) => sum + count, 0) / months.length;
  return mean < rules.silentMean.value ? undefined : recorded.size / months.length;
}
