import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import type { IntervalOptions } from "./level-score.ts";
import { newcombeInterval } from "./newcombe-interval.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see riskDifference */
export type RiskDifference = {
  /** First share − reference share, −1 to 1. */
  readonly difference: number;
  readonly interval: Interval;
  readonly method: "newcombe";
};

/**
 * By how much the share of people with an outcome differs between two groups, with Newcombe's hybrid score interval.
 * To be shown beside {@link riskRatio}, which hides how common the outcome is. Not for rates per exposure, and not for
 * people counted in both groups.
 *
 * Formula: x₁/n₁ − x₀/n₀.
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 *
 * @returns a refusal if either group is empty
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example riskDifference({ count: 56, total: 70 }, { count: 48, total: 80 }) // { interval: { low: 0.05243…, high: 0.33387… } }
 */
export function riskDifference(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): RiskDifference | Refusal {
  const interval = newcombeInterval(first, reference, { level });
  if (isRefusal(interval)) return interval;
  return { difference: first.count / first.total - reference.count / reference.total, interval, method: "newcombe" };
}
