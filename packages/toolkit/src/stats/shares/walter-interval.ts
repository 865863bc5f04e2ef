import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { katzInterval } from "./katz-interval.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Interval for the ratio of two shares after adding half an event, and half a person, to each group; it exists where a
 * count is 0. Not the first choice: it may leave out the ratio itself. Prefer {@link koopmanInterval}.
 *
 * Formula: {@link katzInterval} of (x + ½)/(n + ½) in both groups.
 *
 * Source: Walter (1976), Biometrika 63, 206–207; Pettigrew, Gart & Thomas (1986), Biometrika 73, 425–435.
 *
 * @returns limits of the ratio first : reference
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example walterInterval({ count: 0, total: 20 }, { count: 3, total: 25 }) // { low: 0.0097231…, high: 3.2476… }
 */
export function walterInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  return katzInterval(addHalf(first), addHalf(reference), { level });
}

function addHalf({ count, total }: Proportion): Proportion {
  return { count: count + 0.5, total: total + 0.5 };
}
