import type { Interval } from "@evenhand/standard";
import { type GammaOptions, gammaQuantile } from "../functions/gamma-quantile.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";
import { type WeightedRate, type WeightedStratum, weightedRate } from "./weighted-rate.ts";

/** @see directlyStandardisedRate */
export type StandardisedRate = {
  readonly rate: number;
  readonly interval: Interval;
  readonly standardError: number;
  /** The group's rate over its own exposure. */
  readonly crudeRate: number;
};

/**
 * The rate a group would have if its people were spread over strata, such as ages, like a standard population, with
 * the gamma interval. Comparable between groups that use the same standard. Not below about 20 events in all, where
 * one event in a thin stratum can dominate: use {@link indirectlyStandardisedRatio}.
 *
 * Formula: y = Σwᵢxᵢ/nᵢ, v = Σwᵢ²xᵢ/nᵢ²; low = v/(2y)·χ²(α/2; 2y²/v),
 * high = (v + w²)/(2(y + w))·χ²(1 − α/2; 2(y + w)²/(v + w²)) with w the largest wᵢ/nᵢ.
 *
 * Source: Fay & Feuer (1997), Statistics in Medicine 16, 791–801.
 *
 * @param options `per` is the exposure the rates are given for, such as 1,000 people; 1 by default
 * @returns a refusal if a stratum with weight has no exposure
 * @throws RangeError if a number is not finite, a weight is negative, or the level or `per` is out of range
 * @example directlyStandardisedRate([
 *   { count: 0, exposure: 100, weight: 3 },
 *   { count: 1, exposure: 250, weight: 4 },
 *   { count: 0, exposure: 80, weight: 2 },
 * ], { per: 1000 }) // { rate: 1.77777…, interval: { low: 0.045009…, high: 14.7276… }, crudeRate: 2.32558… }
 */
export function directlyStandardisedRate(
  strata: readonly WeightedStratum[],
  { level = 0.95, per = 1 }: IntervalOptions & { readonly per?: number } = {},
): StandardisedRate | Refusal {
  levelScore(level);
  if (!(per > 0 && per < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid per; must be positive: ${per}`);
  const weighted = weightedRate(strata);
  if (isRefusal(weighted)) return weighted;
  const { low, high } = fayFeuerInterval(weighted, { level });
  return {
    rate: weighted.rate * per,
    interval: { low: low * per, high: high * per },
    standardError: Math.sqrt(weighted.variance) * per,
    crudeRate: crudeRate(strata) * per,
  };
}

/**
 * Gamma interval for a weighted sum of Poisson counts. Covers at least its level in all known cases, and is wide when
 * one weight is much larger than the rest.
 *
 * Source: Fay & Feuer (1997), Statistics in Medicine 16, 791–801.
 *
 * @throws RangeError if the level is not between 0 and 1
 * @example fayFeuerInterval({ rate: 0, variance: 0, largestStep: 0.001 }) // { low: 0, high: 0.0036888… }
 */
export function fayFeuerInterval(
  { rate, variance, largestStep }: WeightedRate,
  { level = 0.95 }: IntervalOptions = {},
): Interval {
  levelScore(level);
  const tail = (1 - level) / 2;
  const widened = { rate: rate + largestStep, variance: variance + largestStep ** 2 };
  return {
    low: rate === 0 ? 0 : gammaQuantile(tail, matchedGamma({ rate, variance })),
    high: gammaQuantile(tail, { ...matchedGamma(widened), tail: "upper" }),
  };
}

/** The gamma distribution with this mean and variance. */
function matchedGamma({ rate, variance }: Pick<WeightedRate, "rate" | "variance">): GammaOptions {
  return { shape: rate ** 2 / variance, rate: rate / variance };
}

function crudeRate(strata: readonly WeightedStratum[]): number {
  const count = strata.reduce((sum, stratum) => sum + stratum.count, 0);
  return count / strata.reduce((sum, stratum) => sum + stratum.exposure, 0);
}
