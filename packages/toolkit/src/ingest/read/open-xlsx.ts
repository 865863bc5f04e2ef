import { excelDate } from "./excel-date.ts";
import { InputError } from "./input-error.ts";
import { type Archive, openArchive } from "./open-archive.ts";
import type { ReadLimits } from "./read-limits.ts";
import { attribute, readXml } from "./read-xml.ts";
import { noFindings, numberText, type Sheet, type SheetRow } from "./sheet-rows.ts";
import { readList, readStrings, readStyles, readTargets, unescapeExcel, workbookPart } from "./xlsx-parts.ts";

/** An open XLSX workbook. */
export type Workbook = { readonly sheets: readonly Sheet[]; readonly close: () => void };

type Book = {
  readonly archive: Archive;
  readonly file: string;
  readonly limits: ReadLimits;
  readonly strings: readonly string[];
  /** Whether a cell of this style shows a date. */
  readonly showsDate: readonly boolean[];
  readonly startsIn1904: boolean;
};

/**
 * Opens an XLSX workbook; its sheets are streamed row by row. A date is written as ISO text, a formula as its last
 * computed result, a truth value as TRUE or FALSE, rich text as plain text.
 *
 * Source: ECMA-376 part 1, chapter 18. Parts are read by way of the archive's central directory, which the guard of
 * {@link openArchive} has checked; libraries that stream a workbook from its start see parts the guard cannot.
 *
 * @throws InputError for an archive that is no XLSX workbook or does not pass the guard
 */
export async function openXlsx(path: string, file: string, limits: ReadLimits): Promise<Workbook> {
  const archive = await openArchive(path, file, limits);
  try {
    if (!archive.names.includes(workbookPart)) throw notWorkbook(archive, file);
    const targets = await readTargets(archive, limits);
    const { listed, startsIn1904 } = await readList(archive, limits);
    if (listed.length > limits.sheets) throw tooManySheets(file, listed.length, limits.sheets);
    const strings = await readStrings(archive, file, limits);
    const showsDate = await readStyles(archive, limits);
    const book: Book = { archive, file, limits, strings, showsDate, startsIn1904 };
    const sheets = listed.flatMap(({ name, isHidden, id }) => {
      const part = targets.get(id);
      if (!part?.includes("worksheets/") || !archive.names.includes(part)) return [];
      const findings = noFindings();
      return [{ name, isHidden, findings, rows: () => sheetRows(book, part, findings) }];
    });
    return { sheets, close: archive.close };
  } catch (cause) {
    archive.close();
    throw cause instanceof RangeError ? damagedWorkbook(file, cause) : cause;
  }
}

type OpenCell = { column: number; type: string; style: number; value: string | undefined; isFormula: boolean };

async function* sheetRows(book: Book, part: string, findings: Sheet["findings"]): AsyncGenerator<SheetRow> {
  const { archive, limits, file } = book;
  let ready: SheetRow[] = [];
  let row: string[] = [];
  let cell: OpenCell | undefined;
  let isText = false;
  let inData = false;
  let isGuide = false;

  const endCell = (): void => {
    if (!cell) return;
    const text = cellText(cell, book, findings);
    if (text !== "") {
      if (cell.column >= limits.columns) throw tooFar(file, cell.column + 1, limits.columns);
      while (row.length < cell.column) row.push("");
      row[cell.column] = text;
    }
    cell = undefined;
  };
  const events = {
    open: (name: string, attributes: string): void => {
      if (name === "sheetData") inData = true;
      if (!inData) return;
      if (name === "row") row = [];
      if (name === "c") {
        const reference = attribute(attributes, "r");
        const column = reference ? columnIndex(reference) : row.length;
        const style = Number(attribute(attributes, "s") ?? 0);
        cell = { column, type: attribute(attributes, "t") ?? "n", style, value: undefined, isFormula: false };
      }
      if (name === "f" && cell) cell.isFormula = true;
      if (name === "rPh") isGuide = true;
      isText = (name === "v" || name === "t") && !isGuide;
    },
    text: (piece: string): void => {
      if (isText && cell) cell.value = (cell.value ?? "") + piece;
    },
    close: (name: string): void => {
      isText = false;
      if (name === "rPh") isGuide = false;
      if (name === "c") endCell();
      if (name === "row" && row.length > 0) ready.push(row);
      if (name === "row") row = [];
      if (name === "sheetData") inData = false;
    },
  };
  try {
    for await (const _ of readXml(await archive.read(part), limits.cellLength * 2, events)) {
      yield* ready;
      ready = [];
    }
  } catch (cause) {
    throw cause instanceof RangeError ? damagedWorkbook(file, cause) : cause;
  }
}

function cellText(cell: OpenCell, book: Book, findings: Sheet["findings"]): string {
  if (cell.isFormula) findings.formulas += 1;
  if (cell.value === undefined) {
    if (cell.isFormula) findings.uncomputed += 1;
    return "";
  }
  if (cell.type === "s") return book.strings[Number(cell.value)] ?? "";
  if (cell.type === "b") return cell.value.trim() === "1" ? "TRUE" : "FALSE";
  if (cell.type === "e") findings.errors += 1;
  if (cell.type === "d") return cell.value.trim().replace("T", " ");
  if (cell.type !== "n") return unescapeExcel(cell.value);
  const date = book.showsDate[cell.style] ? excelDate(Number(cell.value), book.startsIn1904) : undefined;
  return date ?? numberText(cell.value);
}

/** Place of a column from a reference such as `AB12`, starting at 0. */
function columnIndex(reference: string): number {
  const letters = /^\$?([A-Z]{1,3})/i.exec(reference)?.[1]?.toUpperCase() ?? "";
  if (letters === "")
    throw new RangeError(`invalid cell reference; must begin with letters: ${reference.slice(0, 20)}`);
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function notWorkbook({ names }: Archive, file: string): InputError {
  const isOther = names.some((name) => /^(xl\/workbook\.bin|content\.xml|word\/document\.xml|ppt\/)/.test(name));
  return isOther
    ? new InputError(
        "not-a-table",
        file,
        `${file} is an Office document, but no XLSX workbook. Open it and save the table as XLSX or CSV.`,
      )
    : new InputError("zip-archive", file, `${file} is a zip archive. Unpack it and give the files in it.`);
}

/** The refusal of a workbook whose parts are not what they should be. */
export const damagedWorkbook = (file: string, cause: unknown): InputError =>
  new InputError(
    "damaged-workbook",
    file,
    `${file} is damaged or was not made by a spreadsheet program. Open it in one, save it again, or ask the agency for a CSV.`,
    { cause },
  );

const tooManySheets = (file: string, count: number, most: number): InputError =>
  new InputError(
    "too-many-sheets",
    file,
    `${file} has ${count} sheets; at most ${most} are read. Save the sheets you need as a file of their own.`,
  );

const tooFar = (file: string, column: number, most: number): InputError =>
  new InputError(
    "too-many-columns",
    file,
    `${file} has text in column ${column.toLocaleString("en-US")} of a sheet; at most ${most.toLocaleString("en-US")} columns are read. Remove the columns that hold no records.`,
  );
