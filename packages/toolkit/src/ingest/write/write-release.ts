import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Issue, type Release, type ReleaseTable, releaseDataPackage, type Snapshot } from "@evenhand/standard";
import { type Engine, literal, smallDictionaries } from "../../release/engine.ts";
import type { Applied } from "../apply/apply-mapping.ts";
import type { Mapping } from "../mapping/mapping.ts";
import type { SourceTable } from "../read/source-table.ts";
import { releaseHash, tableContent } from "./content-hash.ts";

export type WriteOptions = {
  /** Folder of all releases. */
  readonly out: string;
  /** Folder to build in, on the same disk as `out`; it is renamed into place at the end. */
  readonly building: string;
  readonly mapping: Mapping;
  readonly applied: Applied;
  readonly tables: readonly SourceTable[];
  readonly snapshots: readonly Snapshot[];
  /** ISO date of the release. */
  readonly date: string;
  readonly onProgress?: (step: string) => void;
};

export type WrittenRelease = { readonly folder: string; readonly release: Release; readonly issues: readonly Issue[] };

/** Writes every table as Parquet, then the records that describe them, and moves the whole into place at once. */
export async function writeRelease(engine: Engine, options: WriteOptions): Promise<WrittenRelease> {
  const { building, applied, mapping, tables } = options;
  await mkdir(building, { recursive: true });
  const path = (name: string) => join(building, name);

  const written: ReleaseTable[] = [];
  for (const [table, sql] of applied.queries) {
    options.onProgress?.(`writing ${table}`);
    await engine.run(`COPY (${sql}) TO ${literal(path(`${table}.parquet`))} (FORMAT parquet, ${smallDictionaries})`);
    await engine.run(`CREATE VIEW p_${table} AS SELECT * FROM read_parquet(${literal(path(`${table}.parquet`))})`);
    written.push(table);
  }

  options.onProgress?.("hashing");
  const contents = [];
  for (const table of written)
    contents.push(await tableContent(engine, table, { relation: `p_${table}`, file: path(`${table}.parquet`) }));
  const hash = releaseHash(contents);
  const units = await applied.countUnits();
  const period = await datePeriod(engine);
  const issues = [
    ...tables.flatMap((table) => table.issues),
    ...applied.issues,
    ...(await placeIssues(engine, written)),
  ];

  const release: Release = {
    formatVersion: 1,
    agency: mapping.agency,
    date: options.date,
    hash,
    tables: Object.fromEntries(contents.map(({ table, rows }) => [table, rows])),
    lines: {
      in: tables.reduce((sum, { lines }) => sum + lines.in, 0),
      accepted: tables.reduce((sum, { lines }) => sum + lines.accepted, 0),
      rejected: tables.reduce((sum, { lines }) => sum + lines.rejected, 0),
    },
    snapshots: options.snapshots,
    scope: { ...applied.scope, units },
    ...(period ? { period } : {}),
  };

  await writeIssues(engine, issues.map(withoutLine), path("issues.parquet"));
  await writeRejected(engine, tables, path("rejected.parquet"));
  const json = (name: string, value: unknown) => writeFile(path(name), `${JSON.stringify(value, null, 2)}\n`);
  await json("release.json", release);
  await json("scope.json", release.scope);
  await json("mapping.json", mapping);
  await json("snapshot.json", { snapshots: options.snapshots });
  await json("datapackage.json", releaseDataPackage({ release, tables: written }));

  const folder = join(options.out, mapping.agency.id, `${options.date}-${hash.slice(0, 8)}`);
  await moveIntoPlace(building, folder);
  await keepRejectedText(tables, `${folder}.rejected.csv`);
  return { folder, release, issues };
}

/** A release is immutable: where the same one already stands, the new copy is dropped. */
async function moveIntoPlace(building: string, folder: string): Promise<void> {
  await mkdir(join(folder, ".."), { recursive: true });
  const stands = await stat(folder).then(
    () => true,
    () => false,
  );
  if (stands) await rm(building, { recursive: true });
  else await rename(building, folder);
}

