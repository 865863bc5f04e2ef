import { type CellTable, keyReader } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import { changeRule } from "./rule.ts";

/** The months of which a release can say how many records there were. */
export type KnownMonths = {
  /** Every month from the first to the last, `YYYY-MM`. */
  readonly all: readonly string[];
  /** Those with data; a month without any record is none where a usual month holds several. */
  readonly known: readonly string[];
};

/** Counts of known months, in their order. */
export type MonthSeries = { readonly months: readonly string[]; readonly counts: readonly number[] };

/**
 * The months that can be compared: from the first full month to the last. A month cut short by the first or last date of
 * the file is left out, one at either end with far fewer records than its neighbours too, and so is one without any record where a usual month holds several: silence is no zero.
 *
 * @param dates cells by `occurred_date`; without any date, cells by `occurred_month` of `totals` are taken as they are
 */
export function knownMonths(dates: CellTable, totals: CellTable): KnownMonths {
  const countByMonth = monthlyCounts(totals);
  const recorded = [...countByMonth.keys()].filter((month) => (countByMonth.get(month) ?? 0) > 0).sort();
  const day = keyReader(dates, "occurred_date");
  const days = dates.cells.flatMap((cell) =>
    cell.count > 0 && day(cell) !== null ? [String(day(cell)).slice(0, 10)] : [],
  );
  const full = withoutThinEdges(withoutShortEdges(recorded, days.sort()), countByMonth);
  const all = monthsBetween(full[0], full.at(-1));
  const inside = new Set(full);
  const mean = all.length === 0 ? 0 : full.reduce((sum, month) => sum + (countByMonth.get(month) ?? 0), 0) / all.length;
  const known = mean < changeRule("silentMean") ? all : all.filter((month) => inside.has(month));
  return { all, known };
}

function withoutShortEdges(months: readonly string[], days: readonly string[]): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return months;
  const lacksStart = Number(first.slice(8, 10)) - 1 > changeRule("edgeDays");
  const lacksEnd = daysOf(last.slice(0, 7)) - Number(last.slice(8, 10)) > changeRule("edgeDays");
  return months.filter(
    (month) => !(lacksStart && month === first.slice(0, 7)) && !(lacksEnd && month === last.slice(0, 7)),
  );
}

/** First and last months with far fewer records than their neighbours are left out, one after the other. */
function withoutThinEdges(months: readonly string[], countByMonth: ReadonlyMap<string, number>): readonly string[] {
  const countOf = (month: string | undefined) => countByMonth.get(month ?? "") ?? 0;
  const isThin = (edge: string | undefined, neighbours: readonly string[]) => {
    const counts = neighbours.map(countOf).toSorted((one, other) => one - other);
    const middle = counts[Math.floor(counts.length / 2)] ?? 0;
    return counts.length >= 6 && middle >= changeRule("silentMean") && countOf(edge) < changeRule("edgeShare") * middle;
  };
  let kept = months;
  while (isThin(kept[0], kept.slice(1, 13))) kept = kept.slice(1);
  while (isThin(kept.at(-1), kept.slice(-13, -1))) kept = kept.slice(0, -1);
  return kept;
}

/** Records by month of some cells; months that no cell has are absent. */
export function monthlyCounts(table: CellTable, isCounted: (cell: CellTable["cells"][number]) => boolean = () => true) {
  const month = keyReader(table, "occurred_month");
  const counts = new Map<string, number>();
  for (const cell of table.cells) {
    const key = month(cell);
    if (key !== null && isCounted(cell)) counts.set(String(key), (counts.get(String(key)) ?? 0) + cell.count);
  }
  return counts;
}

/** The series of some counts over the known months: a known month without any is 0. */
export function monthSeries(months: readonly string[], countByMonth: ReadonlyMap<string, number>): MonthSeries {
  return { months, counts: months.map((month) => countByMonth.get(month) ?? 0) };
}

/**
 * Days of a month.
 *
 * @param month `YYYY-MM`
 * @example daysOf("2024-02") // 29
 */
export function daysOf(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}

/**
 * Months from one to another, as a whole number.
 *
 * @example monthsApart("2019-11", "2020-02") // 3
 */
export function monthsApart(from: string, to: string): number {
  const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return number(to) - number(from);
}

/**
 * The month some months later, or earlier if negative.
 *
 * @example shiftMonth("2019-11", 3) // "2020-02"
 */
export function shiftMonth(month: string, by: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${String(Math.floor(number / 12)).padStart(4, "0")}-${String((number % 12) + 1).padStart(2, "0")}`;
}

/** A date in a series: its first month, how many months from there on are left out, and how far it may be compared. */
export type MonthPlace = {
  readonly firstMonth: string;
  readonly phaseIn: number;
  readonly limits?: { readonly from?: string; readonly to?: string };
};

/** Months of a series before an event and after its phase-in, those that are compared; both within its limits. */
export function monthsAround(
  { months }: Pick<MonthSeries, "months">,
  { firstMonth, phaseIn, limits = {} }: MonthPlace,
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const { from = "", to } = limits;
  const before = months.filter((month) => month < firstMonth && month >= from);
  const after = months
    .filter((month) => monthsApart(firstMonth, month) >= phaseIn && (to === undefined || month <= to))
    .slice(0, changeRule("afterMonths"));
  return { before, after };
}

/** Whether a month lies in the phase-in. */
export function isLeftOut(month: string, { firstMonth, phaseIn }: MonthPlace): boolean {
  const apart = monthsApart(firstMonth, month);
  return apart >= 0 && apart < phaseIn;
}

/** Whether so many months around a date are without data that a step there could be the gap's: a third of the nearest 12. */
export function isBrokenAround(known: readonly string[], firstMonth: string): boolean {
  const [first, last] = [known[0], known.at(-1)];
  if (first === undefined || last === undefined || first >= firstMonth || last < firstMonth) return false;
  const near = monthsBetween(shiftMonth(firstMonth, -6), shiftMonth(firstMonth, 5)).filter(
    (month) => month >= first && month <= last,
  );
  const isKnown = new Set(known);
  return near.filter((month) => !isKnown.has(month)).length * 3 > near.length;
}
