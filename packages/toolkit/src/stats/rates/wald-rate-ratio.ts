import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";

/**
 * Wald confidence interval of the ratio of two Poisson rates: exp(ln RR ± z √(1/x₁ + 1/x₀)). Can be done by hand. Not
 * for publishing where a count is below 20, and impossible where one is 0: use mid-p.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, chapter 3.
 *
 * @param options level, 0.95 if absent
 * @returns interval, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example waldRateRatioInterval({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { low: 1.0903418…, high: 8.2542922… }
 */
export function waldRateRatioInterval(
  group: Events,
  reference: Events,
  { level = 0.95 }: { readonly level?: number } = {},
): Interval | Refusal {
  const z = -normalQuantile((1 - checkLevel(level)) / 2);
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  if (group.count === 0 || reference.count === 0) return { reason: "zero_cell" };
  const ratio = (group.count / reference.count) * (reference.exposure / group.exposure);
  const factor = Math.exp(z * Math.sqrt(1 / group.count + 1 / reference.count));
  return { low: ratio / factor, high: ratio * factor };
}
