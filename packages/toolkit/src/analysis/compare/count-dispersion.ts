import type { Unit } from "@evenhand/standard";
import { twoWayDispersion } from "../../stats/rates/two-way-dispersion.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { compareRule } from "./rule.ts";

/**
 * By how much variances are widened because what is counted comes in clusters. People counted once per incident are
 * taken as independent unless the counts themselves vary more (by more than `widenAbove`): people of one incident are often
 * of one group. Reports and uses of force always come in clusters. The factor is itself an estimate on some degrees of
 * freedom d, so it is multiplied by d / (d − 2), the variance of Student's t.
 *
 * @param table cells by `occurred_month` and the group's column
 * @returns at least 1; undefined for clustered counts when there are too few months to tell
 */
export function countDispersion(unit: Unit, table: CellTable, column: string): number | undefined {
  const month = keyReader(table, "occurred_month");
  const group = keyReader(table, column);
  const known = table.cells.filter((cell) => month(cell) !== null && group(cell) !== null);
  const months = [...new Set(known.map((cell) => String(month(cell))))];
  const groups = [...new Set(known.map((cell) => String(group(cell))))];
  const counts = groups.map(() => months.map(() => 0));
  for (const cell of known) {
    const row = counts[groups.indexOf(String(group(cell)))];
    const at = months.indexOf(String(month(cell)));
    if (row !== undefined) row[at] = (row[at] ?? 0) + cell.count;
  }
  const dispersion = twoWayDispersion(counts);
  const isIndependent = unit === "people" || unit === "incidents";
  if (dispersion === undefined) return isIndependent ? 1 : undefined;
  const { factor, degrees } = dispersion;
  if (isIndependent && factor <= compareRule("widenAbove")) return 1;
  return Math.max(1, (factor * degrees) / (degrees - 2));
}
