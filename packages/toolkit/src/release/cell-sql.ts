import { type ReleaseColumn, type ReleaseTable, releaseTables } from "@evenhand/standard";
import type { CellQuery } from "./cells.ts";

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
 * Writes a cell query in conservative SQL: SELECT, COUNT, CASE, LEFT JOIN, GROUP BY; no CTE and no window, so that
 * DuckDB, ClickHouse and PostgreSQL read it alike. The answer has columns `k0`, `k1`, … in the order of `by`, and
 * `count`. Rows whose `distinct` column is empty are not counted (they form groups of 0).
 *
 * @param tables SQL relation by table: a view's name or `read_parquet('…')`
 * @throws RangeError if a column is not in the standard or a table has no relation
 * @example cellSql({ from: "force", by: ["force_type"] }, { force: "force" })
 *   // SELECT t."force_type" AS k0, COUNT(*) AS "count" FROM force AS t GROUP BY t."force_type"
 */
export function cellSql(query: CellQuery, tables: Readonly<Record<string, string>>): string {
  const borrowed = new Set<string>();
  const expression = (written: string): string => {
    if (written.startsWith("mark.")) return `marks.${quoted(markName(query, written))}`;
    const { table, name, isPresence } = cellColumn(query.from, written);
    if (table !== query.from) borrowed.add(table);
    return columnSql(table === query.from ? "t" : table, { name, isPresence });
  };

  const keys = query.by.map(expression);
  const where = whereSql(query, expression);
  const counted = query.distinct === undefined ? "*" : `DISTINCT ${expression(query.distinct)}`;
  const marks = query.by.some((column) => column.startsWith("mark."))
    ? [` LEFT JOIN (${markSql(query, tables)}) AS marks ON t."person_id" = marks."person_id"`]
    : [];
  const joins = [...borrowed].sort().map((table) => {
    const key = quoted(keyByTable[table] ?? "");
    return ` LEFT JOIN ${relationOf(table, tables)} AS ${table} ON t.${key} = ${table}.${key}`;
  });

  const select = [...keys.map((key, index) => `${key} AS k${index}`), `COUNT(${counted}) AS "count"`].join(", ");
  const group = keys.length > 0 ? ` GROUP BY ${keys.join(", ")}` : "";
  return `SELECT ${select} FROM ${relationOf(query.from, tables)} AS t${joins.join("")}${marks.join("")}${where}${group}`;
}

/**
 * Name of a mark.
 *
 * @throws RangeError if the query does not define it, or its rows are not people
 */
export function markName(query: CellQuery, written: string): string {
  const name = written.slice("mark.".length);
  if (query.from !== "persons" || query.marks?.[name] === undefined)
    throw new RangeError(`invalid column; no such mark of people: ${written}`);
  return name;
}

/** One row per person with a known force type, and 1 or 0 for each mark. */
function markSql(query: CellQuery, tables: Readonly<Record<string, string>>): string {
  const marks = Object.entries(query.marks ?? {}).map(([name, types]) => {
    const listed = types.map(text).join(", ");
    return `MAX(CASE WHEN "force_type" IN (${listed}) THEN 1 ELSE 0 END) AS ${quoted(name)}`;
  });
  const known = `WHERE "person_id" IS NOT NULL AND "force_type" IS NOT NULL`;
  return `SELECT "person_id", ${marks.join(", ")} FROM ${relationOf("force", tables)} ${known} GROUP BY "person_id"`;
}

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

/** Which rows a query keeps; empty for all. */
export function whereSql(query: CellQuery, expression: (written: string) => string): string {
  const conditions = Object.entries(query.where ?? {}).map(([written, allowed]) =>
    condition(expression(written), allowed),
  );
  return conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : "";
}

function condition(column: string, allowed: readonly (string | number | null)[]): string {
  const values = allowed.filter((value) => value !== null);
  const parts = [
    ...(values.length > 0 ? [`${column} IN (${values.map(text).join(", ")})`] : []),
    ...(allowed.includes(null) ? [`${column} IS NULL`] : []),
  ];
  return parts.length > 0 ? `(${parts.join(" OR ")})` : "(1 = 0)";
}
