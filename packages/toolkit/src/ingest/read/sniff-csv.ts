import { assembleRecords, type TextRecord } from "./assemble-records.ts";
import { detectDelimiter } from "./detect-delimiter.ts";
import { findHeader, type Header } from "./find-header.ts";
import { splitLines } from "./split-lines.ts";

/** What the first part of a delimited file tells about the whole. */
export type CsvSketch = Header & {
  readonly delimiter: string;
  /** Columns of the table: those of the header or, when more, those half of the records fill. */
  readonly width: number;
  /** Whether the first line ends with a lone LF. */
  readonly endsWithFeed: boolean;
  /** The first data record, to check that a reader begins at the same place. */
  readonly first: readonly string[] | undefined;
};

const sampledRecords = 500;
const sampledLines = 200;

/**
 * Finds delimiter, header and width from the head of a delimited file.
 *
 * @param head text of the first part of the file
 * @param options `isWhole`: nothing follows the head; `delimiter`: known already; `cellLength`: see `ReadLimits`
 * @returns undefined when no record with text ends within the head
 */
export function sniffCsv(
  head: string,
  options: { readonly isWhole: boolean; readonly delimiter?: string; readonly cellLength: number },
): CsvSketch | undefined {
  const splitter = splitLines();
  const whole = splitter.push(head.replace(/^\ufeff+/, ""));
  const lines = options.isWhole ? [...whole, ...splitter.end()] : whole;
  const delimiter = options.delimiter ?? detectDelimiter(lines.slice(0, sampledLines), options.cellLength);

  const records: TextRecord[] = [];
  const emit = (record: TextRecord): void => {
    records.push(record);
  };
  const assembler = assembleRecords({ delimiter, cellLength: options.cellLength, emit });
  for (const line of lines) {
    if (records.length >= sampledRecords) break;
    assembler.push(line);
  }
  if (options.isWhole || records.length === 0) assembler.end();

  const cells = records.slice(0, sampledRecords).map((record) => record.cells());
  const header = findHeader(cells);
  if (!header) return undefined;
  const data = cells.slice(header.skip).filter((record) => record.length > 0);
  const named = lastFilled(header.header);
  const usual = named > 0 ? median(data.map(lastFilled)) : median(data.map((record) => record.length));
  const width = Math.max(named, usual);
  return { ...header, delimiter, width, endsWithFeed: lines[0]?.end === "\n", first: data[0] };
}

const lastFilled = (cells: readonly string[]): number => cells.findLastIndex((cell) => cell.trim() !== "") + 1;

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
