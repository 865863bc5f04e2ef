import type { Issue } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import { unionOf } from "./build-tables.ts";
import type { Mention } from "./mention.ts";
import type { PreparedTable } from "./prepare-tables.ts";
import type { SourceRows } from "./source-rows.ts";

export type ForceTable = { readonly table: PreparedTable; readonly mention: Mention };

const finest: readonly SourceRows["grain"][] = ["force", "child", "report", "officer", "person", "incident"];

const rank = ({ table }: ForceTable): number => finest.indexOf(table.rows.grain);

/**
 * Where related tables each name the force of the same incidents (New York gives it per incident and per officer),
 * only the finest counts; the others would count it twice. Yearly files of different grain all count.
 */
export async function chooseForceTables(
  engine: Engine,
  speaking: readonly ForceTable[],
): Promise<{ chosen: readonly ForceTable[]; issues: readonly Issue[] }> {
  const chosen: ForceTable[] = [];
  const issues: Issue[] = [];
  for (const candidate of [...speaking].sort((a, b) => rank(a) - rank(b))) {
    const finer = chosen.filter((one) => rank(one) !== rank(candidate));
    if (finer.length === 0 || !(await sharesIncidents(engine, candidate, finer))) {
      chosen.push(candidate);
      continue;
    }
    const files = candidate.table.rows.mapping.tables.join(", ");
    issues.push({
      code: "force-recorded-twice",
      severity: "note",
      file: files,
      count: 1,
      message: `Several tables name the force of the same incidents. It is counted from the finer one, not from ${files}.`,
    });
  }
  return { chosen, issues };
}

async function sharesIncidents(engine: Engine, candidate: ForceTable, finer: readonly ForceTable[]): Promise<boolean> {
  const others = unionOf(finer.map(({ mention }) => mention));
  const sharing = (id: string) =>
    `SELECT 1 FROM (SELECT DISTINCT ${id} FROM (${candidate.mention.sql})) AS a ` +
    `JOIN (SELECT DISTINCT ${id} FROM (${others})) AS c ON a.${id} = c.${id}`;
  const [row] = await engine.rows<{ shared: boolean }>(
    `SELECT count(*) > 0 AS shared FROM (${sharing("incident_id")} UNION ALL ${sharing("report_id")} LIMIT 1)`,
  );
  return row?.shared ?? false;
}
