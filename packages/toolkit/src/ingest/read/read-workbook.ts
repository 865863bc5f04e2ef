import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Issue } from "@evenhand/standard";
import { InputError } from "./input-error.ts";
import type { Workbook } from "./open-xlsx.ts";
import type { ReadContext } from "./read-context.ts";
import { readCsv } from "./read-csv.ts";
import { quoted } from "./rewrite-csv.ts";
import type { Sheet } from "./sheet-rows.ts";
import type { SourceTable } from "./source-table.ts";
import { tooSlow } from "./stage-csv.ts";

/**
 * Reads every sheet of a workbook that holds a table into a staged table of its own. Hidden sheets and sheets without a
 * table (fewer than two columns or no row under the header) are left out with an issue.
 *
 * @throws InputError when no sheet holds a table, or beyond a limit
 */
export async function readWorkbook(context: ReadContext, open: () => Promise<Workbook>): Promise<SourceTable[]> {
  const workbook = await open();
  try {
    const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
    const chosen = visible.length > 0 ? visible : workbook.sheets;
    const left = workbook.sheets.filter((sheet) => !chosen.includes(sheet)).map((sheet) => hiddenSheet(context, sheet));
    const tables: SourceTable[] = [];
    for (const [index, sheet] of chosen.entries()) {
      const onProgress = (share: number): void => context.onProgress((index + share) / chosen.length);
      const found = await readSheet({ ...context, onProgress }, sheet);
      if ("code" in found) left.push(found);
      else tables.push(found);
    }
    const [first, ...others] = tables;
    if (!first) throw noTable(context.file);
    const name = others.length > 0 ? first.name : context.file;
    return [{ ...first, name, issues: [...first.issues, ...left] }, ...others];
  } finally {
    workbook.close();
  }
}

async function readSheet(context: ReadContext, sheet: Sheet): Promise<SourceTable | Issue> {
  const path = context.temporaryPath();
  const { width, rows } = await writeSheet(context, sheet, path);
  if (width < 2 || rows < 2) return emptySheet(context, sheet);
  const { size } = await stat(path);
  const name = `${context.file}#${sheet.name}`;
  const hints = { name, delimiter: ",", encoding: { label: "utf-8", direct: true }, width };
  return readCsv({ ...context, path, bytes: size }, { ...hints, issues: sheetIssues(context, sheet) });
}

async function writeSheet(context: ReadContext, sheet: Sheet, path: string): Promise<{ width: number; rows: number }> {
  const { file, limits } = context;
  const out = createWriteStream(path, { highWaterMark: 2 ** 20 });
  const deadline = Date.now() + limits.seconds * 1000;
  let width = 0;
  let rows = 0;
  for await (const row of sheet.rows()) {
    rows += 1;
    width = Math.max(width, row.length);
    if (width > limits.columns) throw beyond(file, sheet, "columns", limits.columns);
    if (rows > limits.rows) throw beyond(file, sheet, "rows", limits.rows);
    if (row.some((cell) => cell.length > limits.cellLength))
      throw beyond(file, sheet, "characters in a cell", limits.cellLength);
    if (Date.now() > deadline) throw tooSlow(file, limits.seconds);
    if (!out.write(`${row.map((cell) => quoted(cell, ",")).join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return { width, rows };
}

function sheetIssues({ file }: ReadContext, { name, findings }: Sheet): Issue[] {
  const issues: Issue[] = [];
  const add = (code: string, severity: Issue["severity"], count: number, message: string): void => {
    if (count > 0) issues.push({ code, severity, file, value: name, count, message });
  };
  add(
    "formula-cell",
    "note",
    findings.formulas,
    "Cells hold formulas; the result the spreadsheet program computed last was read. Ask the agency for values if a result is in doubt.",
  );
  add(
    "formula-without-result",
    "warning",
    findings.uncomputed,
    "Formulas have no stored result and were read as blank. Open the workbook in a spreadsheet program and save it again.",
  );
  add(
    "error-cell",
    "warning",
    findings.errors,
    "Cells show an error such as #N/A; the error was kept as text. Ask the agency what the cells should say.",
  );
  return issues;
}

const hiddenSheet = ({ file }: ReadContext, { name }: Sheet): Issue => ({
  code: "hidden-sheet",
  severity: "warning",
  file,
  value: name,
  count: 1,
  message: `The sheet “${name}” is hidden in the workbook and was not read. Unhide it and save the workbook if it belongs to the table.`,
});

const emptySheet = ({ file }: ReadContext, { name }: Sheet): Issue => ({
  code: "skipped-sheet",
  severity: "note",
  file,
  value: name,
  count: 1,
  message: `The sheet “${name}” holds no table (two columns and a row under the header at least) and was not read.`,
});

const noTable = (file: string): InputError =>
  new InputError(
    "no-table",
    file,
    `${file} has no sheet with a table: two columns and a row under a header at least. Check that it is the file you meant.`,
  );

const beyond = (file: string, { name }: Sheet, what: string, most: number): InputError =>
  new InputError(
    `too-many-${what.split(" ")[0]}`,
    file,
    `The sheet “${name}” of ${file} has over ${most.toLocaleString("en-US")} ${what}, the most that is read from a workbook. Save it as CSV, which has no such bound on rows.`,
  );
