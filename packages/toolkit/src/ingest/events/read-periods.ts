import type { Issue } from "@evenhand/standard";
import { InputError } from "../read/input-error.ts";
import { headerWord, roleOf } from "./column-places.ts";
import { readDate } from "./read-date.ts";
import words from "./series-words.json" with { type: "json" };
import type { TextRow, TextTable } from "./text-table.ts";

/** Which period each line of a series is of. */
export type Periods = {
  readonly kind: "months" | "numbers";
  readonly columns: readonly string[];
  /** One for each line; undefined where it cannot be told. */
  readonly found: readonly ({ readonly time: number; readonly label: string } | undefined)[];
  readonly issues: readonly Issue[];
};

type Wanted = {
  readonly month?: string | undefined;
  readonly time?: string | undefined;
  readonly byNumber: boolean;
};

type Way = {
  readonly kind: Periods["kind"];
  readonly at: readonly number[];
  readonly read: (cells: readonly string[]) => number | undefined;
};

/**
 * Finds the periods of a series: a named column, else years with months, a column of months or dates, or of numbers that
 * rise. Months are counted from the first, which is 1.
 *
 * @throws InputError when no column says the periods
 */
export function readPeriods(table: TextTable, wanted: Wanted): Periods {
  const way = waysOf(table, wanted).find(({ read }) => {
    const told = table.rows.filter(({ cells }) => read(cells) !== undefined).length;
    return told > 0 && told * 2 >= table.rows.length;
  });
  if (way === undefined)
    throw new InputError(
      "no-periods",
      table.name,
      `${table.name} does not say which month each line is of. Name the column: --month COLUMN (2005-01), or --time COLUMN (numbers that rise). Its columns are ${table.columns.join(", ")}.`,
    );
  const raw = table.rows.map(({ cells }) => way.read(cells));
  const first = Math.min(...raw.filter((value) => value !== undefined));
  const columns = way.at.map((index) => table.columns[index] ?? "");
  const isMonths = way.kind === "months";
  return {
    kind: way.kind,
    columns,
    found: raw.map((value) =>
      value === undefined
        ? undefined
        : { time: isMonths ? value - first + 1 : value, label: isMonths ? monthLabel(value) : String(value) },
    ),
    issues: table.rows.flatMap((row, index) => (raw[index] === undefined ? [unreadPeriod(table, row, way.at)] : [])),
  };
}

function waysOf(table: TextTable, { month, time, byNumber }: Wanted): readonly Way[] {
  const at = (role: string): readonly number[] => {
    const index = table.columns.findIndex((column) => roleOf(column, words.columns) === role);
    return index < 0 ? [] : [index];
  };
  const named = (column: string): readonly number[] => {
    const index = table.columns.findIndex((one) => headerWord(one) === headerWord(column));
    if (index >= 0) return [index];
    const message = `${table.name} has no column “${column}”. Its columns are ${table.columns.join(", ")}.`;
    throw new InputError("no-column", table.name, message);
  };
  if (time !== undefined) return named(time).map(numberWay);
  const months = month === undefined ? at("month") : named(month);
  const withYears = at("year").flatMap((year) => months.map((index) => yearMonthWay(year, index)));
  const alone = [...months, ...(month === undefined ? at("date") : [])].map(monthWay);
  const numbers = at("time").map(numberWay);
  if (month !== undefined) return [...withYears, ...alone];
  return byNumber ? numbers : [...withYears, ...alone, ...numbers];
}

const numberWay = (index: number): Way => ({
  kind: "numbers",
  at: [index],
  read: (cells) => {
    const text = cells[index] ?? "";
    return /^-?\d{1,9}$/u.test(text) ? Number(text) : undefined;
  },
});

const monthWay = (index: number): Way => ({
  kind: "months",
  at: [index],
  read: (cells) => {
    const reading = readDate(cells[index] ?? "");
    return reading.form === "iso" || reading.form === "month-first" ? monthNumber(reading.iso) : undefined;
  },
});

const yearMonthWay = (year: number, month: number): Way => ({
  kind: "months",
  at: [year, month],
  read: (cells) => {
    const [inYear, number] = [cells[year] ?? "", Number(cells[month] || "0")];
    const isMonth = /^(?:19|20)\d{2}$/u.test(inYear) && Number.isInteger(number) && number >= 1 && number <= 12;
    return isMonth ? Number(inYear) * 12 + number - 1 : undefined;
  },
});

const monthNumber = (iso: string): number => Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7)) - 1;
const monthLabel = (value: number): string => `${Math.floor(value / 12)}-${String((value % 12) + 1).padStart(2, "0")}`;

function unreadPeriod({ name, columns }: TextTable, { line, row, cells }: TextRow, at: readonly number[]): Issue {
  const shown = at.map((index) => `${columns[index]} “${cells[index] ?? ""}”`).join(", ");
  return {
    code: "period-left-out",
    severity: "warning",
    file: name,
    row,
    count: 1,
    message: `Line ${line} is left out: ${shown} names no period. Write months as 2005-01.`,
  };
}
