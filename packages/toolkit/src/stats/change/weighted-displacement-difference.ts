import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";

/** Events of one area or kind before and after a change, over periods of equal length. */
export type BeforeAfter = { readonly before: number; readonly after: number };

/** What changed, what is compared with it, and where the events may have moved. */
export type DisplacementCounts = {
  readonly target: BeforeAfter;
  readonly control: BeforeAfter;
  /** Neighbouring areas, or other kinds of stop or force, to which the target's events may have moved. */
  readonly displacement?: BeforeAfter;
  readonly displacementControl?: BeforeAfter;
};

/** @see weightedDisplacementDifference */
export type Displacement = {
  /** Events fewer (negative) or more (positive) than the controls would have led one to expect. */
  readonly difference: number;
  readonly standardError: number;
  /** Undefined where there are no events at all. */
  readonly z: number | undefined;
  readonly interval: Interval;
};

/**
 * Weighted displacement difference: whether events fell where something changed, once the change in comparable places
 * and any rise next door are counted too. (target after − before) − (control after − before) + (displacement after −
 * before) − (its control after − before), with standard error √(sum of all counts). Not for periods of different
 * length, nor for controls on another scale than their target: the counts are subtracted as they are. Not for counts
 * that vary more than Poisson counts: the error is then too small.
 *
 * Source: Wheeler & Ratcliffe (2018), Crime Science 7:11.
 *
 * @throws RangeError if a count is negative or level is not in (0, 1)
 * @example
 * weightedDisplacementDifference({
 *   target: { before: 50, after: 30 },
 *   control: { before: 60, after: 55 },
 *   displacement: { before: 20, after: 20 },
 *   displacementControl: { before: 30, after: 30 },
 * }) // { difference: -15, standardError: 17.1755…, z: -0.8733… }
 */
export function weightedDisplacementDifference(
  { target, control, displacement = none, displacementControl = none }: DisplacementCounts,
  { level = 0.95 }: { readonly level?: number } = {},
): Displacement {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const change = (pair: BeforeAfter) => pair.after - pair.before;
  const areas = [target, control, displacement, displacementControl];
  for (const count of areas.flatMap(({ before, after }) => [before, after]))
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  const difference = change(target) - change(control) + change(displacement) - change(displacementControl);
  const standardError = Math.sqrt(areas.reduce((sum, { before, after }) => sum + before + after, 0));
  const margin = normalQuantile((1 + level) / 2) * standardError;
  return {
    difference,
    standardError,
    z: standardError === 0 ? undefined : difference / standardError,
    interval: { low: difference - margin, high: difference + margin },
  };
}

const none: BeforeAfter = { before: 0, after: 0 };
