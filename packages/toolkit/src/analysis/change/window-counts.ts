import { type CellTable, keyReader } from "../cell-table.ts";
import type { MonthPair } from "./event-window.ts";

/** Counts of one value over equal windows before and after an event. */
export type WindowCount = { readonly key: string; readonly before: number; readonly after: number };

/**
 * Records by the value of a column in the months before and after, largest first. Records without a value, or without
 * a month, are not among them, nor are values that neither window holds.
 *
 * @param keyOf regroups a value, such as a force type into its family; undefined leaves it out
 */
export function windowCounts(
  table: CellTable,
  column: string,
  pairs: readonly MonthPair[],
  keyOf: (value: string) => string | undefined = (value) => value,
): readonly WindowCount[] {
  const [value, month] = [keyReader(table, column), keyReader(table, "occurred_month")];
  const [before, after] = [new Set(pairs.map((pair) => pair.before)), new Set(pairs.map((pair) => pair.after))];
  const counts = new Map<string, { before: number; after: number }>();
  for (const cell of table.cells) {
    const [found, when] = [value(cell), String(month(cell))];
    const key = found === null ? undefined : keyOf(String(found));
    if (key === undefined) continue;
    const count = counts.get(key) ?? { before: 0, after: 0 };
    counts.set(key, count);
    if (before.has(when)) count.before += cell.count;
    if (after.has(when)) count.after += cell.count;
  }
  return [...counts]
    .map(([key, count]) => ({ key, ...count }))
    .filter(({ before: was, after: is }) => was + is > 0)
    .sort((left, right) => right.before + right.after - left.before - left.after || (left.key < right.key ? -1 : 1));
}
