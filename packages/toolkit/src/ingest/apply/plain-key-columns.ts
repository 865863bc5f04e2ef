import type { Engine } from "../../release/engine.ts";
import type { TableMapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../read/source-table.ts";
import { plainlyFilled } from "./source-rows.ts";

/** Smaller tables are not worth a question. */
const askedAbove = 100_000;

/**
 * Key columns of a large table in which no filled cell is a blank word or needs trimming. One scan tells; their cells
 * are keys as they stand, and no row pays for the test.
 *
 * @param members the staged tables that share the mapping
 * @returns names of columns; none for a small table, where every cell is tested in its row
 */
export async function plainKeyColumns(
  engine: Engine,
  { keys }: TableMapping,
  members: readonly SourceTable[],
): Promise<ReadonlySet<string>> {
  if (members.reduce((sum, { rows }) => sum + rows, 0) < askedAbove) return new Set();
  const plain = new Set([keys.incident, keys.report, keys.person, keys.officer].flatMap((names) => names ?? []));
  for (const { sql, columns } of members) {
    const asked = columns.filter(({ name }) => plain.has(name));
    if (asked.length === 0) continue;
    const tests = asked.map((column) => `coalesce(bool_and(${plainlyFilled(column.sql)}), TRUE) AS ${column.sql}`);
    const [row] = await engine.rows<Record<string, boolean>>(`SELECT ${tests.join(", ")} FROM ${sql}`);
    for (const column of asked) if (row?.[column.sql] !== true) plain.delete(column.name);
  }
  return plain;
}
