import { cellColumn, columnSql, keyByTable, quoted, relationOf, text } from "./cell-column.ts";
import type { CellQuery } from "./cells.ts";
import { isSign, signSql } from "./sign-sql.ts";

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
    if (isSign(written)) return `signs.${quoted(written)}`;
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
  const signs = query.by.some(isSign)
    ? [` LEFT JOIN (${signSql(query, tables)}) AS signs ON t."incident_id" = signs."incident_id"`]
    : [];
  const joins = [...borrowed].sort().map((table) => {
    const key = quoted(keyByTable[table] ?? "");
    return ` LEFT JOIN ${relationOf(table, tables)} AS ${table} ON t.${key} = ${table}.${key}`;
  });

  const select = [...keys.map((key, index) => `${key} AS k${index}`), `COUNT(${counted}) AS "count"`].join(", ");
  const group = keys.length > 0 ? ` GROUP BY ${keys.join(", ")}` : "";
  return `SELECT ${select} FROM ${relationOf(query.from, tables)} AS t${joins.join("")}${marks.join("")}${signs.join("")}${where}${group}`;
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
