import type { Interval } from "@evenhand/standard";
import { gammaQuantile } from "../functions/gamma-quantile.ts";
import { checkLevel } from "./event-rate.ts";

/**
 * Exact confidence interval for the mean of a Poisson count: [Γ⁻¹(α/2; x), Γ⁻¹(1 − α/2; x + 1)]. Covers the truth at
 * least as often as its level says, and more often for small counts. Not for counts of events that come in clusters.
 *
 * Source: Garwood (1936), Biometrika 28, 437–442.
 *
 * @param count events, at least 0
 * @param options level, 0.95 if absent
 * @returns interval of the expected count, in events
 * @throws RangeError if the count is negative or the level is outside (0, 1)
 * @example garwoodInterval(0) // { low: 0, high: 3.688879454113… }
 * @example garwoodInterval(10) // { low: 4.7953886961…, high: 18.390356042… }
 */
export function garwoodInterval(count: number, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  if (!(count >= 0)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  const p = (1 - checkLevel(level)) / 2;
  return {
    low: count === 0 ? 0 : gammaQuantile(p, { shape: count }),
    high: gammaQuantile(p, { shape: count + 1, tail: "upper" }),
  };
}
