import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Finding } from "@evenhand/standard";
import { answerQuestions } from "../../../analysis/answer-all.ts";
import { literal, openEngine } from "../../../release/engine.ts";
import { openRelease } from "../../../release/read-release.ts";
import { type Ingested, ingestFiles } from "../../ingest-files.ts";

/** Departments' own files, beside the repository; nothing but some tests reads them. */
const data = fileURLToPath(new URL("../../../../../../../shared/data/", import.meta.url));

/** Whether the departments' files are there. */
export const hasPublishedFiles = existsSync(data);

/** Ends the title of tests that need them, so that a skip says why. */
export const needsPublishedFiles = hasPublishedFiles
  ? ""
  : " (skipped: the departments' files are not in ../shared/data)";

/** A release made of a department's files with the program's own mapping, and what it answers. */
export type PublishedRelease = Ingested & {
  readonly finding: (id: string) => Finding;
  /** Rows of a query over the tables of the release (`persons`) and published files (`{folder/file.csv}`). */
  readonly ask: <Row = Record<string, number>>(sql: string) => Promise<Row[]>;
  readonly unit: (name: string) => number | undefined;
};

/** Source of a published CSV in SQL, every cell as text: DuckDB alone reads it, none of our code. */
const csv = (name: string) => `read_csv(${literal(data + name)}, all_varchar = true, header = true)`;

/** Runs a query on published files alone, written `{folder/file.csv}`. */
export async function askFiles<Row = Record<string, number>>(
  sql: string,
  tables: Readonly<Record<string, string>> = {},
): Promise<Row[]> {
  const engine = await openEngine({ threads: 1 });
  try {
    for (const [name, source] of Object.entries(tables))
      await engine.run(`CREATE VIEW ${name} AS SELECT * FROM ${source}`);
    return await engine.rows<Row>(sql.replace(/\{([^}]+)\}/g, (_, name: string) => csv(name)));
  } finally {
    engine.close();
  }
}

const made: string[] = [];

/** Ingests published files as a person would, without a hand-made mapping, and answers every question. */
export async function publishedRelease(
  names: readonly string[],
  name: string,
  state: string,
): Promise<PublishedRelease> {
  const out = await mkdtemp(join(tmpdir(), "evenhand-test-"));
  made.push(out);
  const agency = { id: name.toLowerCase().replaceAll(" ", "-"), name: `${name}, ${state}`, state };
  const ingested = await ingestFiles({ paths: names.map((file) => data + file), agency, out, today: "2025-06-30" });
  const open = await openRelease(ingested.folder);
  const { findings } = await answerQuestions(open.release, open.cells);
  await open.close();
  const tables = Object.keys(ingested.release.tables).map(
    (table) => [table, `read_parquet(${literal(join(ingested.folder, `${table}.parquet`))})`] as const,
  );
  return {
    ...ingested,
    finding: (id) => {
      const found = findings.find((finding) => finding.id === id);
      if (!found) throw new Error(`invalid finding; not answered: ${id}`);
      return found;
    },
    ask: (sql) => askFiles(sql, Object.fromEntries(tables)),
    unit: (word) => ingested.release.scope.units.find(({ unit }) => unit === word)?.count,
  };
}

/** Removes what {@link publishedRelease} made. */
export const removeReleases = () => Promise.all(made.map((folder) => rm(folder, { recursive: true, force: true })));

/** Counts of a finding by key. */
export const countsIn = ({ rows }: Finding): Record<string, number | undefined> =>
  Object.fromEntries(rows.map(({ key, count }) => [key, count]));
