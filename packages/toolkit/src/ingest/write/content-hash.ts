import { createHash } from "node:crypto";
import type { ReleaseTable } from "@evenhand/standard";
import { type Engine, literal } from "../../release/engine.ts";
import { type FilledColumn, rowNumber } from "./row-number.ts";

/** How many rows a table has and the sum of their 64-bit hashes, as decimal text. */
export type TableContent = { readonly table: ReleaseTable; readonly rows: number; readonly sum: string };

/** Where a table stands: an SQL relation, and the one Parquet file that it reads, if any. */
export type WrittenTable = { readonly relation: string; readonly file?: string };

/**
 * Sums up a table's content as a multiset of rows: the same rows give the same sum in any order and however the file
 * lays them out. 64 bits per row (see {@link rowNumber}): guards against change and damage, not against forgery.
 */
export async function tableContent(
  engine: Engine,
  table: ReleaseTable,
  { relation, file }: WrittenTable,
): Promise<TableContent> {
  const named = await engine.rows<{ name: string; type: string }>(
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${relation})`,
  );
  const filled = await filledCells(engine, file);
  const columns = named.map((column) => ({ ...column, ...filled(column.name) }));
  const [row] = await engine.rows<{ rows: number; sum: string }>(
    `SELECT count(*) AS rows, CAST(coalesce(sum(number), 0) AS VARCHAR) AS sum FROM ${rowNumber(columns, relation)}`,
  );
  return { table, rows: row?.rows ?? 0, sum: row?.sum ?? "0" };
}

type Filled = (name: string) => Pick<FilledColumn, "isFilled" | "isComplete" | "constant">;

/** Which columns have a value in some row, or in every one, or one value in all: read off the file where it says so. */
async function filledCells(engine: Engine, file: string | undefined): Promise<Filled> {
  if (file === undefined) return () => ({ isFilled: true });
  type Counted = { name: string; rows: number; blank: number | null; constant: string | null };
  const counts = await engine.rows<Counted>(
    `SELECT path_in_schema AS name, sum(num_values)::BIGINT AS rows,
            CASE WHEN count(*) = count(stats_null_count) THEN sum(stats_null_count)::BIGINT END AS blank,
            CASE WHEN bool_and(coalesce(min_is_exact AND max_is_exact, FALSE)) AND min(stats_min_value) = max(stats_max_value)
                 THEN min(stats_min_value) END AS constant
     FROM parquet_metadata(${literal(file)}) GROUP BY path_in_schema`,
  );
  const found = new Map(counts.map((count) => [count.name, count]));
  return (name) => {
    const { rows = 0, blank = null, constant = null } = found.get(name) ?? {};
    const isComplete = blank === 0;
    const isFilled = blank === null || blank < rows;
    return { isFilled, isComplete, ...(isComplete && constant !== null ? { constant } : {}) };
  };
}

/** Hash of a release: sha256 over the contents of its tables, hexadecimal. */
export function releaseHash(contents: readonly TableContent[]): string {
  const lines = [...contents]
    .sort((a, b) => (a.table < b.table ? -1 : 1))
    .map(({ table, rows, sum }) => `${table} ${rows} ${sum}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}
