import type { Interval } from "@evenhand/standard";
import { solveBracketed } from "../functions/solve-bracketed.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import { riskDifferenceScore } from "./risk-difference-score.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Score interval for the difference of two shares: all differences that the test with the shares fitted to that
 * difference does not reject. Stays inside [−1, 1] and is usable with zeros. Not for people counted in both groups.
 *
 * Formula: the δ with |T(δ)| ≤ z; see {@link riskDifferenceScore}.
 *
 * Source: Miettinen & Nurminen (1985), Statistics in Medicine 4, 213–226; Newcombe (1998), Statistics in Medicine 17,
 * 873–890, method 6.
 *
 * @returns limits of first share − reference share
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example miettinenNurminenDifferenceInterval({ count: 56, total: 70 }, { count: 48, total: 80 }) // { low: 0.05282…, high: 0.33817… }
 */
export function miettinenNurminenDifferenceInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;

  const observed = first.count / first.total - reference.count / reference.total;
  return {
    low: limit(first, reference, { observed, target: z }),
    high: limit(first, reference, { observed, target: -z }),
  };
}

function limit(
  first: Proportion,
  reference: Proportion,
  { observed, target }: { readonly observed: number; readonly target: number },
): number {
  const end = target > 0 ? -1 : 1;
  if (observed === end) return end;
  const excess = (part: number): number => {
    if (part === 0) return -target;
    if (part === 1) return target;
    return riskDifferenceScore(first, reference, observed + part * (end - observed)) - target;
  };
  return observed + solveBracketed(excess, { low: 0, high: 1, tolerance: 1e-13 }) * (end - observed);
}
