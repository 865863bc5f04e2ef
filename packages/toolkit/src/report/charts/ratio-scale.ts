import type { Interval } from "@evenhand/standard";

/** Ends of an axis and the values it marks. */
export type AxisScale = {
  readonly type: "log" | "linear";
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
};

const steps = [2, 3, 5, 10, 20, 50, 100, 200, 500, 1000];
/** Intervals that reach further than this run off the axis with an arrow, so that the others can be read. */
const furthestInterval = 20;

const ticksByLimit: Readonly<Record<number, readonly number[]>> = {
  2: [1.5, 2],
  3: [1.5, 2, 3],
  5: [2, 5],
  10: [2, 5, 10],
  20: [2, 5, 20],
  50: [5, 50],
};

/**
 * A log axis for ratios with 1 in its middle, so that twice as often and half as often lie equally far from it. It
 * holds every ratio above zero; intervals up to 20-fold are held whole. Not for differences or shares.
 *
 * @param ratios that must be on the axis; zero and Infinity have no place on it and are left out
 * @param intervals that should be, as far as 20-fold
 * @example ratioScale([5.1], []) // { low: 0.1, high: 10 }
 */
export function ratioScale(ratios: readonly number[], intervals: readonly Interval[]): AxisScale {
  const fold = (value: number) => Math.exp(Math.abs(Math.log(value)));
  const onAxis = (value: number) => value > 0 && Number.isFinite(value);
  const ends = intervals.flatMap(({ low, high }) => [low, high]).filter(onAxis);
  const most = Math.max(
    1,
    ...ratios.filter(onAxis).map(fold),
    ...ends.map((end) => Math.min(furthestInterval, fold(end))),
  );
  const limit = steps.find((step) => step >= most) ?? 10 ** Math.ceil(Math.log10(most));
  const upper =
    ticksByLimit[limit] ??
    [10, limit / 10, limit].filter((tick, index, all) => tick > 1 && all.indexOf(tick) === index);
  return {
    type: "log",
    low: 1 / limit,
    high: limit,
    ticks: [...upper.map((tick) => 1 / tick).toReversed(), 1, ...upper],
  };
}

/** What of an interval lies on an axis, and at which ends it runs off; without `low` and `high` when none of it does. */
export type CutInterval = {
  readonly low?: number;
  readonly high?: number;
  readonly isCutLow: boolean;
  readonly isCutHigh: boolean;
};

/** Cuts an interval to the ends of an axis. */
export function cutInterval({ low, high }: Interval, scale: Pick<AxisScale, "low" | "high">): CutInterval {
  const isCutLow = low < scale.low;
  const isCutHigh = high > scale.high;
  if (high < scale.low || low > scale.high) return { isCutLow, isCutHigh };
  return { low: Math.max(low, scale.low), high: Math.min(high, scale.high), isCutLow, isCutHigh };
}
