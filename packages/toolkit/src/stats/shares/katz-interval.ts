import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Interval for the ratio of two shares from the normal approximation to its logarithm. Not where a cell of the 2 × 2
 * table is below 10, and not where both shares are 1 (it has no width there): use {@link koopmanInterval}.
 *
 * Formula: exp(ln RR ± z√(1/x₁ − 1/n₁ + 1/x₀ − 1/n₀)).
 *
 * Source: Katz, Baptista, Azen & Pike (1978), Biometrics 34, 469–474.
 *
 * @returns limits of the ratio first : reference; a refusal if either count is 0
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example katzInterval({ count: 36, total: 40 }, { count: 16, total: 80 }) // { low: 2.86855…, high: 7.05931… }
 */
export function katzInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  if (first.count === 0 || reference.count === 0) return { reason: "zero_cell" };
  const ratio = first.count / first.total / (reference.count / reference.total);
  const margin = z * Math.sqrt(logVariance(first) + logVariance(reference));
  return { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin) };
}

function logVariance({ count, total }: Proportion): number {
  return (total - count) / total / count;
}
