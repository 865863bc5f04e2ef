import type { Interval } from "@evenhand/standard";
import { fQuantile, fTail } from "../functions/f-tail.ts";
import type { Refusal } from "../refusal.ts";
import { checkLevel, type Events, refusePair } from "./event-rate.ts";

/** What is believed of a rate ratio after the counts, having had no opinion before. */
export type RateRatioPosterior = {
  readonly median: number;
  /** Equal tails. */
  readonly interval: Interval;
  /** Probability that the group's rate is the higher one. */
  readonly probabilityAboveOne: number;
};

/** Level of the interval (0.95), and how quantiles of F are found (exactly). */
export type PosteriorOptions = {
  readonly level?: number;
  readonly quantile?: (p: number, d1: number, d2: number) => number;
};

/**
 * Posterior distribution of the ratio of two Poisson rates under Jeffreys' prior for each:
 * RR ~ ((x₁ + ½)/t₁) / ((x₀ + ½)/t₀) · F(2x₁ + 1, 2x₀ + 1). It says how probable it is that one rate is higher, which a
 * p value does not. Finite with counts of 0. Not where earlier knowledge should count, and not for clustered events.
 *
 * Source: Jeffreys (1946), Proceedings of the Royal Society A 186, 453–461; Price & Bonett (2000), Journal of Statistical
 * Computation and Simulation 67, 101–111 (Bayesian interval of a ratio of Poisson rates).
 *
 * @returns posterior, or why there is none
 * @throws RangeError if a count is not whole, a number is not finite or the level is outside (0, 1)
 * @example rateRatioPosterior({ count: 15, exposure: 1000 }, { count: 5, exposure: 1000 }) // { median: 2.9333785…, probabilityAboveOne: 0.988596… }
 */
export function rateRatioPosterior(
  group: Events,
  reference: Events,
  { level = 0.95, quantile = fQuantile }: PosteriorOptions = {},
): RateRatioPosterior | Refusal {
  const p = (1 - checkLevel(level)) / 2;
  const refusal = refusePair(group, reference);
  if (refusal !== undefined) return refusal;
  const scale = ((group.count + 0.5) / (reference.count + 0.5)) * (reference.exposure / group.exposure);
  const above = 2 * group.count + 1;
  const below = 2 * reference.count + 1;
  return {
    median: scale * quantile(0.5, above, below),
    interval: { low: scale * quantile(p, above, below), high: scale * quantile(1 - p, above, below) },
    probabilityAboveOne: fTail(1 / scale, above, below),
  };
}