async function datePeriod(engine: Engine): Promise<Release["period"]> {
  const [row] = await engine.rows<{ from: string | null; to: string | null }>(
    `SELECT CAST(min(occurred_date) AS VARCHAR) AS "from", CAST(max(occurred_date) AS VARCHAR) AS "to" FROM p_incidents`,
  );
  return row?.from && row.to ? { from: row.from, to: row.to } : undefined;
}

/** Rows of a child table whose incident is in no table of incidents stay, and are said to. */
async function placeIssues(engine: Engine, written: readonly ReleaseTable[]): Promise<readonly Issue[]> {
  const issues: Issue[] = [];
  for (const table of ["persons", "force", "officers"] as const) {
    if (!written.includes(table)) continue;
    const [row] = await engine.rows<{ count: number }>(
      `SELECT count(*) AS count FROM p_${table} WHERE incident_id IS NULL`,
    );
    const count = row?.count ?? 0;
    if (count === 0) continue;
    const message = `${count} rows of ${table} belong to no incident of these files.`;
    issues.push({ code: "no-incident", severity: "warning", count, message });
  }
  return issues;
}

/** Issues of the reader that quote a whole line, which may hold names. */
const quotesLine = new Set(["rejected-line", "unterminated-quote", "suspicious-quote"]);

function withoutLine(issue: Issue): Issue {
  if (!quotesLine.has(issue.code)) return issue;
  const { value: _, ...rest } = issue;
  return rest;
}

async function writeIssues(engine: Engine, issues: readonly Issue[], path: string): Promise<void> {
  await engine.run(
    `CREATE TABLE written_issues (code VARCHAR, severity VARCHAR, file VARCHAR, "column" VARCHAR, "row" BIGINT, value VARCHAR, count BIGINT, message VARCHAR)`,
  );
  const appender = await engine.connection.createAppender("written_issues");
  const text = (value: string | undefined) =>
    value === undefined ? appender.appendNull() : appender.appendVarchar(value);
  for (const issue of issues) {
    for (const value of [issue.code, issue.severity, issue.file, issue.column]) text(value);
    if (issue.row === undefined) appender.appendNull();
    else appender.appendBigInt(BigInt(issue.row));
    text(issue.value);
    appender.appendBigInt(BigInt(issue.count));
    text(issue.message);
    appender.endRow();
  }
  appender.closeSync();
  await engine.run(`COPY written_issues TO ${literal(path)} (FORMAT parquet)`);
}

/** Which lines the reader refused and why. Their text may hold names: it is kept beside the release, never in it. */
async function writeRejected(engine: Engine, tables: readonly SourceTable[], path: string): Promise<void> {
  const rejected = tables.flatMap(({ file, rejected: lines }) => lines.map((line) => ({ file, ...line })));
  if (rejected.length === 0) return;
  await engine.run(`CREATE TABLE written_rejected (file VARCHAR, line BIGINT, why VARCHAR)`);
  const appender = await engine.connection.createAppender("written_rejected");
  for (const { file, line, why } of rejected) {
    appender.appendVarchar(file);
    appender.appendBigInt(BigInt(line));
    appender.appendVarchar(why);
    appender.endRow();
  }
  appender.closeSync();
  await engine.run(`COPY written_rejected TO ${literal(path)} (FORMAT parquet)`);
}

const csvCell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

async function keepRejectedText(tables: readonly SourceTable[], path: string): Promise<void> {
  const lines = tables.flatMap(({ file, rejected }) =>
    rejected.map(({ line, text, why }) => [csvCell(file), line, csvCell(why), csvCell(text)].join(",")),
  );
  if (lines.length > 0) await writeFile(path, `file,line,why,text\r\n${lines.join("\r\n")}\r\n`);
}
