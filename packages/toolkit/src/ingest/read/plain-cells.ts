import { type Engine, identifier, literal } from "../../release/engine.ts";
import type { SourceTable } from "./source-table.ts";

const whiteEnds = ["' '", "chr(9)", "chr(10)", "chr(13)"];

const beginsPlainly = (least: string, greatest = least): string =>
  `((${least} >= '0' AND ${greatest} < 'N') OR (${least} >= 'O' AND ${greatest} < 'U'))`;

const endsPlainly = (expression: string): string =>
  `NOT (${whiteEnds.map((end) => `suffix(${expression}, ${end})`).join(" OR ")})`;

/**
 * SQL: a cheap test that holds only for texts that need no trimming and are no blank word (`none`, `unknown`): they begin
 * with a digit or a capital that no blank word begins with, and end with no white space.
 */
export const plainlyFilled = (expression: string): string =>
  `${beginsPlainly(expression)} AND ${endsPlainly(expression)}`;

/** Columns of a kept file whose least and greatest texts tell that every cell begins as {@link plainlyFilled} wants. Costs nothing. */
export async function beginningPlainly(engine: Engine, keptAt: string): Promise<ReadonlySet<string>> {
  const rows = await engine.rows<{ name: string }>(
    `SELECT path_in_schema AS name FROM parquet_metadata(${literal(keptAt)}) GROUP BY name
     HAVING bool_and(coalesce(${beginsPlainly("stats_min_value", "stats_max_value")}, FALSE))`,
  );
  return new Set(rows.map(({ name }) => name));
}

/** What is known of the cells of a staged column. */
export type PlainCells = {
  /** Every filled cell passes {@link plainlyFilled}. */
  readonly isPlain: boolean;
  /** No cell is NULL. */
  readonly isComplete: boolean;
};

/** SQL aggregates that tell both of a column, under names that end in `index`; {@link plainOf} reads them. */
export const plainTests = (cell: string, index: number, { begins = false } = {}): readonly string[] => [
  `coalesce(bool_and(${begins ? endsPlainly(cell) : plainlyFilled(cell)}), TRUE) AS plain${index}`,
  `count(${cell}) = count(*) AS complete${index}`,
];

/** The answers to {@link plainTests}. */
export const plainOf = (row: Readonly<Record<string, unknown>> | undefined, index: number): PlainCells => ({
  isPlain: row?.[`plain${index}`] === true,
  isComplete: row?.[`complete${index}`] === true,
});

type Kept = Pick<SourceTable, "sql" | "keptAt">;

const nameOf = ({ sql, keptAt }: Kept): string => identifier(`plain columns of ${keptAt ?? sql}`);

/** Remembers columns of a kept file, whose rows never change, so that nobody needs to scan them for it again. */
export async function rememberPlain(
  engine: Engine,
  table: Kept,
  found: ReadonlyMap<string, PlainCells>,
): Promise<void> {
  if (table.keptAt === undefined || found.size === 0) return;
  const rows = [...found].map(([sql, { isPlain, isComplete }]) => `(${literal(sql)}, ${isPlain}, ${isComplete})`);
  await engine.run(
    `CREATE OR REPLACE TEMP TABLE ${nameOf(table)} AS SELECT * FROM (VALUES ${rows.join(", ")}) AS v(sql, plain, complete)`,
  );
}

/** What {@link rememberPlain} was told of a table, by the name of the staged column. */
export async function rememberedPlain(engine: Engine, table: Kept): Promise<ReadonlyMap<string, PlainCells>> {
  if (table.keptAt === undefined) return new Map();
  await engine.run(`CREATE TEMP TABLE IF NOT EXISTS ${nameOf(table)} (sql VARCHAR, plain BOOLEAN, complete BOOLEAN)`);
  const rows = await engine.rows<{ sql: string; plain: boolean; complete: boolean }>(`SELECT * FROM ${nameOf(table)}`);
  return new Map(rows.map(({ sql, plain, complete }) => [sql, { isPlain: plain, isComplete: complete }]));
}
