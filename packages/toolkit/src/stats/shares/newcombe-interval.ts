import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/**
 * Hybrid score interval for the difference of two shares, our default: joins the distances of each share from its own
 * Wilson limits. Stays inside [−1, 1] and is usable with zeros. Not for people counted in both groups.
 *
 * Formula: low = d − √((p̂₁ − l₁)² + (u₀ − p̂₀)²), high = d + √((u₁ − p̂₁)² + (p̂₀ − l₀)²).
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 *
 * @returns limits of first share − reference share
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example newcombeInterval({ count: 56, total: 70 }, { count: 48, total: 80 }) // { low: 0.05243…, high: 0.33387… }
 */
export function newcombeInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;

  const share = first.count / first.total;
  const referenceShare = reference.count / reference.total;
  const own = wilsonInterval(first.count, first.total, z);
  const other = wilsonInterval(reference.count, reference.total, z);
  const gap = share - referenceShare;
  return {
    low: gap - Math.hypot(share - own.low, other.high - referenceShare),
    high: gap + Math.hypot(own.high - share, referenceShare - other.low),
  };
}
