import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { openConfinedEngine } from "@evenhand/toolkit/release/confined-engine";
import { literal } from "@evenhand/toolkit/release/engine";
import { tableSource } from "./table-columns.ts";

/** Longest time for one table, in seconds, and the engine's memory. */
const limits = { timeLimitSeconds: 120, memoryLimit: "300MB", threads: 1 } as const;

/**
 * Writes a table of a release as CSV (UTF-8, a line of names first). The engine reads the folder and writes the file; no
 * row passes through this process. A null is an empty cell; its reason stands in the column that ends in `_missing`.
 */
export async function writeTableCsv(folder: string, table: string, path: string): Promise<void> {
  const engine = await openConfinedEngine(folder, limits);
  try {
    const made = join(engine.temporaryFolder, "table.csv");
    await engine.rows(`COPY (FROM ${tableSource(folder, table)}) TO ${literal(made)} (FORMAT csv, HEADER true)`);
    await copyFile(made, path);
  } finally {
    await engine.close();
  }
}
