import type { Interval } from "@evenhand/standard";
import { gammaShare, gammaTail } from "../functions/gamma-tail.ts";
import { solveBracketed } from "../functions/solve-bracketed.ts";
import { checkLevel } from "./event-rate.ts";
import { garwoodInterval } from "./garwood-interval.ts";

/**
 * Mid-p confidence interval for the mean of a Poisson count: the limits at which P(X beyond x) + ½ P(X = x) is α/2.
 * Narrower than the exact interval and close to its level on average, but sometimes below it. Not where the level must
 * be guaranteed: use {@link garwoodInterval}.
 *
 * Source: Cohen & Yang (1994), Statistics in Medicine 13, 2189–2203.
 *
 * @param count events, at least 0
 * @param options level, 0.95 if absent
 * @returns interval of the expected count, in events
 * @throws RangeError if the count is negative or the level is outside (0, 1)
 * @example poissonMidPInterval(1) // { low: 0.05002034483…, high: 4.931860524… }
 */
export function poissonMidPInterval(count: number, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  const p = (1 - checkLevel(level)) / 2;
  if (count === 0) return { low: 0, high: -Math.log(2 * p) };
  const exact = garwoodInterval(count, { level });
  const margin = 0.01 * Math.min(exact.low, exact.high - exact.low);
  const bracket = { low: exact.low - margin, high: exact.high + margin };
  const atLeast = (mean: number) => (gammaShare(count, mean) + gammaShare(count + 1, mean)) / 2;
  const atMost = (mean: number) => (gammaTail(count, mean) + gammaTail(count + 1, mean)) / 2;
  return {
    low: solveBracketed((mean) => Math.log(atLeast(mean) / p), bracket),
    high: solveBracketed((mean) => Math.log(atMost(mean) / p), bracket),
  };
}
