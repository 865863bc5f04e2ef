import type { Series } from "../../stats/change/segmented-columns.ts";
import { segmentedFit } from "../../stats/change/segmented-fit.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { changeRule } from "./rule.ts";

/** A date after the event, as a period of the series, at which the same regression finds as much. */
export type LaterDate = { readonly time: number; readonly ratio: number };

/** The series and the ratio that it shows at the event. */
export type LaterDatesOptions = {
  readonly changeAt: number;
  /** Periods from `changeAt` on that are left out. */
  readonly phaseIn: number;
  readonly seasons: number;
  readonly ratio: number;
  /** The ratio's logarithm over its quasi-Poisson error. */
  readonly z: number;
};

/**
 * The date after an event at which the same regression finds the strongest change, where that is at least as strong as
 * at the event, as a ratio and as a multiple of its quasi-Poisson error, and goes the same way. A trend that bends, or a
 * change that came later, looks like that; a step at the date seldom does. From 3 periods after the phase-in on, as long
 * as 6 periods are left.
 *
 * @example laterDate({ counts: [4, 5, 3] }, { changeAt: 3, phaseIn: 0, seasons: 0, ratio: 0.5, z: -2 }) // undefined
 */
export function laterDate(
  series: Series,
  { changeAt, phaseIn, seasons, ratio, z }: LaterDatesOptions,
): LaterDate | undefined {
  const times = series.times ?? series.counts.map((_, index) => index + 1);
  const asked = times
    .slice(0, -changeRule("laterRest"))
    .filter((time) => time >= changeAt + phaseIn + changeRule("laterFrom"));
  const found = asked.flatMap((time): readonly LaterDate[] => {
    const fit = segmentedFit(series, { changeAt: time, seasons });
    if (isRefusal(fit)) return [];
    const place = fit.regression.columns.indexOf("level");
    const log = fit.regression.coefficients[place] ?? 0;
    const error = fit.regression.standardErrors[place] ?? Number.POSITIVE_INFINITY;
    const isAsStrong = Math.abs(log) >= Math.abs(Math.log(ratio)) && Math.abs(log / error) >= Math.abs(z);
    return isAsStrong && log * Math.log(ratio) > 0 ? [{ time, ratio: Math.exp(log) }] : [];
  });
  return found.toSorted((one, other) => Math.abs(Math.log(other.ratio)) - Math.abs(Math.log(one.ratio)))[0];
}
