import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateForceCsv } from "../ingest/generate.ts";
import { exportTables } from "./export-tables.ts";

/** A release and its tables as CSV. */
export type BenchRelease = { readonly release: string; readonly tables: string };

const cli = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

/** Makes a release of so many rows of force, and its tables as CSV; a later run in the same folder finds them. */
export async function makeRelease(folder: string, rows: number): Promise<BenchRelease> {
  const record = join(folder, "made.json");
  if (existsSync(record)) return JSON.parse(readFileSync(record, "utf8")) as BenchRelease;
  rmSync(folder, { recursive: true, force: true });
  const tables = join(folder, "tables");
  mkdirSync(tables, { recursive: true });
  const csv = join(folder, "force.csv");
  generateForceCsv({ path: csv, rows });
  const ingest = [cli, "ingest", csv, "--agency", "Riverton, XX", "--out", join(folder, "releases"), "--json"];
  const answer = execFileSync(process.execPath, ingest, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const { release } = JSON.parse(answer) as { release: string };
  rmSync(csv);
  await exportTables(release, tables);
  writeFileSync(record, JSON.stringify({ release, tables }));
  return { release, tables };
}

if (import.meta.main) {
  const [folder, rows] = process.argv.slice(2);
  if (!folder || !rows) throw new Error("Usage: node bench/questions/make-release.ts FOLDER ROWS");
  console.log(JSON.stringify(await makeRelease(folder, Number(rows))));
}
