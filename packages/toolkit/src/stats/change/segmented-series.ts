import { isRefusal, type Refusal } from "../refusal.ts";
import { changeTestRefusal } from "./change-test-refusal.ts";
import type { Series } from "./segmented-columns.ts";
import { type SegmentedRegression, segmentedRegression } from "./segmented-regression.ts";

/** What is fixed before the series is looked at. */
export type SegmentedSeriesOptions = {
  /** First period in which the change was in force. */
  readonly changeAt: number;
  /** Periods from `changeAt` on to leave out, while people were still being trained. */
  readonly transition?: number;
  /** Whether the trend may change, too. */
  readonly slope?: boolean;
  /**
   * Pairs of sine and cosine; 2 from 36 periods on, 1 from 24, none below, unless given. "months", a level for each
   * month, needs at least 60 periods.
   */
  readonly seasons?: number | "months";
  readonly lag?: number;
  readonly level?: number;
};

/**
 * Interrupted time series of monthly counts with its preconditions: at least 12 months before and 6 after the date, and
 * at least 10 events before it and 10 to be expected after it. With fewer there is no test, only counts. The date, the
 * transition, and whether trend or level is meant must be fixed beforehand. A shift found is one that followed the date;
 * what else happened then, or what was recorded otherwise, the series does not know.
 *
 * Source: Bernal, Cummins & Gasparrini (2017), International Journal of Epidemiology 46, 348–355; Wagner et al. (2002),
 * Journal of Clinical Pharmacy and Therapeutics 27, 299–309.
 *
 * @returns refusal "too_few_units" (months), "too_few_events", or that of the regression
 * @throws RangeError if transition is not a whole number of at least 0, or the series is impossible
 * @example segmentedSeries({ counts: [4, 5, 3, 6] }, { changeAt: 3 }) // { reason: "too_few_units", detail: "periodsBefore: 2, at least 12" }
 */
export function segmentedSeries(series: Series, options: SegmentedSeriesOptions): SegmentedRegression | Refusal {
  const { changeAt, transition = 0, slope, lag, level } = options;
  if (!(Number.isInteger(transition) && transition >= 0))
    throw new RangeError(`invalid transition; must be a whole number of at least 0: ${transition}`);
  const kept = withoutTransition(series, changeAt, transition);
  const before = kept.times.filter((time) => time < changeAt).length;
  const eventsBefore = kept.counts.slice(0, before).reduce((sum, count) => sum + count, 0);
  const tooFew = changeTestRefusal({
    periodsBefore: before,
    periodsAfter: kept.times.length - before,
    eventsBefore,
  });
  if (tooFew !== undefined) return tooFew;
  if (options.seasons === "months" && kept.times.length < 60)
    return { reason: "too_few_units", detail: `months: ${kept.times.length} periods, at least 60` };
  const seasons = options.seasons ?? (kept.times.length >= 36 ? 2 : kept.times.length >= 24 ? 1 : 0);
  const answer = segmentedRegression(kept, {
    changeAt,
    slope,
    seasons,
    lag,
    ...(level === undefined ? {} : { level }),
  });
  if (isRefusal(answer)) return answer;
  return changeTestRefusal({ expectedAfter: answer.withoutChange.expected }) ?? answer;
}

function withoutTransition(series: Series, changeAt: number, transition: number) {
  const times = series.times ?? series.counts.map((_, index) => index + 1);
  const isKept = (_: unknown, index: number) => {
    const time = times[index] ?? Number.NaN;
    return time < changeAt || time >= changeAt + transition;
  };
  return {
    counts: series.counts.filter(isKept),
    exposure: series.exposure?.filter(isKept),
    times: times.filter(isKept),
  };
}
