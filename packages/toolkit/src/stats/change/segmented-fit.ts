import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { quasiPoissonRegression } from "../regression/quasi-poisson-regression.ts";
import type { RegressionFit } from "../regression/regression-fit.ts";
import { type SegmentedModel, type Series, segmentedColumns } from "./segmented-columns.ts";

/** The regression behind a segmented series, with what its consumers need of the series. */
export type SegmentedFit = {
  readonly regression: RegressionFit;
  readonly counts: readonly number[];
  readonly times: readonly number[];
  readonly isAfter: readonly boolean[];
  readonly model: SegmentedModel;
};

/**
 * Segmented Poisson regression of a series: log expected count = log exposure + intercept + level + time (+ slope
 * change) (+ season), with the dispersion taken from Pearson's chi-square. The core of {@link segmentedSeries}, without
 * its minimum lengths and without a verdict: not to be published alone.
 *
 * Source: Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348–355.
 *
 * @returns refusal "no_exposure", "no_events", "aliased" where level or trend cannot be told apart, "too_few_units"
 *   where no degree of freedom is left, "separated" where one side has no event, or "not_converged"
 * @throws RangeError if lists differ in length, a number is negative or times do not rise
 * @example segmentedFit({ counts: [] }, { changeAt: 3 }) // { reason: "no_events" }
 */
export function segmentedFit(series: Series, model: SegmentedModel): SegmentedFit | Refusal {
  const { counts } = series;
  const { exposure = counts.map(() => 1), times = counts.map((_, index) => index + 1) } = series;
  for (const [name, list] of Object.entries({ exposure, times }))
    if (list.length !== counts.length)
      throw new RangeError(`invalid ${name}; must have ${counts.length} values: ${list.length}`);
  for (const value of [...counts, ...exposure])
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid series; must not be negative: ${value}`);
  const columns = segmentedColumns(times, model);
  if (counts.every((count) => count === 0)) return { reason: "no_events" };
  if (exposure.includes(0)) return { reason: "no_exposure" };
  const regression = quasiPoissonRegression({
    design: designMatrix(columns),
    y: counts,
    offset: exposure.map((value) => Math.log(value)),
  });
  if (isRefusal(regression)) return regression;
  if (regression.aliased.length > 0) return { reason: "aliased", detail: regression.aliased.join(", ") };
  return { regression, counts, times, isAfter: times.map((time) => time >= model.changeAt), model };
}
