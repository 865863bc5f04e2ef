import type { Cell } from "../release/cells.ts";
import { type CellTable, optionalKeyReader } from "./cell-table.ts";

/** Cells of one year; the year is undefined for records without a date. */
export type YearCells = { readonly year?: number; readonly table: CellTable };

/** Groups cells by the year of the incident; undated records come last. */
export function byYear(table: CellTable): readonly YearCells[] {
  const year = optionalKeyReader(table, "occurred_year");
  const groups = Map.groupBy(table.cells, (cell: Cell) => year(cell));
  return [...groups]
    .sort(([left], [right]) => Number(left ?? Number.POSITIVE_INFINITY) - Number(right ?? Number.POSITIVE_INFINITY))
    .map(([key, cells]) => ({ ...(typeof key === "number" ? { year: key } : {}), table: { by: table.by, cells } }));
}

/** What stands for a year in the rows of a finding: the year, or `undated`. */
export const yearKey = (year: number | undefined): string => (year === undefined ? "undated" : String(year));
