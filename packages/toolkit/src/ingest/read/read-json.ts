import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import type { Issue } from "@evenhand/standard";
import { detectEncoding } from "./detect-encoding.ts";
import { fileText } from "./file-text.ts";
import { cellText, flattenRecord, parseExactly } from "./flatten-record.ts";
import { InputError } from "./input-error.ts";
import type { ReadContext } from "./read-context.ts";
import { readCsv, readHead } from "./read-csv.ts";
import { quoted } from "./rewrite-csv.ts";
import { type JsonArray, scanJson } from "./scan-json.ts";
import type { SourceTable } from "./source-table.ts";
import { splitLines } from "./split-lines.ts";
import { tooSlow } from "./stage-csv.ts";

type Rejected = SourceTable["rejected"][number];

/** Names under which services put their records, the surest first. */
const recordNames = ["features", "records", "data", "rows", "results", "items", "value"];
const socrataColumns = "/meta/view/columns";

/**
 * Reads a JSON file into one staged table: a list of objects, one object per line, or the answer of an ArcGIS, Socrata,
 * CKAN or GeoJSON service. Records are taken one at a time; what is no object is rejected and kept.
 *
 * @throws InputError for a document that is damaged, holds no list of records or is beyond a limit
 */
export async function readJson(context: ReadContext): Promise<SourceTable> {
  const path = context.temporaryPath();
  const arrays = (await guarded(context, isOnePerLine(context)))
    ? undefined
    : await guarded(context, findArrays(context));
  const chosen = arrays && chooseArray(arrays);
  if (arrays && !chosen) throw noRecords(context.file);
  const columnNames = arrays?.some(({ pointer }) => pointer === socrataColumns)
    ? await socrataNames(context)
    : undefined;
  const texts = chosen ? elements(context, chosen.pointer) : lineTexts(context);
  const isRows = chosen?.first === "[";
  const written = await guarded(context, writeRecords(context, texts, path, isRows ? (columnNames ?? []) : undefined));
  if (written.width === 0) throw noRecords(context.file);
  const { size } = await stat(path);
  const hints = {
    delimiter: ",",
    encoding: { label: "utf-8", direct: true },
    width: written.width,
    rejected: { count: written.refused, kept: written.rejected },
    issues: jsonIssues(context.file, written),
  };
  const header = written.header.length > 0 ? { header: written.header } : {};
  return readCsv({ ...context, path, bytes: size }, { ...hints, ...header });
}

async function* texts(context: ReadContext): AsyncGenerator<string> {
  const encoding = detectEncoding(await readHead(context.path, 2 ** 20));
  const deadline = Date.now() + context.limits.seconds * 1000;
  let isFirst = true;
  for await (const { text, bytes } of fileText(context.path, encoding)) {
    if (Date.now() > deadline) throw tooSlow(context.file, context.limits.seconds);
    yield isFirst ? text.replace(/^\ufeff+/, "") : text;
    isFirst = false;
    context.onProgress((bytes / context.bytes) * 0.5);
  }
}

const bounds = ({ limits }: ReadContext) => ({ depth: limits.depth, longest: limits.cellLength * 4 });

async function findArrays(context: ReadContext): Promise<JsonArray[]> {
  const scan = scanJson(bounds(context));
  for await (const text of texts(context)) scan.push(text);
  return scan.end();
}

async function* elements(context: ReadContext, capture: string): AsyncGenerator<string> {
  const scan = scanJson({ ...bounds(context), capture });
  for await (const text of texts(context)) yield* scan.push(text);
}

async function* lineTexts(context: ReadContext): AsyncGenerator<string> {
  const lines = splitLines();
  for await (const text of texts(context)) {
    for (const line of lines.push(text)) yield line.text;
    if (lines.waiting() > context.limits.cellLength * 4) throw new RangeError("invalid JSON; a line is too long");
  }
  for (const line of lines.end()) yield line.text;
}

