import { createHash } from "node:crypto";
import type { ReleaseTable } from "@evenhand/standard";
import { type Engine, identifier } from "../../release/engine.ts";
import { rowNumber } from "./row-number.ts";

/** How many rows a table has and the sum of their 64-bit hashes, as decimal text. */
export type TableContent = { readonly table: ReleaseTable; readonly rows: number; readonly sum: string };

/**
 * Sums up a table's content as a multiset of rows: the same rows give the same sum in any order and however the file
 * lays them out. 64 bits per row (see {@link rowNumber}): guards against change and damage, not against forgery.
 */
export async function tableContent(engine: Engine, table: ReleaseTable, relation: string): Promise<TableContent> {
  const named = await engine.rows<{ name: string; type: string }>(
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${relation})`,
  );
  const counts = named.map(({ name }, index) => `count(${identifier(name)}) AS c${index}`);
  const [filled] = await engine.rows<Record<string, number>>(`SELECT ${counts.join(", ")} FROM ${relation}`);
  const columns = named.map((column, index) => ({ ...column, isFilled: (filled?.[`c${index}`] ?? 0) > 0 }));
  const [row] = await engine.rows<{ rows: number; sum: string }>(
    `SELECT count(*) AS rows, CAST(coalesce(sum(number), 0) AS VARCHAR) AS sum FROM ${rowNumber(columns, relation)}`,
  );
  return { table, rows: row?.rows ?? 0, sum: row?.sum ?? "0" };
}

/** Hash of a release: sha256 over the contents of its tables, hexadecimal. */
export function releaseHash(contents: readonly TableContent[]): string {
  const lines = [...contents]
    .sort((a, b) => (a.table < b.table ? -1 : 1))
    .map(({ table, rows, sum }) => `${table} ${rows} ${sum}\n`);
  return createHash("sha256").update(lines.join("")).digest("hex");
}
