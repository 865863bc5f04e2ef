import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { literal, openEngine } from "../../../release/engine.ts";
import { type Ingested, ingestFiles } from "../../ingest-files.ts";
import type { ColumnMapping, Keys, Mapping, TableMapping } from "../../mapping/mapping.ts";

/** A published row of a release table; every value as text, null where it is empty. */
export type Row = Readonly<Record<string, string | null>>;

/** A release made in a test, with the rows of its tables. */
export type IngestedText = Ingested & {
  /** Rows of one Parquet file of the release; none when it has no such file. */
  readonly rows: (table: string) => readonly Row[];
};

export const testAgency = { id: "testville-xx", name: "Testville, XX" };

/** A column as a mapping names it; coded values unless said otherwise. */
export const column = (
  name: string | readonly string[],
  field: string,
  more: Partial<ColumnMapping> = {},
): ColumnMapping => ({
  columns: typeof name === "string" ? [name] : name,
  field,
  read: "values",
  confidence: 1,
  reason: "Written by hand for a test.",
  ...more,
});

/** How one table is read. */
export const table = (
  tables: string | readonly string[],
  grain: TableMapping["grain"],
  keys: Keys,
  columns: readonly ColumnMapping[],
): TableMapping => ({ tables: typeof tables === "string" ? [tables] : tables, grain, keys, columns });

export const mappingOf = (...tables: readonly TableMapping[]): Mapping => ({
  mappingVersion: 1,
  agency: testAgency,
  tables,
});

/**
 * Writes CSV texts to files, ingests them as a person's files would be, and reads back every table of the release.
 * @param mapping applied exactly; suggested when absent
 */
export async function ingestText(
  files: Readonly<Record<string, string>>,
  mapping?: Mapping,
  agency: Mapping["agency"] = testAgency,
): Promise<IngestedText> {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-test-"));
  try {
    const paths = Object.keys(files).map((name) => join(folder, name));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const given = mapping ? { mapping } : {};
    const ingested = await ingestFiles({ paths, agency, ...given, out: join(folder, "releases"), today: "2025-06-30" });
    const rowsByTable = await readTables(ingested.folder);
    return { ...ingested, rows: (name) => rowsByTable.get(name) ?? [] };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Rows of every Parquet file of a folder, by name. */
export async function readTables(folder: string): Promise<ReadonlyMap<string, readonly Row[]>> {
  const engine = await openEngine({ threads: 1, memoryLimit: "500MB" });
  const tables = new Map<string, readonly Row[]>();
  for (const name of (await readdir(folder)).filter((file) => file.endsWith(".parquet")).sort()) {
    const path = literal(join(folder, name));
    tables.set(
      name.replace(/\.parquet$/, ""),
      await engine.rows<Row>(`SELECT CAST(COLUMNS(*) AS VARCHAR) FROM read_parquet(${path})`),
    );
  }
  engine.close();
  return tables;
}

/** How many rows have each value of a column, or `?reason` where it is missing. */
export function countsOf(rows: readonly Row[], name: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) {
    const value = row[name] ?? `?${row[`${name}_missing`] ?? ""}`;
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}
