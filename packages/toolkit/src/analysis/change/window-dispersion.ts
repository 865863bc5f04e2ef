import { twoWayDispersion } from "../../stats/rates/two-way-dispersion.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import type { MonthPair } from "./event-window.ts";
import { monthlyCounts } from "./month-series.ts";

/** By how much counts over equal windows vary more than independent events would; each at least 1. */
export type WindowDispersion = {
  /** Of the mix of values within a month, which moves shares and ratios between values. */
  readonly mix: number;
  /** Of all records from month to month, which moves counts of every value alike. */
  readonly total: number;
};

/**
 * Both dispersions, as far as there are months enough; 1 where there are too few to tell. The mix is looked at within
 * each window, so that neither the change itself nor a change of recording in other years widens the intervals. Few
 * degrees of freedom widen them further, as Student's t would.
 *
 * @param without values that came or went with a change of recording: their months are no noise
 */
export function windowDispersion(
  whole: CellTable,
  column: string,
  { pairs, without = noValues }: { readonly pairs: readonly MonthPair[]; readonly without?: ReadonlySet<string> },
): WindowDispersion {
  const found = keyReader(whole, column);
  const table = { by: whole.by, cells: whole.cells.filter((cell) => !without.has(String(found(cell)))) };
  const value = keyReader(table, column);
  const counts = monthlyCounts(table, (cell) => value(cell) !== null);
  const [before, after] = [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)];
  const totals = [before, after].map((months) => months.map((month) => counts.get(month) ?? 0));
  return {
    mix: atLeastOne([mixRows(table, column, before), mixRows(table, column, after)]),
    total: atLeastOne([totals]),
  };
}

const noValues: ReadonlySet<string> = new Set();

/**
 * Dispersion of one value's count: that of the mix, and of the months' totals as far as the value makes up the total.
 *
 * @param share of all records that have the value, 0–1
 */
export const countDispersion = ({ mix, total }: WindowDispersion, share: number): number => mix + (total - 1) * share;

function mixRows(table: CellTable, column: string, months: readonly string[]): readonly (readonly number[])[] {
  const [value, month] = [keyReader(table, column), keyReader(table, "occurred_month")];
  const place = new Map(months.map((key, index) => [key, index]));
  const rows = new Map<string, number[]>();
  for (const cell of table.cells) {
    const [found, at] = [value(cell), place.get(String(month(cell)))];
    if (found === null || at === undefined) continue;
    const row = rows.get(String(found)) ?? months.map(() => 0);
    rows.set(String(found), row);
    row[at] = (row[at] ?? 0) + cell.count;
  }
  return [...rows.values()];
}

/** The dispersion of several tables together, weighted by their degrees of freedom. */
function atLeastOne(tables: readonly (readonly (readonly number[])[])[]): number {
  const found = tables.flatMap((rows) => (rows.length < 2 ? [] : (twoWayDispersion(rows) ?? [])));
  const degrees = found.reduce((sum, one) => sum + one.degrees, 0);
  if (degrees === 0) return 1;
  const factor = found.reduce((sum, one) => sum + one.factor * one.degrees, 0) / degrees;
  return Math.max(1, degrees > 2 ? (factor * degrees) / (degrees - 2) : factor);
}