/** The first line is a whole object and is not the only one. */
async function isOnePerLine(context: ReadContext): Promise<boolean> {
  let seen = 0;
  for await (const text of lineTexts(context)) {
    if (text.trim() === "") continue;
    if (seen === 1) return true;
    if (!text.trimStart().startsWith("{") || !isJson(text)) return false;
    seen = 1;
  }
  return false;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function chooseArray(arrays: readonly JsonArray[]): JsonArray | undefined {
  const lists = arrays.filter(({ first, pointer }) => (first === "{" || first === "[") && pointer !== socrataColumns);
  const rank = ({ pointer }: JsonArray): number => {
    const place = recordNames.indexOf(pointer.split("/").at(-1) ?? "");
    return pointer === "" ? -1 : place < 0 ? recordNames.length : place;
  };
  return [...lists].sort((a, b) => rank(a) - rank(b) || b.count - a.count)[0];
}

async function socrataNames(context: ReadContext): Promise<string[]> {
  const names: string[] = [];
  for await (const text of elements(context, socrataColumns))
    names.push(flattenRecord(parseExactly(text))?.get("name") ?? "");
  return names;
}

type Written = {
  readonly header: readonly string[];
  readonly width: number;
  readonly refused: number;
  readonly rejected: readonly Rejected[];
};

/** @param names given when the records are lists of values: names of the columns, empty when the first list has them */
async function writeRecords(
  context: ReadContext,
  records: AsyncIterable<string>,
  path: string,
  names: readonly string[] | undefined,
): Promise<Written> {
  const { limits, file } = context;
  const out = createWriteStream(path, { highWaterMark: 2 ** 20 });
  const placeByName = new Map<string, number>();
  const rejected: Rejected[] = [];
  let refused = 0;
  let index = 0;
  let width = names?.length ?? 0;
  for await (const text of records) {
    if (text.trim() === "") continue;
    index += 1;
    if (index > limits.rows) throw beyond(file, "too-many-rows", limits.rows, "records");
    const cells = rowOf(text, names !== undefined, placeByName);
    if (!cells) {
      refused += 1;
      if (rejected.length < 1000)
        rejected.push({ line: index, text: text.slice(0, 2000), why: "is no record like the others" });
      continue;
    }
    width = Math.max(width, cells.length);
    if (width > limits.columns) throw beyond(file, "too-many-columns", limits.columns, "columns");
    if (cells.some((cell) => cell.length > limits.cellLength))
      throw beyond(file, "too-many-characters", limits.cellLength, "characters in a value");
    if (!out.write(`${cells.map((cell) => quoted(cell, ",")).join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return { header: names ?? [...placeByName.keys()], width, refused, rejected };
}

/** Cells of a record in the order in which the names were first met; undefined when it is of another shape. */
function rowOf(text: string, isList: boolean, placeByName: Map<string, number>): string[] | undefined {
  let value: unknown;
  try {
    value = parseExactly(text);
  } catch {
    return undefined;
  }
  if (isList) return Array.isArray(value) ? value.map(cellText) : undefined;
  const fields = flattenRecord(value);
  if (!fields) return undefined;
  const row: string[] = [];
  for (const [name, cell] of fields) {
    const place = placeByName.get(name) ?? placeByName.size;
    placeByName.set(name, place);
    row[place] = cell;
  }
  return Array.from(row, (cell) => cell ?? "");
}

function jsonIssues(file: string, { refused, rejected }: Written): Issue[] {
  const [first] = rejected;
  if (!first) return [];
  const message = `Records have another shape than the rest, the first is number ${first.line}. They are kept with their text; ask the agency what they are.`;
  return [{ code: "rejected-line", severity: "error", file, count: refused, value: first.text.slice(0, 200), message }];
}

async function guarded<T>(context: ReadContext, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    const why = cause.message.replace(/^invalid JSON; /, "");
    throw new InputError(
      "damaged-json",
      context.file,
      `${context.file} cannot be read as JSON: ${why}. Download it again, or ask the agency for a CSV.`,
      { cause },
    );
  }
}

const noRecords = (file: string): InputError =>
  new InputError(
    "no-table",
    file,
    `${file} is JSON without a list of records; perhaps it is an error message of the service. Open it in a text editor to see, and download the data again.`,
  );

const beyond = (file: string, code: string, most: number, what: string): InputError =>
  new InputError(
    code,
    file,
    `${file} has over ${most.toLocaleString("en-US")} ${what}, the most that is read from JSON. Ask for the table as CSV.`,
  );
