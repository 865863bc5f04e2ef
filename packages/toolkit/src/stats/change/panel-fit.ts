import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { poissonRegression } from "../regression/poisson-regression.ts";
import type { RegressionFit } from "../regression/regression-fit.ts";

/** One unit (agency, district, kind of force) in one period. */
export type PanelRow = {
  readonly unit: string | number;
  readonly period: number;
  readonly count: number;
  /** People, stops or days the count is over; above 0. */
  readonly exposure: number;
  /** Whether this unit is one of those that changed, in every one of its periods. */
  readonly treated: boolean;
};

/** @see panelFit */
export type PanelFit = {
  readonly regression: RegressionFit;
  /** The rows that entered, in the order of the regression. */
  readonly rows: readonly PanelRow[];
};

/**
 * Poisson regression of a panel with a level for each unit and each period: log expected count = unit + period +
 * columns · coefficients + log exposure. Units and periods without any event are left out: they fit exactly at a rate of
 * 0 and say nothing about the columns. Not for panels in which units change at different dates. The dummies are written
 * out, so panels of more than 20 million row × column cells are refused.
 *
 * Source: Wooldridge (2023), Econometrics Journal 26, C31–C66.
 *
 * @param columns name and value of each further column
 * @returns refusal "no_events", "no_exposure", "too_few_units", or that of the regression
 * @throws RangeError if a unit has two rows for a period or is treated in some periods only, or a count is negative
 * @example panelFit([], []) // { reason: "no_events" }
 */
export function panelFit(
  panel: readonly PanelRow[],
  columns: readonly { readonly name: string; readonly value: (row: PanelRow) => number }[],
): PanelFit | Refusal {
  checkPanel(panel);
  if (panel.some(({ exposure }) => exposure === 0)) return { reason: "no_exposure" };
  const rows = withEvents(panel);
  if (rows.length === 0) return { reason: "no_events" };
  const units = [...new Set(rows.map(({ unit }) => unit))].slice(1);
  const periods = [...new Set(rows.map(({ period }) => period))].sort((one, other) => one - other).slice(1);
  const size = 1 + units.length + periods.length + columns.length;
  if (rows.length * size > 2e7)
    return { reason: "not_converged", detail: `${rows.length} rows × ${size} columns are more than fit in memory` };
  const column = (name: string, value: (row: PanelRow) => number) => ({
    name,
    values: Float64Array.from(rows, value),
  });
  const regression = poissonRegression({
    design: designMatrix([
      column("one", () => 1),
      ...units.map((unit) => column(`unit ${typeof unit} ${unit}`, (row) => (row.unit === unit ? 1 : 0))),
      ...periods.map((period) => column(`period ${period}`, (row) => (row.period === period ? 1 : 0))),
      ...columns.map(({ name, value }) => column(name, value)),
    ]),
    y: rows.map(({ count }) => count),
    offset: rows.map(({ exposure }) => Math.log(exposure)),
  });
  return isRefusal(regression) ? regression : { regression, rows };
}

function checkPanel(panel: readonly PanelRow[]): void {
  const treatedByUnit = new Map<string | number, boolean>();
  const seen = new Map<string | number, Set<number>>();
  for (const { unit, period, count, exposure, treated } of panel) {
    if (!Number.isFinite(period)) throw new RangeError(`invalid period; must be finite: ${period}`);
    for (const [name, value] of Object.entries({ count, exposure }))
      if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid ${name}; must not be negative: ${value}`);
    if ((treatedByUnit.get(unit) ?? treated) !== treated)
      throw new RangeError(`invalid treated; must be the same in every period: ${unit}`);
    treatedByUnit.set(unit, treated);
    const periods = seen.get(unit) ?? new Set<number>();
    if (periods.has(period)) throw new RangeError(`invalid period; twice for unit ${unit}: ${period}`);
    seen.set(unit, periods.add(period));
  }
}

function withEvents(panel: readonly PanelRow[]): readonly PanelRow[] {
  const eventful = panel.filter(({ count }) => count > 0);
  const units = new Set(eventful.map(({ unit }) => unit));
  const periods = new Set(eventful.map(({ period }) => period));
  return panel.filter(({ unit, period }) => units.has(unit) && periods.has(period));
}
