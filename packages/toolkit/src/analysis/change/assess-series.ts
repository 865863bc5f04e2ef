import type { Direction, Interval } from "@evenhand/standard";
import { placeboDates } from "../../stats/change/placebo-dates.ts";
import type { Series } from "../../stats/change/segmented-columns.ts";
import { segmentedFit } from "../../stats/change/segmented-fit.ts";
import type { SegmentedRegression } from "../../stats/change/segmented-regression.ts";
import { segmentedSeries } from "../../stats/change/segmented-series.ts";
import { normalQuantile } from "../../stats/functions/normal-tail.ts";
import { studentQuantile, studentTail } from "../../stats/functions/student-tail.ts";
import { minimumDetectableFall } from "../../stats/rates/minimum-detectable-ratio.ts";
import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import type { CaveatId } from "../caveat.ts";
import { type Bend, bestBend } from "./best-bend.ts";
import { type EventWindow, equalWindows, type MonthPair } from "./event-window.ts";
import { type LaterDatesOptions, laterDate } from "./later-dates.ts";
import { daysOf, isLeftOut, type MonthSeries, monthsApart, monthsAround } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** What a series says of the months after a date. */
export type SeriesAssessment = {
  readonly ratio: number;
  readonly interval: Interval;
  /** Two-sided, of this series alone. */
  readonly p: number;
  /** Standard error of the ratio's logarithm. */
  readonly error: number;
  readonly observed: number;
  readonly expected: number;
  /** Prediction interval of `observed − expected`. */
  readonly difference: Interval;
  /** Score of the plain counts of the same calendar months, after against before; undefined where there are too few. */
  readonly plainScore?: number;
  readonly dispersion: number;
  readonly seasons: number;
  readonly autocorrelation?: number;
  readonly placebo?: { readonly p: number; readonly dates: number };
  /** A later date at which the same regression finds at least as much: a bend, or something that came later. */
  readonly later?: { readonly month: string; readonly ratio: number };
  /** Month in which a trend that bends once, without any step, fits as well as the step at the date. */
  readonly bend?: string;
  /** Expected number of each month after the date if the earlier course had gone on. */
  readonly expectedByMonth: ReadonlyMap<string, { readonly expected: number; readonly interval: Interval }>;
  readonly regression: SegmentedRegression;
};

/**
 * Segmented quasi-Poisson regression of monthly counts per day: level after the date, trend and season, with the widest
 * of Poisson, quasi-Poisson and Newey–West errors, and the same at every earlier date on which nothing happened.
 *
 * @returns a refusal where the stats refuse: too few months or events, nothing to estimate
 */
export function assessSeries(
  whole: MonthSeries,
  window: EventWindow,
  { level = 0.95, hasPlacebos = true }: AssessOptions = {},
): SeriesAssessment | Refusal {
  const series = comparedPart(whole, window);
  const first = series.months[0];
  if (first === undefined) return { reason: "no_events" };
  const times = series.months.map((month) => monthsApart(first, month) + 1);
  const changeAt = monthsApart(first, window.firstMonth) + 1;
  const full = { counts: series.counts, exposure: series.months.map(daysOf), times };
  const kept = series.months.length - series.months.filter((month) => isLeftOut(month, window)).length;
  const seasons = kept >= 36 ? 2 : kept >= 24 ? 1 : 0;
  const fit = segmentedSeries(full, { changeAt, transition: window.phaseIn, seasons, level });
  if (isRefusal(fit)) return fit;
  const placebo = hasPlacebos ? placeboDates(full, { changeAt, seasons }) : undefined;
  const { withoutChange } = fit;
  const { autocorrelation } = fit.residuals;
  return {
    ...levelTest(fit, { size: kept, level }),
    observed: withoutChange.observed,
    expected: withoutChange.expected,
    dispersion: fit.dispersion,
    seasons,
    ...(autocorrelation === undefined ? {} : { autocorrelation }),
    ...placeboAnswer(placebo),
    ...plainScore(series, window, Math.max(1, fit.dispersion)),
    ...otherwise(full, fit, { changeAt, phaseIn: window.phaseIn, seasons, months: series.months }),
    expectedByMonth: monthlyExpectations(fit, series, times),
    regression: fit,
  };
}

type OtherwiseParts = Omit<LaterDatesOptions, "ratio" | "z"> & { readonly months: readonly string[] };

