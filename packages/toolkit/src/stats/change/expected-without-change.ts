import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";
import type { SegmentedFit } from "./segmented-fit.ts";

/** What is needed of a {@link SegmentedFit}. */
export type FittedSeries = Pick<SegmentedFit, "counts" | "times" | "isAfter"> & {
  readonly regression: Pick<
    SegmentedFit["regression"],
    "columns" | "coefficients" | "covariance" | "design" | "dispersion" | "linearPredictor"
  >;
};

/** @see expectedWithoutChange */
export type ExpectedWithoutChange = {
  /** Events counted from the change on. */
  readonly observed: number;
  /** Events that the earlier level, trend and season would have given over the same periods. */
  readonly expected: number;
  readonly standardError: number;
  readonly difference: number;
  /** Prediction interval of the difference: one that leaves out 0 is larger than the noise from period to period. */
  readonly interval: Interval;
  /** The expected course of each period from the change on, for a chart. */
  readonly course: readonly { readonly time: number; readonly observed: number; readonly expected: number }[];
};

/**
 * How many events the periods after a change would have had if the earlier pattern had simply continued: the fitted
 * regression with level and slope change set to 0, summed. Standard error by the delta method with the quasi-Poisson
 * covariance; the interval of the difference adds the noise of the counts themselves, ± z √(error² + dispersion ·
 * expected). The further after the change, the more it rests on the earlier trend going on; it says nothing of why not.
 *
 * Source: Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348–355.
 *
 * @throws RangeError if level is not in (0, 1)
 * @example
 * expectedWithoutChange({
 *   regression: {
 *     columns: ["(Intercept)", "level"],
 *     coefficients: [Math.log(8), Math.log(0.5)],
 *     covariance: [[0.01, -0.01], [-0.01, 0.03]],
 *     design: { rows: 2, columns: ["(Intercept)", "level"], values: Float64Array.of(1, 1, 0, 1) },
 *     dispersion: 1,
 *     linearPredictor: Float64Array.of(Math.log(8), Math.log(4)),
 *   },
 *   counts: [8, 4],
 *   times: [1, 2],
 *   isAfter: [false, true],
 * }) // { observed: 4, expected: 8, standardError: 0.8, difference: -4 }
 */
export function expectedWithoutChange(
  { regression, counts, times, isAfter }: FittedSeries,
  { level = 0.95 }: { readonly level?: number } = {},
): ExpectedWithoutChange {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { columns, coefficients, covariance, design, dispersion, linearPredictor } = regression;
  const value = (row: number, column: number) => design.values[column * design.rows + row] ?? 0;
  const added = columns.flatMap((name, column) => (name === "level" || name === "slope_change" ? [column] : []));
  const gradient = columns.map(() => 0);
  const course = times.flatMap((time, row) => {
    if (!isAfter[row]) return [];
    const change = added.reduce((sum, column) => sum + value(row, column) * (coefficients[column] ?? 0), 0);
    const expected = Math.exp((linearPredictor[row] ?? Number.NaN) - change);
    columns.forEach((_, column) => {
      if (!added.includes(column)) gradient[column] = (gradient[column] ?? 0) + expected * value(row, column);
    });
    return [{ time, observed: counts[row] ?? 0, expected }];
  });
  const observed = course.reduce((sum, period) => sum + period.observed, 0);
  const expected = course.reduce((sum, period) => sum + period.expected, 0);
  const variance = covariance.reduce(
    (sum, line, row) =>
      sum +
      line.reduce<number>(
        (part, cell, column) => part + (gradient[row] ?? 0) * (cell ?? 0) * (gradient[column] ?? 0),
        0,
      ),
    0,
  );
  const margin = normalQuantile((1 + level) / 2) * Math.sqrt(variance + dispersion * expected);
  const difference = observed - expected;
  return {
    observed,
    expected,
    standardError: Math.sqrt(variance),
    difference,
    interval: { low: difference - margin, high: difference + margin },
    course,
  };
}
