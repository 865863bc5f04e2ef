import { isRefusal } from "../../stats/refusal.ts";
import { assessSeries, type SeriesAssessment, type SeriesRefusal } from "./assess-series.ts";
import type { EventWindow } from "./event-window.ts";
import { isBrokenAround, type MonthSeries, monthsAround } from "./month-series.ts";

/** A series that is tested at an event, with what may forbid the test. */
export type TestedSeries = {
  /** Name among the tests of the event: `total`, or the key of a group. */
  readonly name: string;
  readonly series: MonthSeries;
  readonly isRecordingChanged: boolean;
  /** Whether there are too few records in the windows for a test. */
  readonly isTooSmall?: boolean;
};

/** What became of a test. */
export type SeriesAnswer = { readonly name: string; readonly series: MonthSeries } & (
  | { readonly assessment: SeriesAssessment; readonly refusal?: undefined }
  | { readonly assessment?: undefined; readonly refusal: SeriesRefusal }
);

/**
 * Tests every series that may be tested. Where all months lie on one side of the date there is nothing to test; else a
 * change in recording is asked first: it forbids the test.
 */
export function assessEvent(tested: readonly TestedSeries[], window: EventWindow): readonly SeriesAnswer[] {
  return tested.map(({ name, series, isRecordingChanged, isTooSmall = false }): SeriesAnswer => {
    const { before, after } = monthsAround(series, window);
    if (before.length === 0 || after.length === 0) return { name, series, refusal: { reason: "too_few_units" } };
    if (isRecordingChanged) return { name, series, refusal: "recording-changed" };
    if (isBrokenAround(series.months, window.firstMonth)) return { name, series, refusal: "months-missing" };
    if (isTooSmall) return { name, series, refusal: { reason: "too_few_events" } };
    const assessment = assessSeries(series, window, { hasPlacebos: !name.startsWith("group.") });
    return isRefusal(assessment) ? { name, series, refusal: assessment } : { name, series, assessment };
  });
}
