import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { assembleRecords, type TextRecord } from "./assemble-records.ts";
import type { Encoding } from "./detect-encoding.ts";
import { fileText } from "./file-text.ts";
import { InputError } from "./input-error.ts";
import type { ReadLimits } from "./read-limits.ts";
import { splitLines } from "./split-lines.ts";
import { tooSlow } from "./stage-csv.ts";

/** What became of the lines of a file that DuckDB cannot read as it is. */
export type Rewrite = {
  /** Data records written. */
  readonly accepted: number;
  /** Data records refused. */
  readonly refused: number;
  /** The first refused records. */
  readonly rejected: readonly { readonly line: number; readonly text: string; readonly why: string }[];
  /** Data records with fewer cells than columns, and the first such line. */
  readonly short: Tally;
  /** Data records whose quotes did not pair up and were read as text. */
  readonly unpaired: Tally;
  /** Records over several lines that look like several records. */
  readonly doubtful: Tally;
  /** Lines that are not UTF-8. */
  readonly foreign: number;
  /** Longest record written, in characters. */
  readonly longest: number;
};

/** How many, and where the first is (physical line). */
export type Tally = { readonly count: number; readonly line: number };

export type RewriteOptions = {
  readonly file: string;
  readonly encoding: Encoding;
  readonly delimiter: string;
  readonly width: number;
  /** Records before the first data record. */
  readonly skip: number;
  readonly limits: ReadLimits;
  readonly onProgress: (bytes: number) => void;
};

const keptRejects = 1_000;
const keptText = 2_000;

/**
 * Streams a text file of any encoding to a clean UTF-8 CSV of the data records alone, each of exactly `width` cells.
 * Not for a healthy UTF-8 file: DuckDB reads that itself, many times faster.
 *
 * @param from the published file, which stays as it is
 * @param to the file to write
 */
export async function rewriteCsv(from: string, to: string, options: RewriteOptions): Promise<Rewrite> {
  const { delimiter, width, limits } = options;
  const book = bookkeeper(options);
  const out = createWriteStream(to, { highWaterMark: 2 ** 20 });
  const failed = once(out, "error").then(([cause]) => Promise.reject(cause));
  failed.catch(() => undefined);
  const deadline = Date.now() + limits.seconds * 1000;
  const lines = splitLines();
  const records = assembleRecords({ delimiter, width, cellLength: limits.cellLength, emit: book.enter });

  let isFirst = true;
  let foreignLines = 0;
  for await (const { text, bytes, foreign } of fileText(from, options.encoding)) {
    foreignLines += foreign;
    const piece = isFirst ? text.replace(/^\ufeff+/, "") : text;
    isFirst = false;
    for (const line of lines.push(piece)) records.push(line);
    if (lines.waiting() > limits.cellLength * 4) throw lineTooLong(options);
    if (Date.now() > deadline) throw tooSlow(options.file, limits.seconds);
    if (!out.write(book.take())) await Promise.race([once(out, "drain"), failed]);
    options.onProgress(bytes);
  }
  for (const line of lines.end()) records.push(line);
  records.end();
  out.end(book.take());
  await Promise.race([once(out, "close"), failed]);
  return { ...book.close(), foreign: foreignLines };
}

const lineTooLong = ({ file, limits }: RewriteOptions): InputError =>
  new InputError(
    "line-too-long",
    file,
    `${file} has a line of over ${(limits.cellLength * 4).toLocaleString("en-US")} characters, so it is no table of records. Ask the agency for a CSV with one record per line.`,
  );

function bookkeeper({ delimiter, width, skip, limits }: RewriteOptions) {
  let seen = 0;
  let written = "";
  let accepted = 0;
  let refused = 0;
  let longest = 0;
  let isAfterDamage = false;
  const rejected: { line: number; text: string; why: string }[] = [];
  const tallies = { short: { count: 0, line: 0 }, unpaired: { count: 0, line: 0 }, doubtful: { count: 0, line: 0 } };

  const tally = (name: keyof typeof tallies, record: TextRecord): void => {
    const { count, line } = tallies[name];
    tallies[name] = { count: count + 1, line: line || record.line };
  };
  const refuse = (record: TextRecord, why: string): void => {
    refused += 1;
    isAfterDamage ||= record.damaged;
    if (rejected.length < keptRejects) rejected.push({ line: record.line, text: record.text.slice(0, keptText), why });
  };
  const accept = (record: TextRecord, line: string): void => {
    accepted += 1;
    isAfterDamage = false;
    longest = Math.max(longest, line.length);
    written += `${line}\n`;
    if (record.damaged) tally("unpaired", record);
  };
  const enter = (record: TextRecord): void => {
    seen += 1;
    const { count } = record;
    if (seen <= skip || count === 0) return;
    if (record.isPlain && count === width && record.text.length <= limits.cellLength) {
      accept(record, record.text);
      return;
    }
    const cells = fitted(record.cells(), width);
    if (cells.length > width) refuse(record, `has ${count} cells; the table has ${width} columns`);
    else if (cells.some((cell) => cell.length > limits.cellLength))
      refuse(record, `has a cell of over ${limits.cellLength.toLocaleString("en-US")} characters`);
    else if (count < width && record.damaged) refuse(record, `has a quote that is never closed and ${count} cells`);
    else if (count < width && isAfterDamage) refuse(record, "continues a line with a quote that is never closed");
    else {
      if (count < width) tally("short", record);
      if (looksLikeSeveral(record, delimiter, width)) tally("doubtful", record);
      accept(record, cells.map((cell) => quoted(cell, delimiter)).join(delimiter));
    }
  };
  return {
    enter,
    /** The text of the records accepted since the last call. */
    take: (): string => {
      const text = written;
      written = "";
      return text;
    },
    close: (): Omit<Rewrite, "foreign"> => ({ accepted, refused, rejected, longest, ...tallies }),
  };
}

/** Cells padded to the width; blank cells beyond it are left out. */
function fitted(cells: readonly string[], width: number): readonly string[] {
  if (cells.length < width) return [...cells, ...Array<string>(width - cells.length).fill("")];
  const extra = cells.slice(width);
  return extra.length > 0 && extra.every((cell) => cell.trim() === "") ? cells.slice(0, width) : cells;
}

/** A line inside the record has as many cells as the table has columns. */
function looksLikeSeveral(record: TextRecord, delimiter: string, width: number): boolean {
  if (record.lines < 3 || width < 3) return false;
  const inner = record.text.split(/\r\n|\n|\r/).slice(1, -1);
  return inner.some((line) => line.split(delimiter).length === width);
}

/** A cell as it stands in a CSV. */
export const quoted = (cell: string, delimiter: string): string =>
  cell.includes('"') || cell.includes(delimiter) || /[\n\r]|^ | $/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