/** What else would look like a step at the date; asked only where there is one to be held against it. */
function otherwise(
  series: Series & { readonly times: readonly number[] },
  { ratio, p, columns, errors }: SegmentedRegression,
  { months, ...options }: OtherwiseParts,
): Pick<SeriesAssessment, "later" | "bend"> {
  if (p >= 0.05) return {};
  const z = Math.log(ratio) / (errors.quasiPoisson[columns.indexOf("level")] ?? Number.NaN);
  const later = laterDate(series, { ...options, ratio, z });
  const bend = betterBend(series, options);
  const monthOf = (time: number) => months[series.times.indexOf(time)] ?? "";
  return {
    ...(later === undefined ? {} : { later: { month: monthOf(later.time), ratio: later.ratio } }),
    ...(bend === undefined ? {} : { bend: monthOf(bend.time) }),
  };
}

/** The bend that fits the compared months at least as well as the step does. */
function betterBend(
  { counts, exposure = [], times }: Series & { readonly times: readonly number[] },
  { changeAt, phaseIn, seasons }: Omit<OtherwiseParts, "months">,
): Bend | undefined {
  const isKept = (_: unknown, index: number) => {
    const time = times[index] ?? changeAt;
    return time < changeAt || time >= changeAt + phaseIn;
  };
  const kept = { counts: counts.filter(isKept), exposure: exposure.filter(isKept), times: times.filter(isKept) };
  const step = segmentedFit(kept, { changeAt, seasons });
  const bend = bestBend(kept, { seasons });
  return isRefusal(step) || bend === undefined || bend.deviance > step.regression.deviance ? undefined : bend;
}

/** The months from the first to the last one that is compared. */
function comparedPart(series: MonthSeries, window: EventWindow): MonthSeries {
  const { before, after } = monthsAround(series, window);
  const [first = "", last] = [before[0] ?? after[0], after.at(-1)];
  const isKept = (index: number) => {
    const month = series.months[index] ?? "";
    return month >= first && (last === undefined || month <= last);
  };
  return {
    months: series.months.filter((_, index) => isKept(index)),
    counts: series.counts.filter((_, index) => isKept(index)),
  };
}

/** How a series is assessed. */
export type AssessOptions = {
  readonly level?: number;
  /** Whether the dates on which nothing happened are tried, too; they take most of the time. */
  readonly hasPlacebos?: boolean;
};

/** log(after/before) over its widened error, for counts over equal windows; 0 counts are taken as a half. */
function plainScore(
  series: MonthSeries,
  window: EventWindow,
  dispersion: number,
): Pick<SeriesAssessment, "plainScore"> {
  const pairs = equalWindows(window, series.months);
  if (pairs.length < changeRule("fewestPairs")) return {};
  const countOf = new Map(series.months.map((month, index) => [month, series.counts[index] ?? 0]));
  const sum = (side: keyof MonthPair) => pairs.reduce((total, pair) => total + (countOf.get(pair[side]) ?? 0), 0);
  const [before, after] = [Math.max(0.5, sum("before")), Math.max(0.5, sum("after"))];
  return { plainScore: Math.log(after / before) / Math.sqrt(dispersion * (1 / before + 1 / after)) };
}

function placeboAnswer(placebo: ReturnType<typeof placeboDates> | undefined): Pick<SeriesAssessment, "placebo"> {
  if (placebo === undefined || isRefusal(placebo)) return {};
  const dates = placebo.placebos.filter(({ z }) => z !== undefined).length;
  return dates === 0 ? {} : { placebo: { p: placebo.p, dates } };
}

/**
 * The level change with an error for short series of months that hang together: the largest of the Poisson error, the
 * quasi-Poisson one widened by the residuals' correlation, and Newey–West's for few degrees of freedom, with Student's t.
 * The correlation of residuals is too low by about the share of months that the regression used up; that is added back.
 */
