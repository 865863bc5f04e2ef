import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Plain normal interval for the difference of two shares, cut off at −1 and 1 as R's `prop.test` does. For comparison
 * with published tables only: it has no width when both shares are 0 or 1 and covers too seldom in small groups. Use
 * {@link newcombeInterval}.
 *
 * Formula: d ± z√(p̂₁q̂₁/n₁ + p̂₀q̂₀/n₀).
 *
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 1.
 *
 * @returns limits of first share − reference share
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example waldDifferenceInterval({ count: 56, total: 70 }, { count: 48, total: 80 }) // { low: 0.05750…, high: 0.34249… }
 */
export function waldDifferenceInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const gap = first.count / first.total - reference.count / reference.total;
  const margin = z * Math.sqrt(variance(first) + variance(reference));
  return { low: Math.max(-1, gap - margin), high: Math.min(1, gap + margin) };
}

function variance({ count, total }: Proportion): number {
  return ((count / total) * ((total - count) / total)) / total;
}
