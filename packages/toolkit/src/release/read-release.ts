import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Issue, type Release, type ReleaseTable, releaseTables } from "@evenhand/standard";
import { tableColumns } from "./cell-column.ts";
import { cellSql } from "./cell-sql.ts";
import type { Cell, CellReader } from "./cells.ts";
import { columnValues } from "./column-values.ts";
import { type ConfinedEngine, type ConfinedEngineOptions, openConfinedEngine } from "./confined-engine.ts";
import { identifier, literal } from "./engine.ts";
import { keyValue, numberedCells, numberedColumns } from "./numbered-cells.ts";
import { filterSql, type ReleaseFilter } from "./release-filter.ts";

/** A release on disk, open for questions. */
export type OpenRelease = {
  readonly folder: string;
  readonly release: Release;
  /** One line per code, file and column, with an example. */
  readonly issues: readonly Issue[];
  /** `mapping.json` as it stands. */
  readonly mapping: unknown;
  /** Answers from the Parquet files; a table that the release lacks has no cells. */
  readonly cells: CellReader;
  /** Cell queries asked so far, and the engine time they took. */
  readonly queries: () => { readonly count: number; readonly milliseconds: number };
  readonly close: () => Promise<void>;
};

/**
 * Opens a release folder for reading; close it when done. The engine sees this folder and nothing else.
 *
 * @param options.only the part of it that questions are asked of; the whole when not given
 * @throws Error if the folder holds no release of a format this version reads, or a query takes longer than its limit
 */
export async function openRelease(
  folder: string,
  { only = {}, ...options }: ConfinedEngineOptions & { readonly only?: ReleaseFilter } = {},
): Promise<OpenRelease> {
  const root = resolve(folder);
  const release = parseRelease(await readFile(join(root, "release.json"), "utf8"), root);
  const mappingFile = join(root, "mapping.json");
  const mapping: unknown = existsSync(mappingFile) ? JSON.parse(await readFile(mappingFile, "utf8")) : undefined;
  const engine = await openConfinedEngine(root, options);
  try {
    const tables = await createViews(engine, root, only);
    const issues = await readIssues(engine, root);
    const opened = engine.spent().milliseconds;
    let asked = 0;
    const { list, valuesOf } = columnValues(engine.rows, viewByTable);
    const cells: CellReader = async (query) => {
      if (!tables.has(query.from)) return [];
      asked += 1;
      for (const column of numberedColumns(query)) await list(column);
      const numbered = numberedCells(query, viewByTable, valuesOf);
      if (numbered !== undefined) return numbered.cells(await engine.rows(numbered.sql));
      const rows = await engine.rows(cellSql(query, viewByTable));
      return rows.map(
        (row): Cell => ({ key: query.by.map((_, index) => keyValue(row[`k${index}`])), count: Number(row.count) }),
      );
    };
    const queries = () => ({ count: asked, milliseconds: engine.spent().milliseconds - opened });
    return { folder: root, release, issues, mapping, cells, queries, close: engine.close };
  } catch (error) {
    await engine.close();
    throw error;
  }
}

const viewByTable = Object.fromEntries(
  Object.keys(releaseTables).map((table) => [table, `release_${table}`]),
) as Readonly<Record<ReleaseTable, string>>;

function parseRelease(json: string, root: string): Release {
  const release = JSON.parse(json) as Release;
  if (release.formatVersion !== 1 || release.scope === undefined)
    throw new Error(`invalid release.json; formatVersion must be 1 with a scope: ${root}`);
  return release;
}

/** One view per table of the standard; columns that a file lacks are empty, tables that are absent have no rows. */
async function createViews(
  engine: ConfinedEngine,
  root: string,
  only: ReleaseFilter,
): Promise<ReadonlySet<ReleaseTable>> {
  const fileOf = (table: ReleaseTable) => join(root, `${table}.parquet`);
  const whole = (table: ReleaseTable) =>
    existsSync(fileOf(table)) ? `read_parquet(${literal(fileOf(table))})` : undefined;
  const present = new Set<ReleaseTable>();
  for (const table of Object.keys(releaseTables) as ReleaseTable[]) {
    const source = whole(table);
    const isPresent = source !== undefined;
    const described = isPresent ? await engine.rows(`DESCRIBE SELECT * FROM ${source}`) : [];
    const found = new Set(described.map((row) => row.column_name));
    const columns = tableColumns(table).map((name) =>
      found.has(name) ? identifier(name) : `CAST(NULL AS VARCHAR) AS ${identifier(name)}`,
    );
    const kept = filterSql(only, table, whole);
    const from = isPresent ? ` FROM ${source}${kept === undefined ? "" : ` WHERE ${kept}`}` : " WHERE false";
    await engine.rows(`CREATE VIEW ${viewByTable[table]} AS SELECT ${columns.join(", ")}${from}`);
    if (isPresent) present.add(table);
  }
  return present;
}

async function readIssues(engine: ConfinedEngine, root: string): Promise<readonly Issue[]> {
  const file = join(root, "issues.parquet");
  if (!existsSync(file)) return [];
  const rows = await engine.rows(
    `SELECT code, severity, file, "column", min("row") AS "row", arg_max(value, count) AS value,
       CAST(sum(count) AS BIGINT) AS count, arg_max(message, count) AS message
     FROM read_parquet(${literal(file)}) GROUP BY code, severity, file, "column"
     ORDER BY code, file, "column"`,
  );
  return rows.map(
    (row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Issue,
  );
}