function levelTest(
  fit: SegmentedRegression,
  { size, level }: { readonly size: number; readonly level: number },
): Pick<SeriesAssessment, "ratio" | "interval" | "p" | "error" | "difference"> {
  const place = fit.columns.indexOf("level");
  const degrees = Math.max(1, size - fit.columns.length);
  const { autocorrelation = 0 } = fit.residuals;
  const alike = Math.min(0.8, Math.max(0, autocorrelation + fit.columns.length / size));
  const widening = Math.sqrt((1 + alike) / (1 - alike));
  const errorOf = (kind: keyof SegmentedRegression["errors"]) => fit.errors[kind][place] ?? Number.NaN;
  const error = Math.max(
    errorOf("poisson"),
    errorOf("quasiPoisson") * widening,
    errorOf("neweyWest") * Math.sqrt(size / degrees),
  );
  const log = Math.log(fit.ratio);
  const t = studentQuantile((1 + level) / 2, degrees);
  const { difference, interval } = fit.withoutChange;
  const margin = ((interval.high - interval.low) / 2) * (t / normalQuantile((1 + level) / 2)) * widening;
  return {
    ratio: fit.ratio,
    interval: { low: Math.exp(log - t * error), high: Math.exp(log + t * error) },
    p: studentTail(log / error, degrees),
    error,
    difference: { low: difference - margin, high: difference + margin },
  };
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

/**
 * What a change lets one say: worded only when the ratio's interval and the counts' own noise agree, and the plain counts
 * of the same calendar months moved that way too. Where a trend bends before the date, the regression sees a change of
 * level that the counts do not show. Where it bends after the date, later dates show as much.
 */
export function changeDirection(
  { interval, difference, plainScore: plain, later, bend }: DirectionParts,
  p: number,
): Direction {
  const least = changeRule("plainScore");
  if ((later !== undefined || bend !== undefined) && p < 0.05 && (interval.high < 1 || interval.low > 1))
    return "cannot-tell";
  if (p < 0.05 && interval.high < 1 && difference.high < 0)
    return plain === undefined || plain <= -least ? "lower" : "cannot-tell";
  if (p < 0.05 && interval.low > 1 && difference.low > 0)
    return plain === undefined || plain >= least ? "higher" : "cannot-tell";
  return interval.low >= 0.8 && interval.high <= 1.25 && interval.low <= 1 && interval.high >= 1
    ? "about-the-same"
    : "cannot-tell";
}

type DirectionParts = Pick<SeriesAssessment, "interval" | "difference" | "plainScore" | "later" | "bend">;

/** Standard normal points of a two-sided test at 5% with 80% power, added. */
const powerDistance = 1.959963984540054 + 0.8416212335729143;

/**
 * The smallest fall, as a ratio, that would probably (80 in 100) have shown: from the error of the test where there is
 * one, else from counts as uneven from month to month as these were before the date. Undefined when none would.
 */
export function smallestFall(
  series: MonthSeries,
  window: EventWindow,
  assessment?: SeriesAssessment,
): number | undefined {
  if (assessment !== undefined) return Math.exp(-powerDistance * assessment.error);
  const { before, after } = monthsAround(series, window);
  const counts = series.counts.filter((_, index) => before.includes(series.months[index] ?? ""));
  const events = counts.reduce((sum, count) => sum + count, 0);
  if (before.length < 2 || after.length === 0 || events === 0) return undefined;
  const mean = events / counts.length;
  const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
  const fall = minimumDetectableFall({
    expectedBefore: events / Math.max(1, variance / mean),
    periods: { before: before.length, after: after.length },
  });
  return isRefusal(fall) ? undefined : fall;
}

/**
 * Why a change that the regression sees is not worded: later dates show as much, a bend fits as well, or the plain counts
 * do not move with it. Undefined where it is worded, or where it is not beyond chance.
 */
export function notAStep(assessment: DirectionParts, p: number): CaveatId | undefined {
  const { later, bend, interval, difference } = assessment;
  if (p >= 0.05 || (interval.low <= 1 && interval.high >= 1)) return undefined;
  if (later !== undefined) return "later-dates-as-strong";
  if (bend !== undefined) return "bend-fits-as-well";
  const isBeyond = difference.high < 0 || difference.low > 0;
  return isBeyond && changeDirection(assessment, p) === "cannot-tell" ? "plain-counts-differ" : undefined;
}

/** Why a series was not tested. */
export type SeriesRefusal = "recording-changed" | "months-missing" | Refusal;

/** Why a change was not tested, as a caveat. */
export function refusedBecause(refusal: SeriesRefusal | undefined): CaveatId {
  if (refusal === "recording-changed") return "recording-changed";
  if (refusal === "months-missing") return "months-missing-for-change";
  return refusal === undefined ? "change-not-estimable" : refusalCaveat(refusal);
}

/** Why the stats refuse, as a caveat. */
export function refusalCaveat({ reason }: Refusal): CaveatId {
  if (reason === "too_few_units") return "too-few-months-for-change";
  if (reason === "too_few_events" || reason === "no_events" || reason === "separated")
    return "too-few-events-for-change";
  return "change-not-estimable";
}
