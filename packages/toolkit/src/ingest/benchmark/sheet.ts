import type { Issue } from "@evenhand/standard";
import { type Engine, identifier } from "../../release/engine.ts";
import { InputError } from "../read/input-error.ts";
import { readSources } from "../read/read-sources.ts";
import type { SourceTable } from "../read/source-table.ts";

/** A small table as published: text cells, nothing guessed or trimmed. */
export type Sheet = {
  /** File name as a person knows it. */
  readonly file: string;
  readonly columns: readonly { readonly name: string; readonly label: string | undefined }[];
  readonly rows: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
};

/** A file of counts is small; more lines than this are records, not counts. */
const mostRows = 200_000;
const largestFile = 256_000_000;

/**
 * Reads the tables of one file of counts whole: CSV, TSV, XLSX, JSON or Parquet.
 *
 * @throws InputError for a file that cannot be read, or with more than 200,000 lines
 */
export async function readSheets(engine: Engine, path: string): Promise<readonly Sheet[]> {
  const tables = await readSources(engine, [path], { limits: { fileBytes: largestFile } });
  const sheets: Sheet[] = [];
  for (const table of tables) sheets.push(await readSheet(engine, table));
  return sheets;
}

async function readSheet(engine: Engine, table: SourceTable): Promise<Sheet> {
  const { file, columns } = table;
  if (table.rows > mostRows) {
    const message = `${file} has ${table.rows.toLocaleString("en-US")} lines; a file to compare with holds counts, at most ${mostRows.toLocaleString("en-US")} lines of them. Count the records by group first: one line per group, with its count.`;
    throw new InputError("too-many-lines", file, message);
  }
  const list = columns.map(({ sql }) => sql).join(", ");
  const found =
    columns.length === 0
      ? []
      : await engine.rows<Record<string, unknown>>(`SELECT ${list} FROM ${identifier(table.sql)} ORDER BY rowid`);
  const rows = found.map((row) => columns.map(({ sql }) => String(row[sql] ?? "")));
  // A line of totals is dealt with by the readers of counts.
  const issues = table.issues.filter(({ code }) => code !== "total-row");
  return withLabels({
    file,
    columns: columns.map(({ name, secondHeader }) => ({ name, label: secondHeader })),
    rows,
    issues,
  });
}

/** A file of a single area has its second header line among the rows: one line is too few to tell it by. */
function withLabels(sheet: Sheet): Sheet {
  const [first, ...rows] = sheet.rows;
  const isLabelled = sheet.columns.some(({ label }) => label !== undefined);
  if (
    isLabelled ||
    first === undefined ||
    first.filter((cell) => /^(?:estimate|margin of error)(?:;|!!)/iu.test(cell)).length < 2
  )
    return sheet;
  return { ...sheet, columns: sheet.columns.map(({ name }, index) => ({ name, label: first[index] ?? "" })), rows };
}
