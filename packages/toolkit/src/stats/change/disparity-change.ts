import type { Interval } from "@evenhand/standard";
import { normalQuantile, normalTail } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";

/** Events and the exposure (people, stops, arrests) they are counted over. */
export type Exposed = { readonly count: number; readonly exposure: number };

/** A group and the group it is compared with, in one period. */
export type Pair = { readonly group: Exposed; readonly reference: Exposed };

/** @see disparityChange */
export type DisparityChange = {
  /** Undefined if neither rate has an event; Infinity if only the reference has none. */
  readonly ratioBefore: number | undefined;
  readonly ratioAfter: number | undefined;
  /** Ratio after over ratio before: 1 where the disparity stayed as it was. */
  readonly ratioOfRatios: number | undefined;
  /** Standard error of ln(ratioOfRatios), interval and p; refused where one of the four counts is 0. */
  readonly test: { readonly logError: number; readonly interval: Interval; readonly p: number } | Refusal;
  /** Group's rate less the reference's, per unit of exposure. */
  readonly differenceBefore: number;
  readonly differenceAfter: number;
  readonly differenceChange: number;
  readonly differenceChangeError: number;
  /** Events of the group beyond what the reference's rate would give. */
  readonly excessBefore: number;
  readonly excessAfter: number;
  /** The ratio rose while the rate difference fell, or the reverse: both must then be said. */
  readonly scalesDisagree: boolean;
};

/**
 * Whether a disparity changed from one period to another, on both scales: as a ratio of rate ratios, which is the
 * group × period term of a Poisson regression, and as a change in the rate difference. Not for pairs in which the
 * reference includes the group. The test says that the ratio moved, never why.
 *
 * Source: log variance Σ 1/x, as in Greenland & Rothman, Modern Epidemiology; both scales: Knol & VanderWeele (2012),
 * International Journal of Epidemiology 41, 514–520.
 *
 * @param before both groups, before the change
 * @param after both groups, after it
 * @param options.dispersion factor by which counts vary more than Poisson counts; multiplies the variances
 * @throws RangeError if a count or exposure is negative or not finite, level not in (0, 1), dispersion not positive
 * @example
 * disparityChange(
 *   { group: { count: 60, exposure: 1000 }, reference: { count: 35, exposure: 5000 } },
 *   { group: { count: 40, exposure: 1000 }, reference: { count: 30, exposure: 5000 } },
 * ) // { ratioBefore: 8.5714…, ratioAfter: 6.6666…, ratioOfRatios: 0.7777…, scalesDisagree: false }
 */
export function disparityChange(
  before: Pair,
  after: Pair,
  { level = 0.95, dispersion = 1 }: { readonly level?: number; readonly dispersion?: number } = {},
): DisparityChange | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  if (!(dispersion > 0 && dispersion < Infinity))
    throw new RangeError(`invalid dispersion; must be positive: ${dispersion}`);
  const cells = [after.group, before.group, after.reference, before.reference];
  for (const value of cells.flatMap(({ count, exposure }) => [count, exposure]))
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`invalid cell; must not be negative: ${value}`);
  if (cells.some(({ exposure }) => exposure === 0)) return { reason: "no_exposure" };

  const ratioBefore = quotient(rate(before.group), rate(before.reference));
  const ratioAfter = quotient(rate(after.group), rate(after.reference));
  const ratioOfRatios =
    ratioAfter === undefined || ratioBefore === undefined ? undefined : quotient(ratioAfter, ratioBefore);
  const differenceBefore = rate(before.group) - rate(before.reference);
  const differenceAfter = rate(after.group) - rate(after.reference);
  const differenceChange = differenceAfter - differenceBefore;
  const variance = cells.reduce((sum, { count, exposure }) => sum + count / exposure ** 2, 0);
  return {
    ratioBefore,
    ratioAfter,
    ratioOfRatios,
    test: testRatio(ratioOfRatios, cells, { level, dispersion }),
    differenceBefore,
    differenceAfter,
    differenceChange,
    differenceChangeError: Math.sqrt(dispersion * variance),
    excessBefore: before.group.exposure * differenceBefore,
    excessAfter: after.group.exposure * differenceAfter,
    scalesDisagree: ratioOfRatios !== undefined && (ratioOfRatios - 1) * differenceChange < 0,
  };
}

function testRatio(
  ratio: number | undefined,
  cells: readonly Exposed[],
  { level, dispersion }: { readonly level: number; readonly dispersion: number },
): DisparityChange["test"] {
  if (ratio === undefined || cells.some(({ count }) => count === 0)) return { reason: "zero_cell" };
  const logError = Math.sqrt(dispersion * cells.reduce((sum, { count }) => sum + 1 / count, 0));
  const margin = normalQuantile((1 + level) / 2) * logError;
  return {
    logError,
    interval: { low: Math.exp(Math.log(ratio) - margin), high: Math.exp(Math.log(ratio) + margin) },
    p: normalTail(Math.log(ratio) / logError),
  };
}

function rate({ count, exposure }: Exposed): number {
  return count / exposure;
}

function quotient(above: number, below: number): number | undefined {
  const value = above / below;
  return Number.isNaN(value) ? undefined : value;
}
