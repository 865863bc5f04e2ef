import { comparedEventColumns } from "@evenhand/standard";
import type { TimelineEvent } from "./timeline-events.ts";

/** Who entered rows that a comparison of versions made. */
export const enteredBy = "evenhand compare-policies";

/** One row of a policy timeline as text: ISO dates, empty where unknown. */
export type TimelineRow = Readonly<Record<(typeof comparedEventColumns)[number], string>>;

/**
 * An event as a row of the timeline. When officers were trained is not in the documents: a person adds it.
 *
 * @example timelineRow(event).kind // "policy"
 */
export function timelineRow({
  id,
  date,
  adopted,
  effective,
  what,
  document,
  sha256,
  provision,
}: TimelineEvent): TimelineRow {
  return {
    id,
    date: date ?? "",
    adopted: adopted ?? "",
    effective: effective ?? "",
    trained: "",
    kind: "policy",
    what: what.en,
    what_es: what.es,
    source: `${document} sha256:${sha256}`,
    document,
    provision: provision ?? "",
    entered_by: enteredBy,
  };
}

/**
 * Rows as CSV (RFC 4180): a first line of columns, lines that end in CRLF, cells quoted where they must be.
 *
 * @param columns of the file to which rows are added, whose first line is then left out; a column that is none of ours
 *   stays empty
 */
export const timelineCsv = (rows: readonly TimelineRow[], columns?: readonly string[]): string =>
  [
    ...(columns === undefined ? [comparedEventColumns] : []),
    ...rows.map((row) => (columns ?? comparedEventColumns).map((column) => (isOurs(column) ? row[column] : ""))),
  ]
    .map((cells) => `${cells.map(cell).join(",")}\r\n`)
    .join("");

const isOurs = (column: string): column is keyof TimelineRow =>
  (comparedEventColumns as readonly string[]).includes(column);
const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A timeline with events added, or what is wrong with the file that was there. */
export type ExtendedTimeline =
  | { readonly isTimeline: true; readonly text: string; readonly added: number; readonly known: number }
  | { readonly isTimeline: false };

/**
 * Adds events to the text of a timeline file. What is there stays as it is, letter by letter; an event whose id is there
 * is not written again, whatever a person changed in its row. The file may have its columns in another order and more of
 * them ("about", "agency"): those stay empty in what is added, for a person to fill.
 *
 * @param existing text of the file; undefined or empty where there is none
 */
export function extendTimeline(existing: string | undefined, events: readonly TimelineEvent[]): ExtendedTimeline {
  const rows = [...new Map(events.map((event) => [event.id, timelineRow(event)])).values()];
  if (existing === undefined || existing.replace(/^\uFEFF/, "").trim() === "")
    return { isTimeline: true, text: timelineCsv(rows), added: rows.length, known: 0 };
  const [first = [], ...records] = csvRecords(existing.replace(/^\uFEFF/, ""));
  const columns = first.map((name) => name.trim());
  if (comparedEventColumns.some((column) => columns.filter((name) => name === column).length !== 1))
    return { isTimeline: false };
  const ids = new Set(records.map((record) => record[columns.indexOf("id")]));
  const fresh = rows.filter(({ id }) => !ids.has(id));
  const end = fresh.length === 0 || /[\r\n]$/.test(existing) ? "" : "\r\n";
  const text = `${existing}${end}${timelineCsv(fresh, columns)}`;
  return { isTimeline: true, text, added: fresh.length, known: rows.length - fresh.length };
}

/** One cell and the sign that ends it: quoted, with doubled quotation marks, or bare. */
const cellPattern = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;

function csvRecords(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  for (const [all, quoted, bare, end] of text.matchAll(cellPattern)) {
    if (all === "" && record.length === 0) continue;
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
    if (end === ",") continue;
    records.push(record);
    record = [];
  }
  return records;
}
