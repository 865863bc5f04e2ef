import type { Interval } from "@evenhand/standard";
import { normalQuantile, normalTail } from "../functions/normal-tail.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { autocorrelations } from "../regression/autocorrelation.ts";
import { ljungBox } from "../regression/ljung-box.ts";
import { neweyWestCovariance, neweyWestLag } from "../regression/newey-west-covariance.ts";
import { placeCovariance } from "../regression/place-coefficients.ts";
import { type ExpectedWithoutChange, expectedWithoutChange } from "./expected-without-change.ts";
import type { SegmentedModel, Series } from "./segmented-columns.ts";
import { type SegmentedFit, segmentedFit } from "./segmented-fit.ts";

/** @see segmentedRegression */
export type SegmentedRegression = {
  readonly columns: readonly string[];
  /** On the log scale, in the order of the columns. */
  readonly coefficients: readonly number[];
  readonly errors: {
    readonly poisson: readonly number[];
    readonly quasiPoisson: readonly number[];
    readonly neweyWest: readonly number[];
  };
  readonly dispersion: number;
  readonly lag: number;
  /** Rate just after the change over the rate that the earlier course would have given: exp(level). */
  readonly ratio: number;
  readonly intervals: { readonly quasiPoisson: Interval; readonly neweyWest: Interval };
  /** The one to publish: from the largest of the Poisson, quasi-Poisson and Newey–West errors. */
  readonly interval: Interval;
  readonly p: number;
  readonly withoutChange: ExpectedWithoutChange;
  /** Of the Pearson residuals: correlation of neighbours, and p of no correlation up to 12 apart where there are more than 12. */
  readonly residuals: { readonly autocorrelation: number | undefined; readonly ljungBox: number | undefined };
};

/**
 * Interrupted time series: whether the level of a series of counts shifts at a date, beyond its trend and season.
 * Calculates whatever it is given; {@link segmentedSeries} first asks whether there is enough. Not for a date chosen
 * because the series moves there, and not across a change in what is recorded. Newey–West errors alone are too small in
 * series of up to 100 periods: in simulated series without change their 95 % interval leaves out the ratio 1 in 10–25 %,
 * that of the largest error in 3–5 %. Where neighbouring residuals correlate by 0.5, that rises to 11–14 %.
 *
 * Source: Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348–355; Newey & West (1987),
 * Econometrica 55, 703–708; lag ⌊4(n/100)^(2/9)⌋, at least 3.
 *
 * @param options.lag periods over which residuals may be correlated
 * @returns a refusal of {@link segmentedFit}
 * @throws RangeError if level is not in (0, 1), lag not a whole number, or the series impossible
 * @example segmentedRegression({ counts: [] }, { changeAt: 3 }) // { reason: "no_events" }
 */
export function segmentedRegression(
  series: Series,
  { lag, level = 0.95, ...model }: SegmentedModel & { readonly lag?: number | undefined; readonly level?: number },
): SegmentedRegression | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const fit = segmentedFit(series, model);
  if (isRefusal(fit)) return fit;
  const { regression } = fit;
  const size = series.counts.length;
  const correlated = lag ?? Math.min(size - 1, Math.max(3, neweyWestLag(size)));
  const robust = neweyWestCovariance(regression, { lag: correlated });
  if (isRefusal(robust)) return robust;
  const { design, basis } = regression;
  const errors = {
    poisson: numbers(placeCovariance(design, basis, { inner: basis.inverse }).standardErrors),
    quasiPoisson: numbers(regression.standardErrors),
    neweyWest: numbers(robust.standardErrors),
  };
  return {
    columns: regression.columns,
    coefficients: numbers(regression.coefficients),
    errors,
    dispersion: regression.dispersion,
    lag: correlated,
    ...levelEffect(fit, errors, level),
    withoutChange: expectedWithoutChange(fit, { level }),
    residuals: residualChecks(fit),
  };
}

function levelEffect(
  { regression }: SegmentedFit,
  errors: SegmentedRegression["errors"],
  level: number,
): Pick<SegmentedRegression, "ratio" | "intervals" | "interval" | "p"> {
  const place = regression.columns.indexOf("level");
  const effect = regression.coefficients[place] ?? Number.NaN;
  const errorOf = (kind: keyof typeof errors) => errors[kind][place] ?? Number.NaN;
  const z = normalQuantile((1 + level) / 2);
  const around = (error: number) => ({ low: Math.exp(effect - z * error), high: Math.exp(effect + z * error) });
  const largest = Math.max(errorOf("poisson"), errorOf("quasiPoisson"), errorOf("neweyWest"));
  return {
    ratio: Math.exp(effect),
    intervals: { quasiPoisson: around(errorOf("quasiPoisson")), neweyWest: around(errorOf("neweyWest")) },
    interval: around(largest),
    p: normalTail(effect / largest),
  };
}

function residualChecks({ regression, counts }: SegmentedFit): SegmentedRegression["residuals"] {
  const residuals = counts.map((count, row) => {
    const fitted = regression.fitted[row] ?? Number.NaN;
    return (count - fitted) / Math.sqrt(fitted);
  });
  const neighbours = autocorrelations(residuals, 1);
  const together = ljungBox(residuals, 12);
  return {
    autocorrelation: isRefusal(neighbours) ? undefined : neighbours?.[0],
    ljungBox: isRefusal(together) ? undefined : together?.p,
  };
}

function numbers(values: readonly (number | null)[]): readonly number[] {
  return values.map((value) => value ?? Number.NaN);
}
