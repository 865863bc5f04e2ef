import { createHash } from "node:crypto";
import type { ReleaseTable } from "@evenhand/standard";
import { type Engine, identifier } from "../../release/engine.ts";

/** How many rows a table has and the sum of their 64-bit hashes, as decimal text. */
export type TableContent = { readonly table: ReleaseTable; readonly rows: number; readonly sum: string };

/**
 * Sums up a table's content as a multiset of rows: the same rows give the same sum in any order and however the file
 * lays them out. 64 bits of MD5 per row: guards against change and damage, not against forgery.
 */
export async function tableContent(engine: Engine, table: ReleaseTable, relation: string): Promise<TableContent> {
  const names = await engine.rows<{ column_name: string }>(`DESCRIBE SELECT * FROM ${relation}`);
  const texts = names.map(({ column_name: name }) => `coalesce(CAST(${identifier(name)} AS VARCHAR), chr(30))`);
  const [row] = await engine.rows<{ rows: number; sum: string }>(
    `SELECT count(*) AS rows, CAST(coalesce(sum((md5_number(concat_ws(chr(31), ${texts.join(", ")})) >> 64)::UBIGINT), 0) AS VARCHAR) AS sum FROM ${relation}`,
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
