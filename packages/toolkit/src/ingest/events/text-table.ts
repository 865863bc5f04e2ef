import type { Issue } from "@evenhand/standard";
import { assembleRecords, type TextRecord } from "../read/assemble-records.ts";
import { InputError } from "../read/input-error.ts";
import { splitLines } from "../read/split-lines.ts";

/** One line of a small table a person made. */
export type TextRow = {
  /** Line of the file it starts at, 1 = first. */
  readonly line: number;
  /** 1 = first line after the header. */
  readonly row: number;
  /** As written, without spaces at either end; one for each column. */
  readonly cells: readonly string[];
};

/** A small table a person made: events, a code list, a series of counts. */
export type TextTable = {
  /** Name of the file, for messages. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly TextRow[];
  readonly issues: readonly Issue[];
};

/** Largest file of this kind, in characters: a timeline or a code list, not records. */
export const mostCharacters = 1_000_000;

const delimiters = [",", "\t", ";", "|"] as const;

/**
 * Reads a small table from its text: a line of headers, then one record a line, with quotes where a cell holds the
 * delimiter. Lines that start with `#` are comments. The delimiter is the one that parts the header into most cells. Not
 * for a department's published records: those need the readers of `ingest/read`.
 *
 * @throws InputError when the text is too long, or has no line of headers
 */
export function readTextTable(text: string, name: string): TextTable {
  if (text.length > mostCharacters)
    throw new InputError(
      "too-large",
      name,
      `${name} is larger than 1 MB, so it is no list that a person made. Check that it is the file you meant.`,
    );
  const records = delimiters
    .map((delimiter) => recordsOf(text, delimiter))
    .reduce((best, found) => ((found[0]?.count ?? 0) > (best[0]?.count ?? 0) ? found : best));
  const [header, ...body] = records;
  if (header === undefined)
    throw new InputError("empty", name, `${name} is empty. Its first line must name the columns.`);
  const columns = header.cells().map((cell) => cell.trim());
  const issues: Issue[] = [];
  const rows = body.flatMap((record, index): TextRow[] => {
    const cells = record.cells().map((cell) => cell.trim());
    const extra = cells.slice(columns.length).filter((cell) => cell !== "");
    if (!record.damaged && extra.length === 0)
      return [{ line: record.line, row: index + 1, cells: columns.map((_, at) => cells[at] ?? "") }];
    issues.push(brokenLine(name, record, { row: index + 1, columns: columns.length }));
    return [];
  });
  return { name, columns, rows, issues };
}

function recordsOf(text: string, delimiter: string): readonly TextRecord[] {
  const records: TextRecord[] = [];
  const emit = (record: TextRecord): void => {
    const isComment = record.text.trimStart().startsWith("#");
    if (!isComment && record.cells().some((cell) => cell.trim() !== "")) records.push(record);
  };
  const splitter = splitLines();
  const lines = [...splitter.push(text.replace(/^\ufeff+/u, "")), ...splitter.end()];
  const assembler = assembleRecords({ delimiter, cellLength: mostCharacters, emit });
  for (const line of lines) assembler.push(line);
  assembler.end();
  return records;
}

function brokenLine(name: string, record: TextRecord, { row, columns }: { row: number; columns: number }): Issue {
  const why = record.damaged ? "its quotes do not pair up" : `it has ${record.count} cells, the header ${columns}`;
  return {
    code: "broken-line",
    severity: "error",
    file: name,
    row,
    value: record.text.slice(0, 200),
    count: 1,
    message: `Line ${record.line} is left out: ${why}. Put a cell that holds a comma between quotes ("…").`,
  };
}
