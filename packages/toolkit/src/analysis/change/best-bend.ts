import { type Series, segmentedColumns } from "../../stats/change/segmented-columns.ts";
import { designMatrix } from "../../stats/matrices/design-matrix.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { quasiPoissonRegression } from "../../stats/regression/quasi-poisson-regression.ts";
import { changeRule } from "./rule.ts";

/** A series without any step whose trend bends once, where that fits best. */
export type Bend = { readonly time: number; readonly deviance: number };

/**
 * The same regression with one bend of the trend instead of a step, at the time where it fits best: each that leaves 6
 * periods on either side is tried. Where it fits as well as a step at a date, the series does not show that there was
 * a step.
 *
 * @returns undefined where no bend can be fitted
 * @example bestBend({ counts: [4, 5, 3] }, { seasons: 0 }) // undefined
 */
export function bestBend(series: Series, { seasons }: { readonly seasons: number }): Bend | undefined {
  const times = series.times ?? series.counts.map((_, index) => index + 1);
  const rest = changeRule("laterRest");
  const fits = times.slice(rest, Math.max(rest, times.length - rest)).flatMap((time): readonly Bend[] => {
    const columns = segmentedColumns(times, { changeAt: time, slope: true, seasons });
    const fit = quasiPoissonRegression({
      design: designMatrix(columns.filter(({ name }) => name !== "level")),
      y: series.counts,
      offset: (series.exposure ?? times.map(() => 1)).map((value) => Math.log(value)),
    });
    return isRefusal(fit) ? [] : [{ time, deviance: fit.deviance }];
  });
  return fits.toSorted((one, other) => one.deviance - other.deviance)[0];
}
