import { readFile } from "node:fs/promises";
import * as XLSX from "@e965/xlsx";
import { excelDate, isDateFormat } from "./excel-date.ts";
import { InputError } from "./input-error.ts";
import { damagedWorkbook, type Workbook } from "./open-xlsx.ts";
import type { ReadLimits } from "./read-limits.ts";
import { noFindings, type Sheet, type SheetRow } from "./sheet-rows.ts";

/** Streams of an OLE container, as their names stand in it (UTF-16). */
const encryptedPackage = Buffer.from("EncryptedPackage", "utf16le");
const wordDocument = Buffer.from("WordDocument", "utf16le");

/**
 * Opens a legacy XLS workbook. The format cannot be streamed: the whole file is read, so it has a bound of its own, and
 * a sheet of it has at most 65,536 rows.
 *
 * @throws InputError for an encrypted or damaged workbook or another kind of OLE document
 */
export async function openXls(path: string, file: string, limits: ReadLimits): Promise<Workbook> {
  const bytes = await readFile(path);
  if (bytes.includes(encryptedPackage)) throw encrypted(file);
  if (bytes.includes(wordDocument))
    throw new InputError(
      "not-a-table",
      file,
      `${file} is a text document, not a table. Ask the agency for the data behind it.`,
    );
  const book = parse(bytes, file, limits);
  if (book.SheetNames.length > limits.sheets)
    throw new InputError(
      "too-many-sheets",
      file,
      `${file} has ${book.SheetNames.length} sheets; at most ${limits.sheets} are read. Save the sheets you need as a file of their own.`,
    );
  const startsIn1904 = book.Workbook?.WBProps?.date1904 === true;
  const sheets = book.SheetNames.flatMap((name, index): Sheet[] => {
    const sheet = book.Sheets[name];
    if (!sheet) return [];
    const isHidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    const findings = noFindings();
    return [{ name, isHidden, findings, rows: () => sheetRows(sheet, { file, limits, findings, startsIn1904 }) }];
  });
  return { sheets, close: () => undefined };
}

function parse(bytes: Buffer, file: string, limits: ReadLimits): XLSX.WorkBook {
  try {
    return XLSX.read(bytes, { type: "buffer", dense: true, cellNF: true, cellText: false, sheetRows: limits.rows + 1 });
  } catch (cause) {
    throw /password/i.test(String(cause)) ? encrypted(file) : damagedWorkbook(file, cause);
  }
}

type SheetContext = {
  readonly file: string;
  readonly limits: ReadLimits;
  readonly findings: Sheet["findings"];
  readonly startsIn1904: boolean;
};

async function* sheetRows(sheet: XLSX.WorkSheet, context: SheetContext): AsyncGenerator<SheetRow> {
  const rows: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  for (const cells of rows) {
    const row = Array.from(cells ?? [], (cell) => (cell ? cellText(cell, context) : ""));
    const length = row.findLastIndex((text) => text !== "") + 1;
    if (length > 0) yield row.slice(0, length);
  }
}

function cellText(cell: XLSX.CellObject, { findings, startsIn1904 }: SheetContext): string {
  if (cell.f !== undefined) findings.formulas += 1;
  if (cell.v === undefined || cell.t === "z") {
    if (cell.f !== undefined) findings.uncomputed += 1;
    return "";
  }
  if (cell.t === "b") return cell.v ? "TRUE" : "FALSE";
  if (cell.t === "e") {
    findings.errors += 1;
    return cell.w ?? "#ERROR";
  }
  if (cell.t !== "n") return String(cell.v);
  const showsDate = typeof cell.z === "string" && isDateFormat(-1, cell.z);
  return (showsDate ? excelDate(Number(cell.v), startsIn1904) : undefined) ?? String(cell.v);
}

/** The refusal of a workbook behind a password. */
const encrypted = (file: string): InputError =>
  new InputError(
    "encrypted",
    file,
    `${file} is protected by a password. Open it in a spreadsheet program, save a copy without a password and give that.`,
  );
