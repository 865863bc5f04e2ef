import { isRefusal, type Refusal } from "../refusal.ts";
import type { Series } from "./segmented-columns.ts";
import { segmentedFit } from "./segmented-fit.ts";

/** A date at which nothing happened, and the change that the regression finds there all the same. */
export type PlaceboDate = { readonly time: number; readonly z: number | undefined };

/** @see placeboDates */
export type PlaceboDates = {
  /** The level change at the real date over its quasi-Poisson standard error. */
  readonly z: number;
  /** The same at every date before it that leaves `margin` periods on both sides; undefined where it has no answer. */
  readonly placebos: readonly PlaceboDate[];
  /** Share of dates, the real one included, whose |z| is at least that of the real one; 1 without any other date. */
  readonly p: number;
};

/** How the regressions are made; the same at each date. */
export type PlaceboOptions = {
  /** First period after the real change. */
  readonly changeAt: number;
  /** Fewest periods before and after a placebo date. */
  readonly margin?: number;
  readonly slope?: boolean;
  readonly seasons?: number | "months";
};

/**
 * How a level change at a date compares with the changes the same regression finds at dates at which nothing happened:
 * the real date uses the whole series, each placebo the part before the real date. A p value near 1 says that the date
 * is not special. Neighbouring dates are alike, so it is no more exact than their number: with 19 the smallest p is
 * 0.05. Not where something else did happen at one of the dates.
 *
 * Source: placebo logic: Abadie, Diamond & Hainmueller (2010), JASA 105, 493–505; rank p value (1 + k)/(1 + n).
 *
 * @returns the refusal of {@link segmentedFit} at the real date
 * @throws RangeError if margin is not a whole number of at least 1, or the series is impossible
 * @example placeboDates({ counts: [] }, { changeAt: 3 }) // { reason: "no_events" }
 */
export function placeboDates(series: Series, options: PlaceboOptions): PlaceboDates | Refusal {
  const { changeAt, margin = 12, slope, seasons } = options;
  if (!(Number.isInteger(margin) && margin >= 1))
    throw new RangeError(`invalid margin; must be a whole number of at least 1: ${margin}`);
  const real = levelScore(series, { changeAt, slope, seasons });
  if (isRefusal(real)) return real;
  const times = series.times ?? series.counts.map((_, index) => index + 1);
  const count = times.filter((time) => time < changeAt).length;
  const before: Series = {
    counts: series.counts.slice(0, count),
    exposure: series.exposure?.slice(0, count),
    times: times.slice(0, count),
  };
  const placebos = times.slice(margin, Math.max(margin, count - margin)).map((time): PlaceboDate => {
    const z = levelScore(before, { changeAt: time, slope, seasons });
    return { time, z: isRefusal(z) ? undefined : z };
  });
  const answered = placebos.flatMap(({ z }) => (z === undefined ? [] : [z]));
  const asLarge = answered.filter((z) => Math.abs(z) >= Math.abs(real)).length;
  return { z: real, placebos, p: (1 + asLarge) / (1 + answered.length) };
}

function levelScore(series: Series, model: Parameters<typeof segmentedFit>[1]): number | Refusal {
  const fit = segmentedFit(series, model);
  if (isRefusal(fit)) return fit;
  const { columns, coefficients, standardErrors } = fit.regression;
  const place = columns.indexOf("level");
  const z = (coefficients[place] ?? Number.NaN) / (standardErrors[place] ?? Number.NaN);
  return Number.isFinite(z) ? z : { reason: "no_heterogeneity", detail: "the counts do not vary" };
}
