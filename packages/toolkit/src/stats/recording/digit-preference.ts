import { chiSquareTail } from "../functions/chi-square-tail.ts";
import type { Refusal } from "../refusal.ts";

/** @see digitPreference */
export type DigitPreference = {
  /** Pearson's chi-square of the ten last digits against equal shares. */
  readonly chiSquare: number;
  readonly p: number;
  /** Share ending in 0 or 5, against the fifth expected: 100 none, 500 all. Whipple's index when ages are 23–62. */
  readonly whipple: number;
  /** Half the sum of departures from 10%, in percentage points: 0 none, 90 all on one digit. */
  readonly myers: number;
};

/**
 * Whether recorded numbers (ages, minutes, distances) end in 0 or 5 more than they would if measured: a sign that
 * they were guessed. Not for numbers with a real reason to prefer a digit (shift changes on the hour), not for few
 * possible values, and no sign of falsehood. Benford's law is not used: bounded numbers do not follow it. `myers` is
 * the plain index, without Myers' blending over starting ages.
 *
 * Source: Whipple's index, United Nations (1955), Manual II; Myers (1940), Transactions of the Actuarial Society of
 * America 41, 395–415 (unblended).
 *
 * @param counts of numbers ending in 0, 1, …, 9
 * @returns a refusal if there are no numbers
 * @throws RangeError if there are not ten counts, or one is negative or not finite
 * @example digitPreference([5, 0, 0, 0, 0, 4, 0, 0, 0, 0])
 *   // { chiSquare: 36.5555…, p: 3.1584…e-5, whipple: 500, myers: 80 }
 */
export function digitPreference(counts: readonly number[]): DigitPreference | Refusal {
  if (counts.length !== 10) throw new RangeError(`invalid counts; one for each digit: ${counts.length}`);
  const total = checkedTotal(counts);
  if (total === 0) return { reason: "no_events" };
  const chiSquare = evenChiSquare(counts, total);
  const rounded = (counts[0] ?? 0) + (counts[5] ?? 0);
  const departures = counts.map((count) => Math.abs(count - total / 10));
  return {
    chiSquare,
    p: chiSquareTail(chiSquare, 9),
    whipple: (rounded / total) * 500,
    myers: (departures.reduce((sum, departure) => sum + departure, 0) / total) * 50,
  };
}

/** @see minutePreference */
export type MinutePreference = {
  /** Share of times on a multiple of five minutes; 0.2 if measured to the minute. */
  readonly onFives: number;
  /** Share of times on the hour or half hour; 1/30 if measured to the minute. */
  readonly onHalfHours: number;
  /** Chi-square, with 1 degree of freedom, of times on multiples of five against a fifth. */
  readonly chiSquare: number;
  readonly p: number;
};

/**
 * Whether times of day are rounded: the share on a multiple of five minutes and on the half hour. Not for schedules
 * (times that truly fall on the hour), and no sign of falsehood.
 *
 * Source: the terminal-digit test of {@link digitPreference} on minutes.
 *
 * @param counts of times at minute 0, 1, …, 59
 * @returns a refusal if there are no times
 * @throws RangeError if there are not sixty counts, or one is negative or not finite
 * @example minutePreference(new Array(60).fill(2)) // { onFives: 0.2, onHalfHours: 0.0333…, chiSquare: 0, p: 1 }
 */
export function minutePreference(counts: readonly number[]): MinutePreference | Refusal {
  if (counts.length !== 60) throw new RangeError(`invalid counts; one for each minute: ${counts.length}`);
  const total = checkedTotal(counts);
  if (total === 0) return { reason: "no_events" };
  const on = (step: number): number =>
    counts.reduce((sum, count, minute) => sum + (minute % step === 0 ? count : 0), 0);
  const gap = on(5) - total / 5;
  const chiSquare = (gap / (total / 5)) * gap + (gap / (total * 0.8)) * gap;
  return { onFives: on(5) / total, onHalfHours: on(30) / total, chiSquare, p: chiSquareTail(chiSquare, 1) };
}

function checkedTotal(counts: readonly number[]): number {
  for (const count of counts)
    if (!(count >= 0 && Number.isFinite(count)))
      throw new RangeError(`invalid count; must be finite and not negative: ${count}`);
  return counts.reduce((sum, count) => sum + count, 0);
}

function evenChiSquare(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + ((count - expected) / expected) * (count - expected), 0);
}
