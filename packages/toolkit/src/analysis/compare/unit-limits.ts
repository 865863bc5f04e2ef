import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../../stats/functions/normal-tail.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { funnelLimits } from "../../stats/units/funnel-limits.ts";

/**
 * Limits of a funnel for one unit: exact Poisson limits where units differ as chance would have it, else limits widened
 * by how much they differ in general: θ ± z·√(θ/e + τ²), at least 0. The same limits draw the funnel and say which units
 * lie outside it.
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202.
 *
 * @param funnel rate of all units, and the variance of the units' rates beyond chance (0 when there is none)
 * @returns limits as rates
 * @throws RangeError if the exposure is 0
 */
export function unitLimits(
  exposure: number,
  funnel: { readonly target: number; readonly extraVariance: number },
  level: number,
): Interval {
  const { target, extraVariance } = funnel;
  if (extraVariance === 0) {
    const limits = funnelLimits(target, exposure, { level });
    if (isRefusal(limits)) throw new RangeError(`invalid exposure; must be above 0: ${exposure}`);
    return limits;
  }
  const margin = normalQuantile(1 - (1 - level) / 2) * Math.sqrt(target / exposure + extraVariance);
  return { low: Math.max(0, target - margin), high: target + margin };
}
