import { assembleRecords, type Line, type TextRecord } from "./assemble-records.ts";

const candidates = [",", "\t", ";", "|"] as const;

/**
 * Finds the character between the cells: the one that splits most records into the same number of cells without
 * breaking a quoted cell, the larger number when two do equally well. A list inside a cell (`Black;White`) varies from
 * record to record and so loses.
 *
 * @param lines first lines of the file
 * @returns `,` for a file of one column
 */
export function detectDelimiter(lines: readonly Line[], cellLength: number): string {
  const scores = candidates.map((delimiter) => ({ delimiter, ...agreement(lines, delimiter, cellLength) }));
  const best = scores.reduce((a, b) => (isBetter(b, a) ? b : a));
  return best.width > 1 ? best.delimiter : ",";
}

type Agreement = { readonly width: number; readonly share: number };

const isBetter = (a: Agreement, b: Agreement): boolean =>
  a.share > b.share * 1.2 || (a.share > b.share * 0.8 && a.width > b.width);

/** Most frequent number of cells above one, and the share of records that have it. */
function agreement(lines: readonly Line[], delimiter: string, cellLength: number): Agreement {
  const records: TextRecord[] = [];
  const emit = (record: TextRecord): void => {
    if (record.text.trim() !== "") records.push(record);
  };
  const assembler = assembleRecords({ delimiter, cellLength, emit });
  for (const line of lines) assembler.push(line);
  if (records.length === 0) assembler.end();

  const countByWidth = new Map<number, number>();
  for (const { count, damaged } of records)
    if (count > 1 && !damaged) countByWidth.set(count, (countByWidth.get(count) ?? 0) + 1);
  const [width, most] = [...countByWidth].reduce((a, b) => (b[1] > a[1] ? b : a), [1, 0]);
  return { width, share: records.length === 0 ? 0 : most / records.length };
}
