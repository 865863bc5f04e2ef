import type { DesignColumn } from "../matrices/design-matrix.ts";

/** Counts of consecutive periods, months as a rule, with explicit zeros; a period that is not known is left out. */
export type Series = {
  readonly counts: readonly number[];
  /** People, stops or days of each period; 1 each if left out. */
  readonly exposure?: readonly number[] | undefined;
  /** Number of each period, rising; 1, 2, 3, … if left out. */
  readonly times?: readonly number[] | undefined;
};

/** What the regression is to allow for. */
export type SegmentedModel = {
  /** First period after the change. */
  readonly changeAt: number;
  /** Whether the trend, too, may change at `changeAt`. */
  readonly slope?: boolean | undefined;
  /** Pairs of sine and cosine with 12 periods in a year, 0 for no season, at most 5; or a level for each month. */
  readonly seasons?: number | "months" | undefined;
};

/**
 * Columns of a segmented regression: intercept, level (1 from the change on), time, slope change (periods since the
 * change) and a season: sin, cos of 2πkt/12, or 0/1 columns of the months 2–12, period 1 being month 1. Not for periods
 * other than months where a season is asked for.
 *
 * Source: Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27, 299–309; season: Bernal, Cummins &
 * Gasparrini (2017), International Journal of Epidemiology 46, 348–355.
 *
 * @throws RangeError if times do not rise, changeAt is not finite or seasons not a whole number in 0–5
 * @example segmentedColumns([1, 2, 3], { changeAt: 3 })[1] // { name: "level", values: [0, 0, 1] }
 */
export function segmentedColumns(
  times: readonly number[],
  { changeAt, slope = false, seasons = 0 }: SegmentedModel,
): readonly Column[] {
  if (!Number.isFinite(changeAt)) throw new RangeError(`invalid changeAt; must be finite: ${changeAt}`);
  if (seasons !== "months" && !(Number.isInteger(seasons) && seasons >= 0 && seasons <= 5))
    throw new RangeError(`invalid seasons; not a whole number in 0–5: ${seasons}`);
  times.forEach((time, index) => {
    if (!Number.isFinite(time) || time <= (times[index - 1] ?? -Infinity))
      throw new RangeError(`invalid times; must rise: ${time}`);
  });
  const column = (name: string, value: (time: number) => number) => ({ name, values: times.map(value) });
  return [
    column("(Intercept)", () => 1),
    column("level", (time) => (time >= changeAt ? 1 : 0)),
    column("time", (time) => time),
    ...(slope ? [column("slope_change", (time) => Math.max(0, time - changeAt))] : []),
    ...(seasons === "months" ? monthColumns(column) : waveColumns(column, seasons)),
  ];
}

type Column = DesignColumn & { readonly values: readonly number[] };
type MakeColumn = (name: string, value: (time: number) => number) => Column;

function waveColumns(column: MakeColumn, pairs: number): readonly Column[] {
  return Array.from({ length: pairs }, (_, index) => index + 1).flatMap((k) => [
    column(`sin${k}`, (time) => Math.sin((2 * Math.PI * k * time) / 12)),
    column(`cos${k}`, (time) => Math.cos((2 * Math.PI * k * time) / 12)),
  ]);
}

function monthColumns(column: MakeColumn): readonly Column[] {
  return Array.from({ length: 11 }, (_, index) => index + 2).map((month) =>
    column(`month${month}`, (time) => ((((time - month) % 12) + 12) % 12 === 0 ? 1 : 0)),
  );
}
