import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { koopmanInterval } from "./koopman-interval.ts";
import type { IntervalOptions } from "./level-score.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see riskRatio */
export type RiskRatio = {
  /** First share over reference share; Infinity if only the reference count is 0. */
  readonly ratio: number;
  readonly interval: Interval;
  readonly method: "koopman";
};

/**
 * How many times as often an outcome was recorded for the first group as for the reference group, among people with
 * the same kind of contact, with Koopman's score interval. Not for rates per resident or hour, not for people counted
 * in both groups, and not by itself a comparison of like with like: see {@link mantelHaenszelRiskRatio}.
 *
 * Formula: (x₁/n₁)/(x₀/n₀).
 *
 * Source: Koopman (1984), Biometrics 40, 513–517; as default after Fagerland, Lydersen & Laake (2015), Statistical
 * Methods in Medical Research 24, 224–254.
 *
 * @returns a refusal if either group is empty or neither had an event; if only the reference had none, the ratio and
 *   its upper limit are Infinity and the lower limit alone says something
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example riskRatio({ count: 36, total: 40 }, { count: 16, total: 80 }) // { ratio: 4.5, interval: { low: 2.93956…, high: 7.15222… } }
 */
export function riskRatio(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): RiskRatio | Refusal {
  const interval = koopmanInterval(first, reference, { level });
  if (isRefusal(interval)) return interval;
  if (first.count === 0 && reference.count === 0) return { reason: "no_events" };
  return { ratio: (first.count * reference.total) / (reference.count * first.total), interval, method: "koopman" };
}
