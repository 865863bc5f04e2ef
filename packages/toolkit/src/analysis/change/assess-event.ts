import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import { assessSeries, type SeriesAssessment } from "./assess-series.ts";
import type { EventWindow } from "./event-window.ts";
import { isBrokenAround, type MonthSeries } from "./month-series.ts";

/** A series that is tested at an event, with what may forbid the test. */
export type TestedSeries = {
  /** Name among the tests of the event: `total`, or the key of a group. */
  readonly name: string;
  readonly series: MonthSeries;
  readonly isRecordingChanged: boolean;
};

/** What became of a test. */
export type SeriesAnswer = { readonly name: string; readonly series: MonthSeries } & (
  | { readonly assessment: SeriesAssessment; readonly refusal?: undefined }
  | { readonly assessment?: undefined; readonly refusal: "recording-changed" | "months-missing" | Refusal }
);

/** Tests every series that may be tested. A change in recording is asked first: it forbids the test. */
export function assessEvent(tested: readonly TestedSeries[], window: EventWindow): readonly SeriesAnswer[] {
  return tested.map(({ name, series, isRecordingChanged }): SeriesAnswer => {
    if (isRecordingChanged) return { name, series, refusal: "recording-changed" };
    if (isBrokenAround(series.months, window.firstMonth)) return { name, series, refusal: "months-missing" };
    const assessment = assessSeries(series, window, { hasPlacebos: !name.startsWith("group.") });
    return isRefusal(assessment) ? { name, series, refusal: assessment } : { name, series, assessment };
  });
}
