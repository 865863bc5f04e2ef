import type { Issue } from "@evenhand/standard";
import type { Engine } from "../../release/engine.ts";
import { listsPeople, peopleLaterals, personTest, speaksOfPeople } from "./mentions.ts";
import type { PreparedTable } from "./prepare-tables.ts";

/**
 * Rows or list elements that speak of a dog or another animal: they are left out of the people, and said to be.
 * The query is named before the working tables are made, and asked after.
 */
export function notPersonIssues(tables: readonly PreparedTable[]): (engine: Engine) => Promise<readonly Issue[]> {
  const questions = tables.flatMap(({ rows }) => {
    if (!speaksOfPeople(rows)) return [];
    const several = listsPeople(rows);
    const isPerson = personTest(rows, several ? "n.people" : "1", several ? "i" : "1");
    if (isPerson === "TRUE") return [];
    const elements = several
      ? `${peopleLaterals(rows)}, LATERAL (SELECT unnest(range(1, n.people + 1)) AS i) AS u`
      : "";
    const sql = `SELECT count(*) AS count FROM ${rows.from()}${elements} WHERE ${rows.kind("person")} AND NOT (${isPerson})`;
    return [{ sql, file: rows.mapping.tables.join(", ") }];
  });
  return async (engine) => {
    const issues: Issue[] = [];
    for (const { sql, file } of questions) {
      const [row] = await engine.rows<{ count: number }>(sql);
      const count = row?.count ?? 0;
      if (count === 0) continue;
      const message = `${count} entries in the columns on people speak of an animal or another non-person. They are not counted as people.`;
      issues.push({ code: "not-a-person", severity: "note", file, count, message });
    }
    return issues;
  };
}
