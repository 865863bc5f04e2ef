import type { CellTable } from "../cell-table.ts";
import type { NamedCells } from "./finding-cells.ts";

/** The cells of one name as a table; undefined when they were not given or lack one of the columns. */
export function cellsNamed(
  all: readonly NamedCells[],
  name: string,
  columns: readonly string[] = [],
): CellTable | undefined {
  const found = all.find((named) => named.name === name);
  if (found === undefined || columns.some((column) => !found.query.by.includes(column))) return undefined;
  return { by: found.query.by, cells: found.cells };
}
