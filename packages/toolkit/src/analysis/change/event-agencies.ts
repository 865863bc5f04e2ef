import type { PolicyEvent } from "@evenhand/standard";
import { type CellTable, keyReader } from "../cell-table.ts";

/** Agencies that an event concerns, as it names them: one, or several with "|" between them; none means all. */
export const eventAgencies = ({ agency = "" }: PolicyEvent): readonly string[] =>
  agency
    .split("|")
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** A name as two files may write it. */
export const agencyKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, " ");

/** Column of a table that names the agency, if its cells are grouped by it. */
export const agencyColumn = ({ by }: Pick<CellTable, "by">): string | undefined =>
  by.find((name) => name === "agency_name" || name === "incidents.agency_name");

/** The cells of some agencies only; a table that does not tell agencies apart has none of them. */
export function ofAgencies(table: CellTable, names: readonly string[]): CellTable {
  if (names.length === 0) return table;
  const column = agencyColumn(table);
  if (column === undefined) return { by: table.by, cells: [] };
  const agency = keyReader(table, column);
  const wanted = new Set(names.map(agencyKey));
  return { by: table.by, cells: table.cells.filter((cell) => wanted.has(agencyKey(String(agency(cell) ?? "")))) };
}
