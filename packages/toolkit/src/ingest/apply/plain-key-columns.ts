import type { Engine } from "../../release/engine.ts";
import type { TableMapping } from "../mapping/mapping.ts";
import { type PlainCells, plainOf, plainTests, rememberedPlain } from "../read/plain-cells.ts";
import type { SourceColumn, SourceTable } from "../read/source-table.ts";

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
  for (const table of members) {
    const asked = table.columns.filter(({ name }) => plain.has(name));
    for (const name of names) if (!asked.some((column) => column.name === name)) complete.delete(name);
    const cells = await cellsOf(engine, table, asked);
    for (const { name, sql } of asked) {
      if (cells.get(sql)?.isPlain !== true) plain.delete(name);
      if (cells.get(sql)?.isComplete !== true || !plain.has(name)) complete.delete(name);
    }
  }
  return { plain, complete };
}

/** One scan of the columns that nobody has looked at yet. */
async function cellsOf(
  engine: Engine,
  table: SourceTable,
  columns: readonly SourceColumn[],
): Promise<ReadonlyMap<string, PlainCells>> {
  const known = await rememberedPlain(engine, table);
  const open = columns.filter(({ sql }) => !known.has(sql));
  if (open.length === 0) return known;
  const tests = open.flatMap(({ sql }, index) => plainTests(sql, index));
  const [row] = await engine.rows<Record<string, boolean>>(`SELECT ${tests.join(", ")} FROM ${table.sql}`);
  return new Map([...known, ...open.map(({ sql }, index): [string, PlainCells] => [sql, plainOf(row, index)])]);
}
