import type { PanelRow } from "../../stats/change/panel-fit.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { agencyKey } from "./event-agencies.ts";
import { daysOf } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Records of one agency in each of the known months. */
export type AgencySeries = { readonly agency: string; readonly counts: readonly number[] };

/** Every agency's months, a month without a record as 0; {@link hasSilence} says when that is no zero. */
export function agencySeries(table: CellTable, column: string, months: readonly string[]): readonly AgencySeries[] {
  const [agency, month] = [keyReader(table, column), keyReader(table, "occurred_month")];
  const place = new Map(months.map((key, index) => [key, index]));
  const series = new Map<string, number[]>();
  for (const cell of table.cells) {
    const [name, at] = [agency(cell), place.get(String(month(cell)))];
    if (name === null || at === undefined) continue;
    const key = agencyKey(String(name));
    const counts = series.get(key) ?? months.map(() => 0);
    series.set(key, counts);
    counts[at] = (counts[at] ?? 0) + cell.count;
  }
  return [...series]
    .map(([key, counts]) => ({ agency: key, counts }))
    .sort((left, right) => (left.agency < right.agency ? -1 : 1));
}

/**
 * Whether an agency is silent in a way that chance does not explain, so that its zeros may be months without reports: so
 * many months in a row without a record as fewer than 1 of 100 agencies with its other months would have, counts varying
 * twice as much as independent ones. Not proof of the opposite: an agency with few records can be silent unnoticed.
 *
 * @example hasSilence([20, 18, 21, 0, 19, 22]) // true
 */
export function hasSilence(counts: readonly number[]): boolean {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return true;
  const longest = longestSilence(counts);
  if (longest === 0) return false;
  const mean = total / (counts.length - longest);
  return counts.length * Math.exp((-mean * longest) / 2) < changeRule("silentChance");
}

function longestSilence(counts: readonly number[]): number {
  let [longest, current] = [0, 0];
  for (const count of counts) {
    current = count === 0 ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

/**
 * The agencies' months added up into a few periods, with their days as exposure. In a Poisson regression with a level
 * for each agency and period this changes neither the ratio nor its errors, as long as all months of a period are on one
 * side of the date; it spares a column for each month.
 *
 * @param periodOf period of a month; undefined leaves it out
 */
export function collapsePanel(
  series: readonly (AgencySeries & { readonly treated: boolean })[],
  months: readonly string[],
  periodOf: (month: string) => number | undefined,
): readonly PanelRow[] {
  return series.flatMap(({ agency, counts, treated }) => {
    const rows = new Map<number, { count: number; exposure: number }>();
    months.forEach((month, index) => {
      const period = periodOf(month);
      if (period === undefined) return;
      const row = rows.get(period) ?? { count: 0, exposure: 0 };
      rows.set(period, row);
      row.count += counts[index] ?? 0;
      row.exposure += daysOf(month);
    });
    return [...rows].map(([period, row]): PanelRow => ({ unit: agency, period, treated, ...row }));
  });
}
