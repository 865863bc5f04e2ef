import type { Issue } from "@evenhand/standard";
import { type Engine, identifier, literal } from "../../release/engine.ts";
import { type ColumnStatistics, columnStatistics, mayHold } from "./column-statistics.ts";
import type { SourceColumn } from "./source-table.ts";
import { viewKept } from "./stage-csv.ts";

/** A staged table without the rows that are no data. */
export type CleanedTable = {
  readonly rows: number;
  readonly columns: readonly SourceColumn[];
  readonly issues: readonly Issue[];
};

type Staged = {
  readonly table: string;
  readonly file: string;
  readonly columns: readonly SourceColumn[];
  /** Parquet file that the table is a view of. */
  readonly keptAt?: string;
};

/**
 * Takes rows without any text and repetitions of the header out of a staged table and says so; notes blank columns and
 * a last row of totals, which stay. A column with neither a header nor a value is left out of the list.
 */
export async function cleanTable(engine: Engine, staged: Staged): Promise<CleanedTable> {
  const statistics = await columnStatistics(engine, staged.table, staged.columns.length, staged.keptAt);
  const blank = await removeBlankRows(engine, staged, statistics);
  const repeated = await removeRepeatedHeaders(engine, staged, blank.tests);
  const [counted] = await engine.rows<{ rows: number }>(`SELECT count(*) AS rows FROM ${identifier(staged.table)}`);
  const rows = counted?.rows ?? 0;
  const isEmpty = (index: number): boolean => statistics[index]?.hasValue === false;
  const columns = staged.columns.filter(({ header }, index) => header.trim() !== "" || !isEmpty(index));
  const empty = staged.columns.filter(({ header }, index) => header.trim() !== "" && isEmpty(index) && rows > 0);
  const total = await totalRow(engine, staged, rows);
  const issues = [
    ...blank.issues,
    ...repeated,
    ...blankColumns(staged.file, empty),
    ...total,
    ...noRows(staged.file, rows),
  ];
  return { rows, columns, issues };
}

async function removeBlankRows(
  engine: Engine,
  staged: Staged,
  statistics: readonly ColumnStatistics[],
): Promise<{ issues: Issue[]; tests: string[] }> {
  const { file, columns } = staged;
  if (columns.length === 0 || statistics.some(({ hasBlank }) => !hasBlank)) return { issues: [], tests: [] };
  const test = columns.map(({ sql }) => `(${sql} IS NULL OR trim(${sql}) = '')`).join(" AND ");
  const found = await remove(engine, staged, test, []);
  if (!found) return { issues: [], tests: [] };
  const message = `${times(found.count, "row")} without any text ${found.count === 1 ? "was" : "were"} left out. Nothing to do.`;
  const issue = { code: "blank-row", severity: "note", file, row: found.row, count: found.count, message } as const;
  return { issues: [issue], tests: [test] };
}

/** Columns looked at first: a repeated header is sure to show in some of them. */
const firstLook = 6;

