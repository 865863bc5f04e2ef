import { type Engine, identifier } from "../../release/engine.ts";
import type { SourceTable } from "./source-table.ts";

/**
 * Counts the rows of each different text of a staged column into a table of its own, with columns `v` (NULL for a cell
 * without text) and `n`. The rows of a kept file never change, so that they are counted once however often this is
 * asked; the path of the file tells one ingest from another.
 *
 * @param column its name in the staged table
 * @returns name of the table, quoted for SQL
 */
export async function countValues(
  engine: Engine,
  { sql, keptAt }: Pick<SourceTable, "sql" | "keptAt">,
  column: string,
): Promise<string> {
  const name = identifier(`values of ${keptAt ?? sql} ${column}`);
  const create = keptAt === undefined ? "CREATE OR REPLACE TEMP TABLE" : "CREATE TEMP TABLE IF NOT EXISTS";
  const cell = identifier(column);
  await engine.run(`${create} ${name} AS SELECT ${cell} AS v, count(*) AS n FROM ${identifier(sql)} GROUP BY 1`);
  return name;
}
