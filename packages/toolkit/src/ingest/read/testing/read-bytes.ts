import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine } from "../../../release/engine.ts";
import type { ReadLimits } from "../read-limits.ts";
import { readSources } from "../read-sources.ts";
import type { SourceTable } from "../source-table.ts";

/** A table read in a test, with its cells in the order of the file; a blank is ''. */
export type TableRead = SourceTable & { readonly cells: readonly (readonly string[])[] };

/** Writes one file, reads it as a person's file would be read, and gives the tables with their cells. */
export async function readBytes(
  content: string | Uint8Array,
  name = "force.csv",
  limits: Partial<ReadLimits> = {},
): Promise<TableRead[]> {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
  const engine = await openEngine({ threads: 1, memoryLimit: "500MB", temporaryFolder: join(folder, "spill") });
  try {
    const path = join(folder, name);
    await writeFile(path, content);
    const tables = await readSources(engine, [path], { limits, temporaryFolder: join(folder, "copies") });
    const read: TableRead[] = [];
    for (const table of tables) {
      const rows = await engine.rows<Record<string, string | null>>(`SELECT * FROM ${table.sql} ORDER BY rowid`);
      read.push({ ...table, cells: rows.map((row) => table.columns.map(({ sql }) => row[sql] ?? "")) });
    }
    return read;
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Reads a file that holds one table. */
export async function readOne(...given: Parameters<typeof readBytes>): Promise<TableRead> {
  const [table, ...others] = await readBytes(...given);
  if (!table || others.length > 0)
    throw new Error(`invalid test; one table expected, got ${others.length + (table ? 1 : 0)}`);
  return table;
}

/** Codes of the issues of a table, in order. */
export const codes = (table: SourceTable): string[] => table.issues.map(({ code }) => code);
