import type { Years } from "@evenhand/standard";
import type { Cell, CellQuery } from "../release/cells.ts";

/** The answer to a cell query, with the columns its keys stand for. */
export type CellTable = { readonly by: readonly string[]; readonly cells: readonly Cell[] };

type Value = string | number | null;

/**
 * Reads one column of a cell's key.
 *
 * @throws RangeError if the table is not grouped by that column
 */
export function keyReader(table: CellTable, column: string): (cell: Cell) => Value {
  const index = table.by.indexOf(column);
  if (index < 0) throw new RangeError(`invalid column; cells are grouped by ${table.by.join(", ")}: ${column}`);
  return (cell) => cell.key[index] ?? null;
}

/** Like {@link keyReader}, but a column the cells are not grouped by reads as missing. */
export function optionalKeyReader(table: CellTable, column: string): (cell: Cell) => Value {
  return table.by.includes(column) ? keyReader(table, column) : () => null;
}

/** All rows that the cells count. */
export function totalCount(table: CellTable): number {
  return table.cells.reduce((sum, cell) => sum + cell.count, 0);
}

/** First and last year among the cells that have one; undefined if none has, or the cells are not grouped by year. */
export function yearsOf(table: CellTable): Years | undefined {
  const year = optionalKeyReader(table, "occurred_year");
  const years = table.cells
    .filter((cell) => cell.count > 0)
    .map(year)
    .filter((value) => typeof value === "number");
  if (years.length === 0) return undefined;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return { from, to };
}

/** Adds up cells so that they are grouped by fewer columns. Not for distinct counts, which do not add up. */
export function rollUp(table: CellTable, by: CellQuery["by"]): CellTable {
  const readers = by.map((column) => keyReader(table, column));
  const groups = new Map<string, { key: Value[]; count: number }>();
  for (const cell of table.cells) {
    const key = readers.map((read) => read(cell));
    const id = JSON.stringify(key);
    const group = groups.get(id);
    if (group) group.count += cell.count;
    else groups.set(id, { key, count: cell.count });
  }
  return { by, cells: [...groups.values()] };
}

/** Puts cells in the order of their keys, column by column: missing first, then numbers, then texts. */
export function sortCells(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted((left, right) => {
    const column = left.key.findIndex((value, index) => value !== right.key[index]);
    return column < 0 ? 0 : compareValues(left.key[column] ?? null, right.key[column] ?? null);
  });
}

function compareValues(left: Value, right: Value): number {
  if (typeof left === typeof right && left !== null && right !== null) return left < right ? -1 : 1;
  const rank = (value: Value): number => (value === null ? 0 : typeof value === "number" ? 1 : 2);
  return rank(left) - rank(right);
}
