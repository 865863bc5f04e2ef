import { type ReleaseColumn, type ReleaseTable, releaseTables } from "@evenhand/standard";

/** Tables that a column can be borrowed from, and the key that leads there. One row per key, so no row is multiplied. */
export const keyByTable: Readonly<Record<string, string>> = { persons: "person_id", incidents: "incident_id" };

/** Where a column of a cell query is found. */
export type CellColumn = {
  readonly table: ReleaseTable;
  readonly name: string;
  /** Group by filled (1) or empty (0). */
  readonly isPresence: boolean;
};

/**
 * Finds the column that a name in a cell query means.
 *
 * @throws RangeError if the standard has no such column, or no single row of the other table belongs to a row here
 * @example cellColumn("force", "persons.race_ethnicity?") // { table: "persons", name: "race_ethnicity", isPresence: true }
 */
export function cellColumn(from: ReleaseTable, written: string): CellColumn {
  const isPresence = written.endsWith("?");
  const path = (isPresence ? written.slice(0, -1) : written).split(".");
  const name = path.at(-1) ?? "";
  const table = (path.length > 1 ? path[0] : from) as ReleaseTable;
  if (path.length > 2 || !tableColumns(table).includes(name))
    throw new RangeError(`invalid column; not in the release tables: ${written}`);
  if (table === from) return { table, name, isPresence };

  const key = keyByTable[table];
  if (key === undefined || !tableColumns(from).includes(key))
    throw new RangeError(`invalid column; ${from} rows do not lead to one ${table} row: ${written}`);
  return { table, name, isPresence };
}

/** Names of a table's columns as published, with the missing column that follows each coded one; none if not a table. */
export function tableColumns(table: string): readonly string[] {
  const columns: readonly ReleaseColumn[] = releaseTables[table as ReleaseTable] ?? [];
  return columns.flatMap(({ name, type }) => (type === "coded" ? [name, `${name}_missing`] : [name]));
}

/** Quotes a column's name for SQL. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** Writes a value in SQL. */
export const text = (value: string | number): string =>
  typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/**
 * SQL relation of a table.
 *
 * @throws RangeError if none is given
 */
export function relationOf(table: string, tables: Readonly<Record<string, string>>): string {
  const found = tables[table];
  if (found === undefined) throw new RangeError(`invalid table; no relation given: ${table}`);
  return found;
}

/** The value of a column that a query groups by. */
export function columnSql(alias: string, { name, isPresence }: Pick<CellColumn, "name" | "isPresence">): string {
  const column = `${alias}.${quoted(name)}`;
  return isPresence ? `CASE WHEN ${column} IS NULL THEN 0 ELSE 1 END` : column;
}
