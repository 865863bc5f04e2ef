import type { Direction } from "@evenhand/standard";
import { type PlaceboDates, placeboDates } from "../../stats/change/placebo-dates.ts";
import type { Series } from "../../stats/change/segmented-columns.ts";
import type { SegmentedRegression } from "../../stats/change/segmented-regression.ts";
import { type SegmentedSeriesOptions, segmentedSeries } from "../../stats/change/segmented-series.ts";
import { minimumDetectableFall } from "../../stats/rates/minimum-detectable-ratio.ts";
import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import type { CaveatId } from "../caveat.ts";
import { changeDirection, refusalCaveat } from "./assess-series.ts";

/** Any series of counts, with the number of each period. */
export type PlainSeries = Series & { readonly times: readonly number[] };

/** What is fixed before the series is looked at: see {@link segmentedSeries}. */
export type PlainSeriesOptions = Omit<SegmentedSeriesOptions, "transition"> & {
  /** Periods from `changeAt` on that are left out. */
  readonly phaseIn?: number;
  /** Whether it is known that something was recorded otherwise around the date: then nothing is tested. */
  readonly isRecordingChanged?: boolean;
};

/** What a series says of the periods after a date, or why it is not asked. */
export type PlainSeriesChange = {
  readonly changeAt: number;
  readonly phaseIn: number;
  readonly periodsBefore: number;
  readonly periodsAfter: number;
  /** Events counted in those periods. */
  readonly before: number;
  readonly after: number;
  /** Smallest fall, as a ratio, that such counts would show with 80% power. */
  readonly smallestFall?: number;
} & (
  | {
      readonly refusal: { readonly reason: CaveatId; readonly detail?: string };
      readonly answer?: undefined;
      readonly placebo?: undefined;
    }
  | {
      readonly refusal?: undefined;
      readonly answer: SegmentedRegression;
      readonly seasons: number | "months";
      readonly slope: boolean;
      /** Undefined where no other date can be asked. */
      readonly placebo?: PlaceboDates;
    }
);

/**
 * The test of the question “change” on any series of counts: the same preconditions, regression, placebo dates and
 * refusals. Whether anything was recorded otherwise around the date, a bare series does not tell: ask that first. Without
 * exposures a period's length is not allowed for.
 *
 * @throws RangeError if an option or the series is impossible
 * @example plainSeriesChange({ counts: [4, 5, 3], times: [1, 2, 3] }, { changeAt: 3 }).refusal?.reason // "too-few-months-for-change"
 */
export function plainSeriesChange(series: PlainSeries, options: PlainSeriesOptions): PlainSeriesChange {
  const { changeAt, phaseIn = 0, slope = false, isRecordingChanged = false, ...rest } = options;
  const side = (isKept: (time: number) => boolean) => {
    const counts = series.counts.filter((_, index) => isKept(series.times[index] ?? Number.NaN));
    return { periods: counts.length, events: counts.reduce((sum, count) => sum + count, 0) };
  };
  const before = side((time) => time < changeAt);
  const after = side((time) => time >= changeAt + phaseIn);
  const fall = smallestFall(before, after.periods);
  const sides = {
    changeAt,
    phaseIn,
    periodsBefore: before.periods,
    periodsAfter: after.periods,
    before: before.events,
    after: after.events,
    ...(fall === undefined ? {} : { smallestFall: fall }),
  };
  if (isRecordingChanged) return { ...sides, refusal: { reason: "recording-changed" } };
  if (isBroken(series.times, changeAt)) return { ...sides, refusal: { reason: "months-missing-for-change" } };
  const kept = before.periods + after.periods;
  const seasons = rest.seasons ?? (kept >= 36 ? 2 : kept >= 24 ? 1 : 0);
  const answer = segmentedSeries(series, { ...rest, changeAt, transition: phaseIn, slope, seasons });
  if (isRefusal(answer)) return { ...sides, refusal: refused(answer) };
  const placebo = placeboDates(series, { changeAt, slope, seasons });
  const isAsked = !isRefusal(placebo) && placebo.placebos.some(({ z }) => z !== undefined);
  const error = Math.log(answer.interval.high / answer.interval.low) / (2 * 1.959963984540054);
  const noticed = { smallestFall: Math.exp(-(1.959963984540054 + 0.8416212335729143) * error) };
  return { ...sides, ...noticed, answer, seasons, slope, ...(isAsked ? { placebo } : {}) };
}

function smallestFall(before: { periods: number; events: number }, after: number): number | undefined {
  if (before.periods === 0 || after === 0) return undefined;
  const fall = minimumDetectableFall({
    expectedBefore: before.events,
    periods: { before: before.periods, after },
  });
  return isRefusal(fall) ? undefined : fall;
}

const refused = (refusal: Refusal) => ({
  reason: refusalCaveat(refusal),
  ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
});

/** Whether a third of the 12 periods around a date are not there: a step could be the gap's. */
function isBroken(times: readonly number[], changeAt: number): boolean {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || first >= changeAt || last < changeAt) return false;
  const [from, to] = [Math.max(first, changeAt - 6), Math.min(last, changeAt + 5)];
  const present = times.filter((time) => time >= from && time <= to).length;
  const all = to - from + 1;
  return (all - present) * 3 > all;
}

/** What one may say of it: see {@link changeDirection}. */
export function plainDirection({ interval, withoutChange }: SegmentedRegression, p: number): Direction {
  return changeDirection({ interval, difference: withoutChange.interval }, p);
}
