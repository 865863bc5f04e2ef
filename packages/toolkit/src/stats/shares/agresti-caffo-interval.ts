import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import type { IntervalOptions } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";
import { waldDifferenceInterval } from "./wald-difference-interval.ts";

/**
 * Interval for the difference of two shares that adds one event and one non-event to each group before the plain
 * normal formula, cut off at −1 and 1. Simple to redo by hand. Not centred on the observed difference: use
 * {@link newcombeInterval} for display.
 *
 * Formula: {@link waldDifferenceInterval} of (x + 1)/(n + 2) in both groups.
 *
 * Source: Agresti & Caffo (2000), The American Statistician 54, 280–288.
 *
 * @returns limits of first share − reference share
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example agrestiCaffoInterval({ count: 56, total: 70 }, { count: 48, total: 80 }) // { low: 0.05245…, high: 0.33575… }
 */
export function agrestiCaffoInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  return waldDifferenceInterval(addOne(first), addOne(reference), { level });
}

function addOne({ count, total }: Proportion): Proportion {
  return { count: count + 1, total: total + 2 };
}
