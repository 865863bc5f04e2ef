import type { Direction, Interval } from "@evenhand/standard";
import { compareRule } from "./rule.ts";

/**
 * What a ratio lets one say. A difference is worded only when its interval lies on one side of 1 and its p value,
 * adjusted for the other comparisons of the same question, is below 0.05; "about the same" only when the interval is
 * narrow around 1. Everything else cannot be told. Not for a ratio whose counts are clustered and whose interval was
 * not widened for it.
 *
 * @param interval of the ratio; its high end may be Infinity
 * @param p adjusted p value, 0–1
 * @example directionOf({ low: 1.1, high: 9.2 }, 0.03) // "higher"
 */
export function directionOf(interval: Interval, p: number): Direction {
  const { low, high } = interval;
  const isBeyondChance = p < compareRule("significance");
  if (low > 1 && isBeyondChance) return "higher";
  if (high < 1 && isBeyondChance) return "lower";
  const holdsOne = low <= 1 && high >= 1;
  return holdsOne && low >= compareRule("sameFrom") && high <= compareRule("sameTo") ? "about-the-same" : "cannot-tell";
}
