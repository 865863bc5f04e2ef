import type { Refusal } from "../refusal.ts";

/** Events and exposure of one group in one stratum, and the stratum's weight in the standard, on any scale. */
export type WeightedStratum = { readonly count: number; readonly exposure: number; readonly weight: number };

/** @see weightedRate */
export type WeightedRate = {
  readonly rate: number;
  readonly variance: number;
  /** Largest wᵢ/nᵢ: what one further event could add to the rate. */
  readonly largestStep: number;
};

/**
 * The rate a group would have if its exposure were spread over strata like the standard, with its Poisson variance.
 * Not an answer to publish: use {@link directlyStandardisedRate}, which adds the interval. Strata of weight 0 do not
 * count.
 *
 * Formula: y = Σwᵢxᵢ/nᵢ and v = Σwᵢ²xᵢ/nᵢ², the weights summing to 1.
 *
 * Source: Fay & Feuer (1997), Statistics in Medicine 16, 791–801.
 *
 * @returns a refusal if a stratum with weight has no exposure
 * @throws RangeError if a number is not finite, a weight is negative or all weights are 0
 * @example weightedRate([{ count: 0, exposure: 100, weight: 1 }, { count: 5, exposure: 100, weight: 3 }]) // { rate: 0.0375 }
 */
export function weightedRate(strata: readonly WeightedStratum[]): WeightedRate | Refusal {
  const totalWeight = strata.reduce((sum, { weight }) => sum + checkWeight(weight), 0);
  if (!(totalWeight > 0)) throw new RangeError(`invalid weights; one at least must be positive: ${totalWeight}`);
  let [rate, variance, largestStep] = [0, 0, 0];
  for (const { count, exposure, weight } of strata) {
    if (!Number.isFinite(count)) throw new RangeError(`invalid count; must be a finite number: ${count}`);
    if (!Number.isFinite(exposure)) throw new RangeError(`invalid exposure; must be a finite number: ${exposure}`);
    if (count < 0 || exposure < 0) return { reason: "negative_input" };
    if (weight === 0) continue;
    if (exposure === 0) return { reason: "no_exposure", detail: "a stratum of the standard holds nobody" };
    const step = weight / totalWeight / exposure;
    rate += step * count;
    variance += step ** 2 * count;
    largestStep = Math.max(largestStep, step);
  }
  return { rate, variance, largestStep };
}

function checkWeight(weight: number): number {
  if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY))
    throw new RangeError(`invalid weight; must be finite and not negative: ${weight}`);
  return weight;
}
