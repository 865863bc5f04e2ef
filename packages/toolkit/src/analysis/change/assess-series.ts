import type { Direction, Interval } from "@evenhand/standard";
import { placeboDates } from "../../stats/change/placebo-dates.ts";
import type { SegmentedRegression } from "../../stats/change/segmented-regression.ts";
import { segmentedSeries } from "../../stats/change/segmented-series.ts";
import { minimumDetectableFall } from "../../stats/rates/minimum-detectable-ratio.ts";
import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import type { CaveatId } from "../caveat.ts";
import type { EventWindow } from "./event-window.ts";
import { daysOf, type MonthSeries, monthsApart } from "./month-series.ts";

/** What a series says of the months after a date. */
export type SeriesAssessment = {
  readonly ratio: number;
  readonly interval: Interval;
  /** Two-sided, of this series alone. */
  readonly p: number;
  readonly observed: number;
  readonly expected: number;
  /** Prediction interval of `observed − expected`. */
  readonly difference: Interval;
  readonly dispersion: number;
  readonly seasons: number;
  readonly autocorrelation?: number;
  readonly placebo?: { readonly p: number; readonly dates: number };
  /** Expected number of each month after the date if the earlier course had gone on. */
  readonly expectedByMonth: ReadonlyMap<string, { readonly expected: number; readonly interval: Interval }>;
  readonly regression: SegmentedRegression;
};

/** Months of a series before an event and after its phase-in. */
export function monthsAround({ months }: Pick<MonthSeries, "months">, { firstMonth, phaseIn }: EventWindow) {
  const before = months.filter((month) => month < firstMonth);
  const after = months.filter((month) => monthsApart(firstMonth, month) >= phaseIn);
  return { before, after };
}

/**
 * Segmented quasi-Poisson regression of monthly counts per day: level after the date, trend and season, with the widest
 * of Poisson, quasi-Poisson and Newey–West errors, and the same at every earlier date on which nothing happened.
 *
 * @returns a refusal where the stats refuse: too few months or events, nothing to estimate
 */
export function assessSeries(series: MonthSeries, window: EventWindow, level = 0.95): SeriesAssessment | Refusal {
  const first = series.months[0];
  if (first === undefined) return { reason: "no_events" };
  const times = series.months.map((month) => monthsApart(first, month) + 1);
  const changeAt = monthsApart(first, window.firstMonth) + 1;
  const full = { counts: series.counts, exposure: series.months.map(daysOf), times };
  const kept = series.months.length - series.months.filter((month) => isLeftOut(month, window)).length;
  const seasons = kept >= 36 ? 2 : kept >= 24 ? 1 : 0;
  const fit = segmentedSeries(full, { changeAt, transition: window.phaseIn, seasons, level });
  if (isRefusal(fit)) return fit;
  const placebo = placeboDates(full, { changeAt, seasons });
  const dates = isRefusal(placebo) ? 0 : placebo.placebos.filter(({ z }) => z !== undefined).length;
  const { withoutChange } = fit;
  const { autocorrelation } = fit.residuals;
  return {
    ratio: fit.ratio,
    interval: fit.interval,
    p: fit.p,
    observed: withoutChange.observed,
    expected: withoutChange.expected,
    difference: withoutChange.interval,
    dispersion: fit.dispersion,
    seasons,
    ...(autocorrelation === undefined ? {} : { autocorrelation }),
    ...(isRefusal(placebo) || dates === 0 ? {} : { placebo: { p: placebo.p, dates } }),
    expectedByMonth: monthlyExpectations(fit, series, times),
    regression: fit,
  };
}

/** Whether a month lies in the phase-in. */
export function isLeftOut(month: string, { firstMonth, phaseIn }: EventWindow): boolean {
  const apart = monthsApart(firstMonth, month);
  return apart >= 0 && apart < phaseIn;
}

/** The course with 95% limits for one month's count: the noise of counting, widened by the dispersion. */
function monthlyExpectations(
  { withoutChange, dispersion }: SegmentedRegression,
  { months }: MonthSeries,
  times: readonly number[],
): SeriesAssessment["expectedByMonth"] {
  const monthByTime = new Map(times.map((time, index) => [time, months[index] ?? ""]));
  const relative = withoutChange.expected > 0 ? withoutChange.standardError / withoutChange.expected : 0;
  return new Map(
    withoutChange.course.map(({ time, expected }) => {
      const margin = 1.96 * Math.sqrt(Math.max(1, dispersion) * expected + (relative * expected) ** 2);
      const interval = { low: Math.max(0, expected - margin), high: expected + margin };
      return [monthByTime.get(time) ?? "", { expected, interval }];
    }),
  );
}

/** What a change lets one say: worded only when both the ratio's interval and the counts' own noise agree. */
export function changeDirection(assessment: SeriesAssessment, p: number): Direction {
  const { interval, difference } = assessment;
  if (p < 0.05 && interval.high < 1 && difference.high < 0) return "lower";
  if (p < 0.05 && interval.low > 1 && difference.low > 0) return "higher";
  return interval.low >= 0.8 && interval.high <= 1.25 && interval.low <= 1 && interval.high >= 1
    ? "about-the-same"
    : "cannot-tell";
}

/** The smallest fall, as a ratio, that counts like these would probably have shown; undefined when none would. */
export function smallestFall(series: MonthSeries, window: EventWindow): number | undefined {
  const { before, after } = monthsAround(series, window);
  const events = series.counts.reduce(
    (sum, count, at) => sum + (before.includes(series.months[at] ?? "") ? count : 0),
    0,
  );
  if (before.length === 0 || after.length === 0) return undefined;
  const fall = minimumDetectableFall({
    expectedBefore: events,
    periods: { before: before.length, after: after.length },
  });
  return isRefusal(fall) ? undefined : fall;
}

/** Why a change cannot be tested, as a caveat. */
export function refusalCaveat({ reason }: Refusal): CaveatId {
  if (reason === "too_few_units") return "too-few-months-for-change";
  if (reason === "too_few_events" || reason === "no_events" || reason === "separated")
    return "too-few-events-for-change";
  return "change-not-estimable";
}
