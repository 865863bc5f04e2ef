import { type CodeListId, type ReleaseTable, releaseTables } from "@evenhand/standard";
import { codeType, personFields } from "./coded-field.ts";
import { monthSql } from "./month-sql.ts";
import type { Expressions } from "./person-outcomes.ts";

const agreeing = new Set(personFields.filter(({ merge }) => merge === "agree").map(({ column }) => column));

/** A coded column and its missing reason, out of a working table that may lack it. */
export function codedColumns(name: string, source: string, has: boolean, list: string, gathered: boolean): Expressions {
  if (!has) {
    return {
      [name]: `CAST(NULL AS ${codeType(list as CodeListId)})`,
      [`${name}_missing`]: `CAST('not_recorded' AS missing_reason)`,
    };
  }
  const code = `${source}.${name}`;
  const differs = gathered && agreeing.has(name) ? `${code} <> ${source}.${name}_highest` : undefined;
  const missing = `coalesce(${code}_missing, CAST('not_recorded' AS missing_reason))`;
  if (differs === undefined)
    return { [name]: code, [`${name}_missing`]: `CASE WHEN ${code} IS NULL THEN ${missing} END` };
  return {
    [name]: `CASE WHEN NOT (${differs}) THEN ${code} END`,
    [`${name}_missing`]: `CASE WHEN ${differs} THEN CAST('unknown' AS missing_reason) WHEN ${code} IS NULL THEN ${missing} END`,
  };
}

/** Year and month of a date. */
export const whenOf = (date: string): Expressions => ({
  occurred_year: `CAST(year(${date}) AS SMALLINT)`,
  occurred_month: monthSql(date),
});

/** Lists the columns of a release table in its order, each with its expression. */
export function selectList(table: ReleaseTable, expressions: Expressions): string {
  const names = releaseTables[table].flatMap((column) =>
    column.type === "coded" ? [column.name, `${column.name}_missing`] : [column.name],
  );
  return names.map((name) => `${expressions[name] ?? "NULL"} AS ${name}`).join(", ");
}

/** Coded columns of a release table, with their code lists. */
export const codedOf = (table: ReleaseTable) =>
  releaseTables[table].flatMap((column) =>
    column.type === "coded" && "codeList" in column && column.codeList
      ? [{ name: column.name, list: column.codeList as string }]
      : [],
  );

/** Columns that are published as they are, NULL where a working relation lacks them; few texts leave their enumerated type. */
export function plain(
  columns: ReadonlySet<string>,
  source: string,
  names: readonly string[],
  type = "VARCHAR",
): Expressions {
  return Object.fromEntries(
    names.map((name) => [name, `CAST(${columns.has(name) ? `${source}.${name}` : "NULL"} AS ${type})`]),
  );
}
