import type { Interval } from "@evenhand/standard";
import { normalQuantile, normalTail } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";

/** Events of one group and what they are divided by. */
type CountAndExposure = { readonly count: number; readonly exposure: number };

/** @see dispersedRateRatio */
export type DispersedRateRatio = { readonly ratio: number; readonly interval: Interval; readonly p: number };

/**
 * Ratio of two rates whose events come in clusters, so that counts vary more than independent events would: the
 * variance on the log scale is multiplied by a dispersion factor. Formula: log r ± z·√(φ·(1/x₁ + 1/x₀)). Not for
 * independent events with small counts, where the exact interval of a rate ratio serves better, and no better than the
 * dispersion it is given.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 6.2.3 (over-dispersion).
 *
 * @param options.dispersion φ, at least 1
 * @returns a refusal if an exposure or either count is 0
 * @throws RangeError if the dispersion is below 1
 * @example dispersedRateRatio({ count: 80, exposure: 1000 }, { count: 40, exposure: 1000 }, { dispersion: 4 }) // { ratio: 2, interval: { low: 0.9361…, high: 4.2726… }, p: 0.0735… }
 */
export function dispersedRateRatio(
  group: CountAndExposure,
  reference: CountAndExposure,
  options: { readonly dispersion: number; readonly level?: number },
): DispersedRateRatio | Refusal {
  const { dispersion, level = 0.95 } = options;
  if (!(dispersion >= 1)) throw new RangeError(`invalid dispersion; must be at least 1: ${dispersion}`);
  if (!(group.exposure > 0 && reference.exposure > 0)) return { reason: "no_exposure" };
  if (group.count === 0 && reference.count === 0) return { reason: "no_events" };
  if (reference.count === 0) return { reason: "no_reference_events" };
  if (group.count === 0) return { reason: "zero_cell" };
  const ratio = (group.count / group.exposure) * (reference.exposure / reference.count);
  const error = Math.sqrt(dispersion * (1 / group.count + 1 / reference.count));
  const factor = Math.exp(normalQuantile(1 - (1 - level) / 2) * error);
  return { ratio, interval: { low: ratio / factor, high: ratio * factor }, p: normalTail(Math.log(ratio) / error) };
}
