import type { Issue } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import { dateSql } from "./date-sql.ts";
import type { SourceRows } from "./source-rows.ts";

/** Filled date cells that cannot be read, or that lie in the future or before 1970: each distinct value is named. */
export async function dateIssues(engine: Engine, tables: readonly SourceRows[], today: string): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const rows of tables) {
    const date = dateSql(rows, today);
    const column = rows.raw("incident.occurred_date")[0];
    if (!date || !column) continue;
    const bad = await engine.rows<{ value: string; count: number; total: number }>(
      `SELECT value, count(*) AS count, count(*) OVER () AS total FROM ` +
        `(SELECT ${column.sql} AS value FROM ${rows.from()} WHERE ${date.missing} = 'unmappable') GROUP BY value ORDER BY count DESC, value LIMIT 20`,
    );
    for (const { value, count } of bad) {
      issues.push({
        code: "impossible-date",
        severity: "warning",
        file: rows.mapping.tables.join(", "),
        column: column.mapping.columns.join(", "),
        value: value.slice(0, 200),
        count,
        message: `“${value.slice(0, 60)}” cannot be read as a date of an incident. Its date counts as missing.`,
      });
    }
  }
  return issues;
}
