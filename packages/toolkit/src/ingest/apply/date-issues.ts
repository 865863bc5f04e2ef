import type { Issue } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import type { PreparedTable } from "./prepare-tables.ts";

/** Filled date cells that cannot be read, or that lie in the future or before 1970: each distinct value is named. */
export async function dateIssues(engine: Engine, tables: readonly PreparedTable[]): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const { rows, date } of tables) {
    if (!date) continue;
    const bad = await engine.rows<{ value: string; count: number }>(
      `SELECT ${date.bad} AS value, count(*) AS count FROM ${rows.from()} WHERE ${date.bad} IS NOT NULL ` +
        `GROUP BY value ORDER BY count DESC, value LIMIT 20`,
    );
    const [all] = await engine.rows<{ count: number }>(`SELECT count(${date.bad}) AS count FROM ${rows.from()}`);
    const others = (all?.count ?? 0) - bad.reduce((sum, { count }) => sum + count, 0);
    if (others > 0) {
      issues.push({
        code: "impossible-date",
        severity: "warning",
        file: rows.mapping.tables.join(", "),
        column: rows.raw("incident.occurred_date")[0]?.mapping.columns.join(", ") ?? "",
        count: others,
        message: `${others} more cells cannot be read as the date of an incident. Their dates count as missing.`,
      });
    }
    for (const { value, count } of bad) {
      issues.push({
        code: "impossible-date",
        severity: "warning",
        file: rows.mapping.tables.join(", "),
        column: rows.raw("incident.occurred_date")[0]?.mapping.columns.join(", ") ?? "",
        value: value.slice(0, 200),
        count,
        message: `“${value.slice(0, 60)}” cannot be read as the date of an incident. Its date counts as missing.`,
      });
    }
  }
  return issues;
}
