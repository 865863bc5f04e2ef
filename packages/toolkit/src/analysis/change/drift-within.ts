import { twoProportionTest } from "../../stats/shares/two-proportion-test.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { type CodeDrift, isGone, type Part } from "./code-drift.ts";
import { monthlyCounts, monthsApart } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Where codes are looked for that come or go between the first and the last month compared. */
export type DriftWithinOptions = {
  /** Months with data, of the whole release. */
  readonly months: readonly string[];
  /** First and last month compared. */
  readonly from: string;
  readonly to: string;
  /** First month of the event: what happens at it is {@link codeDrift}'s to tell. */
  readonly firstMonth: string;
  /** Records per incident, at least 1. */
  readonly perIncident: number;
};

/**
 * Codes that come up or go out within the months compared, but not at the event: each month is tried, with six months on
 * either side, by the same limits and beyond chance over all codes and months. Counts are those around the month with
 * the smallest p.
 */
export function driftWithin(table: CellTable, column: string, options: DriftWithinOptions): readonly CodeDrift[] {
  const code = keyReader(table, column);
  const codes = [...new Set(table.cells.flatMap((cell) => code(cell) ?? []))].map(String).sort();
  const all = monthlyCounts(table, (cell) => code(cell) !== null);
  const asked = options.months.filter((month) => isAsked(month, options));
  const level = changeRule("recordingLevel") / Math.max(1, codes.length * asked.length);
  return codes.flatMap((key) => {
    const own = monthlyCounts(table, (cell) => String(code(cell)) === key);
    const found = asked.flatMap((month) => driftAt(key, { own, all }, { month, ...options }) ?? []);
    const [first] = found.toSorted((one, other) => one.p - other.p);
    return first === undefined || first.p >= level ? [] : [first.drift];
  });
}

const isAsked = (month: string, { from, to, firstMonth }: DriftWithinOptions): boolean =>
  monthsApart(from, month) >= 2 && monthsApart(month, to) >= 2 && Math.abs(monthsApart(firstMonth, month)) > 2;

type Months = ReadonlyMap<string, number>;

function driftAt(
  key: string,
  { own, all }: { readonly own: Months; readonly all: Months },
  { month, months, perIncident }: DriftWithinOptions & { readonly month: string },
): { readonly p: number; readonly drift: CodeDrift } | undefined {
  const limit = changeRule("recordingMonths");
  const at = months.indexOf(month);
  const part = (list: readonly string[]): Part => ({ count: sumOver(own, list), total: sumOver(all, list) });
  const [before, after] = [part(months.slice(Math.max(0, at - limit), at)), part(months.slice(at, at + limit))];
  if (before.total === 0 || after.total === 0) return undefined;
  const kind = isGone(before, after, perIncident)
    ? "vanishes"
    : isGone(after, before, perIncident)
      ? "appears"
      : undefined;
  const smaller = ({ count, total }: Part): Part => ({ count: count / perIncident, total: total / perIncident });
  const test = kind === undefined ? undefined : twoProportionTest(smaller(before), smaller(after));
  if (kind === undefined || test === undefined) return undefined;
  const shares = { shareBefore: before.count / before.total, shareAfter: after.count / after.total };
  return { p: test.p, drift: { key, kind, before: before.count, after: after.count, ...shares } };
}

const sumOver = (counts: Months, months: readonly string[]): number =>
  months.reduce((total, month) => total + (counts.get(month) ?? 0), 0);
