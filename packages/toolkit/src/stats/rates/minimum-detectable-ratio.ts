import { normalQuantile } from "../functions/normal-tail.ts";
import { solveBracketed } from "../functions/solve-bracketed.ts";
import type { Refusal } from "../refusal.ts";

/** A planned comparison of two periods by their counts. */
export type Comparison = {
  /** Events expected in the first period. */
  readonly expectedBefore: number;
  /** Lengths or exposures of the two periods, in one unit; equal if absent. */
  readonly periods?: { readonly before: number; readonly after: number };
  /** Chance of a false alarm, two-sided; 0.05 if absent. */
  readonly alpha?: number;
  /** Chance of noticing a change that is there; 0.8 if absent. */
  readonly power?: number;
};

/**
 * The smallest fall that a comparison of two Poisson counts would probably notice, as the ratio after/before: the
 * largest r < 1 with ln r = −(z₁₋α/₂ + z_power) √(1/x₀ + 1/(r k x₀)). A ratio of 0.24 means: nothing less than a fall by
 * 76%. Not for series with trends or seasons, which need more events.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, chapter 7; Signorini (1991),
 * Biometrika 78, 446–450.
 *
 * @returns ratio, or a refusal if no fall however large would be noticed
 * @throws RangeError if an option is outside its range
 * @example minimumDetectableFall({ expectedBefore: 20 }) // 0.24178715177…
 * @example minimumDetectableFall({ expectedBefore: 5 }) // { reason: "too_few_events" }
 */
export function minimumDetectableFall(comparison: Comparison): number | Refusal {
  const { before, ratio, distance } = read(comparison);
  if (!(before > 0)) return { reason: "too_few_events" };
  const excess = (r: number) => Math.log(r) + distance * Math.sqrt(1 / before + 1 / (r * ratio * before));
  const lowest = distance ** 2 / before / (2 * ratio * (1 + Math.sqrt(1 + distance ** 2 / before)));
  if (!(lowest < 1 && excess(lowest) <= 0)) return { reason: "too_few_events" };
  return solveBracketed(excess, { low: lowest, high: 1 });
}

/**
 * The smallest rise that a comparison of two Poisson counts would probably notice, as the ratio after/before: the r > 1
 * with ln r = (z₁₋α/₂ + z_power) √(1/x₀ + 1/(r k x₀)). Not for series with trends or seasons.
 *
 * Source: as {@link minimumDetectableFall}.
 *
 * @returns ratio, or a refusal if no events are expected
 * @throws RangeError if an option is outside its range
 * @example minimumDetectableRise({ expectedBefore: 20 }) // 2.13623879356…
 */
export function minimumDetectableRise(comparison: Comparison): number | Refusal {
  const { before, ratio, distance } = read(comparison);
  if (!(before > 0)) return { reason: "too_few_events" };
  const margin = (logRatio: number) => distance * Math.sqrt(1 / before + 1 / (Math.exp(logRatio) * ratio * before));
  const excess = (logRatio: number) => logRatio - margin(logRatio);
  return Math.exp(solveBracketed(excess, { low: 0, high: margin(0) }));
}

/**
 * Events each of two equal periods must have for a ratio to be noticed: ((z₁₋α/₂ + z_power) / ln r)² (1 + 1/r).
 *
 * Source: as {@link minimumDetectableFall}.
 *
 * @param ratio after/before, above 0 and not 1
 * @returns events expected in the first period; not rounded
 * @throws RangeError if the ratio or an option is outside its range
 * @example requiredCount(0.8) // 354.667596289…
 */
export function requiredCount(ratio: number, options: Pick<Comparison, "alpha" | "power"> = {}): number {
  if (!(ratio > 0 && ratio !== 1)) throw new RangeError(`invalid ratio; must be positive and not 1: ${ratio}`);
  const { distance } = read({ ...options, expectedBefore: 1 });
  return (distance / Math.log(ratio)) ** 2 * (1 + 1 / ratio);
}

function read({ expectedBefore, periods = { before: 1, after: 1 }, alpha = 0.05, power = 0.8 }: Comparison) {
  if (!(expectedBefore >= 0)) throw new RangeError(`invalid expectedBefore; must not be negative: ${expectedBefore}`);
  if (!(periods.before > 0)) throw new RangeError(`invalid periods; before must be positive: ${periods.before}`);
  if (!(periods.after > 0)) throw new RangeError(`invalid periods; after must be positive: ${periods.after}`);
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`invalid alpha; not in (0, 1): ${alpha}`);
  if (!(power > 0 && power < 1)) throw new RangeError(`invalid power; not in (0, 1): ${power}`);
  const distance = normalQuantile(power) - normalQuantile(alpha / 2);
  if (!(distance > 0)) throw new RangeError(`invalid power; must be above half of alpha: ${power}`);
  return { before: expectedBefore, ratio: periods.after / periods.before, distance };
}
