import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Issue,
  type Release,
  type ReleaseColumn,
  type ReleaseTable,
  releaseTables,
  type Scope,
} from "@evenhand/standard";
import { tableColumns } from "./cell-column.ts";
import { type Engine, identifier, literal, openEngine } from "./engine.ts";
import type { CellRow } from "./row-cells.ts";

/** Rows of a small release, for tests. */
export type ReleaseFixture = {
  readonly tables: Readonly<Partial<Record<ReleaseTable, readonly CellRow[]>>>;
  readonly scope?: Partial<Scope>;
  readonly issues?: readonly Issue[];
};

/** The `release.json` of a fixture: every unit is countable by key unless the scope says otherwise. */
export function fixtureRelease({ tables, scope }: ReleaseFixture): Release {
  const rows = Object.fromEntries(Object.entries(tables).map(([table, list]) => [table, list.length]));
  const unit = (name: "incidents" | "people" | "reports" | "force", table: string, column: string) =>
    ({ unit: name, basis: "key", count: rows[table] ?? 0, columns: [`file.csv: ${column}`] }) as const;
  return {
    formatVersion: 1,
    agency: { id: "riverton", name: "Riverton Police Department" },
    date: "2026-11-23",
    hash: "0123456789abcdef",
    tables: rows,
    lines: { in: rows.force ?? 0, accepted: rows.force ?? 0, rejected: 0 },
    snapshots: [],
    scope: {
      fields: scope?.fields ?? [],
      force: scope?.force ?? {},
      units: scope?.units ?? [
        unit("incidents", "incidents", "CASE"),
        unit("people", "persons", "PERSON"),
        unit("reports", "reports", "REPORT"),
        unit("force", "force", "FORCE"),
      ],
    },
  };
}

/** Writes a release folder with Parquet tables as the standard has them. For tests; ingest writes real ones. */
export async function writeReleaseFixture(folder: string, fixture: ReleaseFixture): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "release.json"), JSON.stringify(fixtureRelease(fixture)));
  const engine = await openEngine({ memoryLimit: "200MB", threads: 1 });
  try {
    for (const [table, rows] of Object.entries(fixture.tables))
      await writeTable(engine, folder, table as ReleaseTable, rows);
    if (fixture.issues) await writeIssues(engine, folder, fixture.issues);
  } finally {
    engine.close();
  }
}

async function writeTable(
  engine: Engine,
  folder: string,
  table: ReleaseTable,
  rows: readonly CellRow[],
): Promise<void> {
  const columns = tableColumns(table).map((name) => ({ name, type: sqlType(table, name) }));
  await engine.run(
    `CREATE TABLE ${table} (${columns.map(({ name, type }) => `${identifier(name)} ${type}`).join(", ")})`,
  );
  for (let start = 0; start < rows.length; start += 500) {
    const tuples = rows
      .slice(start, start + 500)
      .map((row) => `(${columns.map(({ name }) => sqlValue(row[name])).join(", ")})`);
    await engine.run(`INSERT INTO ${table} VALUES ${tuples.join(", ")}`);
  }
  await engine.run(`COPY ${table} TO ${literal(join(folder, `${table}.parquet`))} (FORMAT parquet)`);
}

async function writeIssues(engine: Engine, folder: string, issues: readonly Issue[]): Promise<void> {
  const names = ["code", "severity", "file", "column", "row", "value", "count", "message"] as const;
  const types = names.map((name) => `${identifier(name)} ${name === "row" || name === "count" ? "BIGINT" : "VARCHAR"}`);
  await engine.run(`CREATE TABLE issues (${types.join(", ")})`);
  const tuples = issues.map((issue) => `(${names.map((name) => sqlValue(issue[name])).join(", ")})`);
  if (tuples.length > 0) await engine.run(`INSERT INTO issues VALUES ${tuples.join(", ")}`);
  await engine.run(`COPY issues TO ${literal(join(folder, "issues.parquet"))} (FORMAT parquet)`);
}

function sqlType(table: ReleaseTable, name: string): string {
  const columns: readonly ReleaseColumn[] = releaseTables[table];
  const type = columns.find((column) => column.name === name)?.type;
  return type === "integer" ? "INTEGER" : type === "number" ? "DOUBLE" : type === "date" ? "DATE" : "VARCHAR";
}

const sqlValue = (value: CellRow[string]): string =>
  value === null || value === undefined ? "NULL" : typeof value === "number" ? String(value) : literal(value);
