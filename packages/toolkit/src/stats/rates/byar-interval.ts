import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";
import { checkLevel } from "./event-rate.ts";

/**
 * Byar's approximation of the exact interval for the mean of a Poisson count:
 * x (1 − 1/(9x) − z/(3√x))³ and (x + 1)(1 − 1/(9(x + 1)) + z/(3√(x + 1)))³. Can be done by hand, so it serves to check.
 * Not for publishing: {@link garwoodInterval} is exact.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research II, IARC, p. 69.
 *
 * @param count events, at least 0
 * @param options level, 0.95 if absent
 * @returns interval of the expected count, in events
 * @throws RangeError if the count is negative or the level is outside (0, 1)
 * @example byarInterval(10) // { low: 4.7874499139…, high: 18.391458605… }
 */
export function byarInterval(count: number, { level = 0.95 }: { readonly level?: number } = {}): Interval {
  if (!(count >= 0)) throw new RangeError(`invalid count; must not be negative: ${count}`);
  const z = -normalQuantile((1 - checkLevel(level)) / 2);
  const limit = (x: number, distance: number) => x * (1 - 1 / (9 * x) + distance / (3 * Math.sqrt(x))) ** 3;
  return { low: count === 0 ? 0 : Math.max(0, limit(count, -z)), high: limit(count + 1, z) };
}
