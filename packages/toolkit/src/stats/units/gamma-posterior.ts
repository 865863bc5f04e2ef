import type { Interval } from "@evenhand/standard";
import { gammaQuantile } from "../functions/gamma-quantile.ts";
import { gammaTail } from "../functions/gamma-tail.ts";
import { checkUnits, type UnitCount } from "./unit-count.ts";

/** A gamma distribution of rates: mean shape/rate, and `rate` counts as exposure already seen. */
export type GammaPrior = { readonly shape: number; readonly rate: number };

/** @see gammaPosterior */
export type GammaPosterior = {
  readonly mean: number;
  readonly median: number;
  readonly interval: Interval;
  /** Weight of the unit's own rate in the mean, 0–1; the rest is the prior's. */
  readonly ownWeight: number;
};

/**
 * What a unit's count says about its underlying rate, given how rates are spread among units in general. Small
 * exposure pulls the mean towards the prior's. Not honest about a prior that was estimated from few units: use the
 * bootstrap below 20.
 *
 * Formula: count ~ Poisson(λ·exposure), λ ~ Gamma(shape, rate) ⇒ λ | count ~ Gamma(shape + count, rate + exposure).
 *
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, section 2.6.
 *
 * @param unit a count of 0 and an exposure of 0 are allowed
 * @param prior shape and rate above 0
 * @param options.level of the interval, with equal tails
 * @throws RangeError if count or exposure is negative, shape or rate not positive, or the level outside (0, 1)
 * @example gammaPosterior({ count: 12, exposure: 100 }, { shape: 2, rate: 40 }) // { mean: 0.1, median: 0.09762… }
 */
export function gammaPosterior(unit: UnitCount, prior: GammaPrior, { level = 0.95 } = {}): GammaPosterior {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { shape, rate } = posterior(unit, prior);
  const outside = (1 - level) / 2;
  return {
    mean: shape / rate,
    median: gammaQuantile(0.5, { shape, rate }),
    interval: { low: gammaQuantile(outside, { shape, rate }), high: gammaQuantile(1 - outside, { shape, rate }) },
    ownWeight: unit.exposure / rate,
  };
}

/**
 * Probability that a unit's underlying rate lies above a limit, given its count and the spread of rates among units.
 * Near 1 asks for a review; it is not a finding, and not the probability that anyone did wrong.
 *
 * Formula: P(λ > limit), λ ~ Gamma(shape + count, rate + exposure).
 *
 * Source: Gelman et al. (2013), Bayesian Data Analysis, 3rd edition, section 2.6.
 *
 * @param limit rate per unit of exposure, not negative
 * @returns probability, 0–1
 * @throws RangeError as {@link gammaPosterior}, or if the limit is negative
 * @example probabilityRateAbove(0.1, { count: 12, exposure: 100 }, { shape: 2, rate: 40 }) // 0.4644…
 */
export function probabilityRateAbove(limit: number, unit: UnitCount, prior: GammaPrior): number {
  if (!(limit >= 0)) throw new RangeError(`invalid limit; must not be negative: ${limit}`);
  const { shape, rate } = posterior(unit, prior);
  return gammaTail(shape, limit * rate);
}

function posterior(unit: UnitCount, prior: GammaPrior): GammaPrior {
  checkUnits([unit]);
  for (const [name, value] of Object.entries(prior))
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be finite and positive: ${value}`);
  return { shape: prior.shape + unit.count, rate: prior.rate + unit.exposure };
}
