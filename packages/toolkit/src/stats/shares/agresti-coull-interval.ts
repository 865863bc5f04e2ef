import type { Interval } from "@evenhand/standard";
import { checkProportion } from "./check-proportion.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";

/**
 * Interval for a proportion that adds z²/2 events and as many non-events before the plain normal formula, cut off at 0
 * and 1. Simple to redo by hand and never narrower than Wilson's. Not for rare events, where its lower limit is 0
 * although events were counted: use {@link wilsonInterval}.
 *
 * Formula: p̃ ± z√(p̃(1 − p̃)/ñ) with ñ = n + z² and p̃ = (x + z²/2)/ñ.
 *
 * Source: Agresti & Coull (1998), The American Statistician 52, 119–126.
 *
 * @returns lower and upper bound, as shares 0–1
 * @throws RangeError if total is not positive, count is not in [0, total] or the level is not between 0 and 1
 * @example agrestiCoullInterval(81, 263) // { low: 0.25522…, high: 0.36627… }
 */
export function agrestiCoullInterval(count: number, total: number, { level = 0.95 }: IntervalOptions = {}): Interval {
  checkProportion(count, total);
  const z = levelScore(level);
  const enlarged = total + z ** 2;
  const center = (count + z ** 2 / 2) / enlarged;
  const margin = z * Math.sqrt((center * (1 - center)) / enlarged);
  return { low: Math.max(0, center - margin), high: Math.min(1, center + margin) };
}