async function removeRepeatedHeaders(engine: Engine, staged: Staged, removed: readonly string[]): Promise<Issue[]> {
  const { table, file, columns } = staged;
  const named = columns.filter(({ header }) => header.trim() !== "");
  if (named.length < 2) return [];
  const wanted = named.slice(0, firstLook).map(({ sql, header, name, secondHeader }) => {
    const plain = [header, name, name.replaceAll(" ", ""), name.toUpperCase(), name.toLowerCase()];
    return { sql, texts: [...new Set([...plain, secondHeader ?? header])] };
  });
  const possible = staged.keptAt === undefined ? undefined : await mayHold(engine, staged.keptAt, wanted);
  const tests = wanted
    .filter(({ sql }) => possible?.has(sql) ?? true)
    .map(({ sql, texts }) => `${sql} IN (${texts.map(literal).join(", ")})`);
  if (tests.length === 0) return [];
  const look = tests.join(" OR ");
  // Comparing every column is dear in a wide table: only when a cell is the same as its header is it worth it.
  const hit = await engine.rows(`SELECT 1 FROM ${identifier(table)} WHERE ${look} LIMIT 1`);
  if (hit.length === 0) return [];
  const letters = (sql: string): string => `regexp_replace(lower(${sql}), '[^a-z0-9]', '', 'g')`;
  const same = named.map(({ sql, name, secondHeader }) => {
    const forms = [name, ...(secondHeader ? [secondHeader] : [])];
    const texts = forms.map((text) => literal(text.toLowerCase().replace(/[^a-z0-9]/g, ""))).join(", ");
    return `CAST(coalesce(${letters(sql)} IN (${texts}), false) AS INT)`;
  });
  const filled = columns.map(({ sql }) => `CAST(coalesce(trim(${sql}) <> '', false) AS INT)`).join(" + ");
  const agreeing = same.join(" + ");
  const test = `(${look}) AND (${agreeing}) >= 2 AND (${agreeing}) >= 0.8 * (${filled})`;
  const found = await remove(engine, staged, test, removed);
  if (!found) return [];
  const message = `The header stands ${found.count === 1 ? "once more" : `${found.count} more times`} among the data; ${found.count === 1 ? "that line was" : "those lines were"} left out. Nothing to do.`;
  return [{ code: "repeated-header", severity: "note", file, row: found.row, count: found.count, message }];
}

/** Takes out the rows that meet a test, beside those removed before; tells how many and which came first (1 = first data row). */
async function remove(
  engine: Engine,
  { table, keptAt }: Staged,
  test: string,
  before: readonly string[],
): Promise<{ count: number; row: number } | undefined> {
  const from = `${identifier(table)} WHERE ${test}`;
  const [found] = await engine.rows<{ count: number; first: number | null }>(
    `SELECT count(*) AS count, min(rowid) AS first FROM ${from}`,
  );
  if (!found || found.count === 0) return undefined;
  const tests = [...before, test].map((one) => `((${one}) IS TRUE)`).join(" OR ");
  await engine.run(keptAt === undefined ? `DELETE FROM ${from}` : viewKept(table, keptAt, tests));
  return { count: found.count, row: (found.first ?? 0) + 1 };
}

function blankColumns(file: string, empty: readonly SourceColumn[]): Issue[] {
  const [first] = empty;
  if (!first) return [];
  const names = empty
    .slice(0, 5)
    .map(({ name }) => `“${name}”`)
    .join(", ");
  const more = empty.length > 5 ? ` and ${empty.length - 5} more` : "";
  const message = `${times(empty.length, "column")} ${empty.length === 1 ? "has" : "have"} a header but no value in any row: ${names}${more}. Ask the agency whether that was never recorded or was left out of the file.`;
  return [{ code: "blank-column", severity: "warning", file, column: first.header, count: empty.length, message }];
}

/** How a line of totals begins, in English or Spanish. */
const totalWord = "^\\s*(grand |sub)?totale?s?\\b|^\\s*suma\\b";

async function totalRow(engine: Engine, { table, file, columns }: Staged, rows: number): Promise<Issue[]> {
  const [first] = columns;
  if (!first || rows < 2) return [];
  const texts = columns.map(({ sql }) => `nullif(trim(${sql}), '')`).join(", ");
  const [last] = await engine.rows<{ row: number; text: string | null }>(
    `SELECT rowid AS row, coalesce(${texts}) AS text FROM ${identifier(table)} WHERE rowid = (SELECT max(rowid) FROM ${identifier(table)})`,
  );
  if (!last?.text || !new RegExp(totalWord, "i").test(last.text)) return [];
  const message =
    "The last row looks like a line of totals, not a record. It was kept: take it out of the file if it is one.";
  const value = last.text.slice(0, 200);
  return [{ code: "total-row", severity: "warning", file, row: last.row + 1, value, count: 1, message }];
}

function noRows(file: string, rows: number): Issue[] {
  if (rows > 0) return [];
  const message = "The table has a header but no rows. Check that the download is complete.";
  return [{ code: "no-rows", severity: "warning", file, count: 1, message }];
}

const times = (count: number, noun: string): string =>
  `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
