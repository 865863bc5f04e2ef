import type { Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { headerWord, roleOf } from "./column-places.ts";
import { type Periods, readPeriods } from "./read-periods.ts";
import words from "./series-words.json" with { type: "json" };
import { readTextTable, type TextTable } from "./text-table.ts";

/** Columns a person named; the others are found by their headers. */
export type SeriesColumns = {
  readonly count?: string | undefined;
  readonly exposure?: string | undefined;
  /** A column of months, `2005-01`; or 1–12 beside a column of years. */
  readonly month?: string | undefined;
  /** A column of period numbers that rise. */
  readonly time?: string | undefined;
};

/** Any series of counts by month, as read. */
export type CountSeries = {
  readonly name: string;
  readonly columns: {
    readonly count: string;
    readonly exposure?: string;
    /** One column, or the year's and the month's. */
    readonly period: readonly string[];
    /** Those of the above that nobody named. */
    readonly guessed: readonly string[];
  };
  readonly periods: "months" | "numbers";
  /** Rising: the number given, or months counted from the first, which is 1. */
  readonly times: readonly number[];
  /** `2005-01`, or the number. */
  readonly labels: readonly string[];
  readonly counts: readonly number[];
  readonly exposure?: readonly number[];
  readonly issues: readonly Issue[];
};

/** @see readSeries */
export type SeriesOptions = {
  readonly name: string;
  readonly columns?: SeriesColumns;
  /** Whether periods are to be counted by a column of numbers, where there are months as well. */
  readonly byNumber?: boolean;
};

/**
 * Reads a series of counts: one line a month. Months stand in a column (`2005-01`), in one of years and one of months, or
 * as numbers that rise. An empty or unreadable count is not 0: its month is left out and said. Columns that look like a
 * population are pointed out, never used unasked.
 *
 * @throws InputError when periods or counts cannot be told, two lines are of one period, or counts are no whole numbers
 */
export function readSeries(text: string, { name, columns = {}, byNumber = false }: SeriesOptions): CountSeries {
  const table = readTextTable(text, name);
  const periods = readPeriods(table, { month: columns.month, time: columns.time, byNumber });
  const exposureAt = columns.exposure === undefined ? undefined : columnAt(table, columns.exposure);
  const countAt = columns.count === undefined ? guessCount(table, periods, exposureAt) : columnAt(table, columns.count);
  const issues: Issue[] = [...table.issues, ...periods.issues];
  const tell = (code: string, row: number, message: string) => {
    issues.push({ code, severity: "warning", file: name, row, count: 1, message });
  };
  const lines = table.rows.flatMap((row, index) => {
    const period = periods.found[index];
    if (period === undefined) return [];
    const count = numberOf(row.cells[countAt]);
    const exposure = exposureAt === undefined ? 1 : numberOf(row.cells[exposureAt]);
    if (count === undefined || count < 0)
      tell(
        "count-left-out",
        row.row,
        `Line ${row.line}: “${row.cells[countAt] ?? ""}” is no count; ${period.label} is left out, not taken as 0.`,
      );
    else if (exposure === undefined || exposure <= 0)
      tell(
        "exposure-left-out",
        row.row,
        `Line ${row.line}: ${period.label} has no ${columns.exposure}, so it is left out.`,
      );
    else return [{ ...period, count, exposure }];
    return [];
  });
  const sorted = lines.toSorted((left, right) => left.time - right.time);
  refuse(sorted, { name, column: table.columns[countAt] ?? "" });
  return {
    name,
    columns: {
      count: table.columns[countAt] ?? "",
      ...(exposureAt === undefined ? {} : { exposure: table.columns[exposureAt] ?? "" }),
      period: periods.columns,
      guessed: [
        ...(columns.count === undefined ? [table.columns[countAt] ?? ""] : []),
        ...(columns.month === undefined && columns.time === undefined ? periods.columns : []),
      ],
    },
    periods: periods.kind,
    times: sorted.map(({ time }) => time),
    labels: sorted.map(({ label }) => label),
    counts: sorted.map(({ count }) => count),
    ...(exposureAt === undefined ? {} : { exposure: sorted.map(({ exposure }) => exposure) }),
    issues: [...issues, ...(exposureAt === undefined ? exposureNote(table) : [])],
  };
}

/** A number as written, thousands with commas; undefined for anything else. */
const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[+-]?\d{1,2})?$/iu.test(text)
    ? Number(text.replaceAll(",", ""))
    : undefined;

/**
 * Place of a column that a person named.
 *
 * @throws InputError when there is none of that name
 */
export function columnAt({ name, columns }: TextTable, wanted: string): number {
  const exact = columns.indexOf(wanted);
  const at = exact >= 0 ? exact : columns.findIndex((column) => headerWord(column) === headerWord(wanted));
  if (at >= 0) return at;
  throw new InputError("no-column", name, `${name} has no column “${wanted}”. Its columns are ${columns.join(", ")}.`);
}

function guessCount(table: TextTable, periods: Periods, exposureAt: number | undefined): number {
  const free = table.columns.flatMap((column, index) =>
    periods.columns.includes(column) || index === exposureAt ? [] : [{ index, role: roleOf(column, words.columns) }],
  );
  const named = free.filter(({ role }) => role === "count");
  const whole = free.filter(({ index, role }) => role === undefined && holdsCounts(table, index));
  const chosen = named.length > 0 ? named : whole;
  const [only, ...others] = chosen;
  if (only !== undefined && others.length === 0) return only.index;
  const what =
    only === undefined
      ? "no column of whole numbers that is surely the count"
      : "several columns that could be the count";
  throw new InputError(
    "no-count-column",
    table.name,
    `${table.name} has ${what}. Say which: --count COLUMN. Its columns are ${table.columns.join(", ")}.`,
  );
}

/** Whole numbers, not only 0 and 1: those say before and after. */
function holdsCounts({ rows }: TextTable, index: number): boolean {
  const values = rows.map(({ cells }) => numberOf(cells[index])).filter((value) => value !== undefined);
  return values.length * 2 > rows.length && values.every(Number.isInteger) && values.some((value) => value > 1);
}

type Line = { readonly time: number; readonly label: string; readonly count: number };

function refuse(lines: readonly Line[], { name, column }: { readonly name: string; readonly column: string }): void {
  if (lines.length === 0)
    throw new InputError("no-series", name, `${name} has no line with a period and a count in “${column}”.`);
  const twice = lines.find(({ time }, index) => lines[index - 1]?.time === time);
  if (twice !== undefined)
    throw new InputError(
      "period-twice",
      name,
      `${name} has two lines of ${twice.label}. Give one line a month: add them up, or give each series a file of its own.`,
    );
  const part = lines.find(({ count }) => !Number.isInteger(count));
  if (part !== undefined)
    throw new InputError(
      "no-counts",
      name,
      `“${column}” of ${name} holds ${part.count} for ${part.label}: rates or shares, not counts. Give the counts, and what they are set against with --exposure.`,
    );
}

function exposureNote({ name, columns }: TextTable): readonly Issue[] {
  const found = columns.find((column) => roleOf(column, words.columns) === "exposure");
  if (found === undefined) return [];
  return [
    {
      code: "exposure-not-used",
      severity: "note",
      file: name,
      column: found,
      count: 1,
      message: `Column “${found}” could be what the counts are set against. It is not used; add --exposure ${found} if it is.`,
    },
  ];
}
