import type { Engine } from "../../release/engine.ts";
import type { TableMapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../read/source-table.ts";
import { plainlyFilled } from "./filled-text.ts";

/** Smaller tables are not worth a question. */
const askedAbove = 100_000;

/** Names of key columns, by what one scan tells of their cells. */
export type PlainKeyColumns = {
  /** No filled cell is a blank word or needs trimming: the cells are keys as they stand. */
  readonly plain: ReadonlySet<string>;
  /** Plain, and no cell is empty: every row has the key. */
  readonly complete: ReadonlySet<string>;
};

/**
 * Looks at the key columns of a large table once, so that no row pays for a test that holds for all of them.
 *
 * @param members the staged tables that share the mapping
 * @returns names of columns; none for a small table, where every cell is tested in its row
 */
export async function plainKeyColumns(
  engine: Engine,
  { keys }: TableMapping,
  members: readonly SourceTable[],
): Promise<PlainKeyColumns> {
  const isAsked = members.reduce((sum, { rows }) => sum + rows, 0) >= askedAbove;
  const names = isAsked ? [keys.incident, keys.report, keys.person, keys.officer].flatMap((list) => list ?? []) : [];
  const plain = new Set(names);
  const complete = new Set(names);
  for (const { sql, columns } of members) {
    const asked = columns.filter(({ name }) => plain.has(name));
    for (const name of names) if (!asked.some((column) => column.name === name)) complete.delete(name);
    if (asked.length === 0) continue;
    const tests = asked.flatMap((column, index) => [
      `coalesce(bool_and(${plainlyFilled(column.sql)}), TRUE) AS p${index}`,
      `count(${column.sql}) = count(*) AS c${index}`,
    ]);
    const [row] = await engine.rows<Record<string, boolean>>(`SELECT ${tests.join(", ")} FROM ${sql}`);
    for (const [index, { name }] of asked.entries()) {
      if (row?.[`p${index}`] !== true) plain.delete(name);
      if (row?.[`c${index}`] !== true || !plain.has(name)) complete.delete(name);
    }
  }
  return { plain, complete };
}
