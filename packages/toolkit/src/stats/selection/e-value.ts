import type { Interval } from "@evenhand/standard";

/** @see eValue */
export type EValue = {
  /** How strong the unmeasured thing would have to be, on both sides, to bring the estimate to 1. */
  readonly estimate: number;
  /** The same for the end of the interval nearest to 1; 1 if the interval holds 1. */
  readonly limit?: number;
};

/**
 * How a ratio is turned into an approximate risk ratio first. The common forms are for outcomes of more than about
 * 15% of people; below that, odds and hazard ratios are near the risk ratio.
 */
export type RatioMeasure = "risk-ratio" | "odds-ratio-common" | "hazard-ratio-common";

/**
 * How strongly something not in the records would have to go with both the group and the outcome to account for a
 * ratio by itself: E = RR + √(RR(RR − 1)), with a ratio below 1 turned over first. A large value does not show that
 * there is no such thing; compare it with what the recorded factors do. Not for selection (who was recorded at all)
 * and not for wrong records: an E-value covers neither.
 *
 * Source: VanderWeele & Ding (2017), Annals of Internal Medicine 167, 268–274.
 *
 * @param ratio 0 or above; Infinity when the reference had no event
 * @param options.interval range of the ratio, for `limit`
 * @param options.measure what the ratio is; a risk or rate ratio if not given
 * @throws RangeError if the ratio or a limit is negative or not a number
 * @example eValue(3.9, { interval: { low: 1.8, high: 8.7 } }) // { estimate: 7.2630…, limit: 3 }
 */
export function eValue(
  ratio: number,
  options: { readonly interval?: Interval; readonly measure?: RatioMeasure } = {},
): EValue {
  const { interval, measure = "risk-ratio" } = options;
  if (!(ratio >= 0)) throw new RangeError(`invalid ratio; must not be negative: ${ratio}`);
  const estimate = strength(riskRatio(ratio, measure));
  if (interval === undefined) return { estimate };
  const { low, high } = interval;
  if (!(0 <= low && low <= high)) throw new RangeError(`invalid interval; not 0 ≤ low ≤ high: ${low}, ${high}`);
  const nearest = low > 1 ? low : high < 1 ? high : 1;
  return { estimate, limit: strength(riskRatio(nearest, measure)) };
}

function strength(ratio: number): number {
  const above = ratio < 1 ? 1 / ratio : ratio;
  return above + Math.sqrt(above) * Math.sqrt(above - 1);
}

function riskRatio(ratio: number, measure: RatioMeasure): number {
  if (measure === "odds-ratio-common") return Math.sqrt(ratio);
  if (measure === "risk-ratio" || ratio === 0 || ratio === Number.POSITIVE_INFINITY) return ratio;
  const half = (power: number): number => -Math.expm1(-Math.LN2 * power);
  return half(Math.sqrt(ratio)) / half(Math.sqrt(1 / ratio));
}
