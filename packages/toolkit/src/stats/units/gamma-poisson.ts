import { isRefusal, type Refusal } from "../refusal.ts";
import { gammaPoissonFit, type NoHeterogeneity } from "./gamma-poisson-fit.ts";
import { type GammaPosterior, gammaPosterior, probabilityRateAbove } from "./gamma-posterior.ts";
import type { UnitCount } from "./unit-count.ts";

/** @see gammaPoisson */
export type GammaPoisson = {
  /** Shape of the spread of rates among units: 1/shape is their squared coefficient of variation. */
  readonly shape: number;
  /** Mean rate of units, per unit of exposure. */
  readonly meanRate: number;
  readonly units: readonly ShrunkenUnit[];
};

/** What one unit's count says once its chance variation is allowed for. */
export type ShrunkenUnit = GammaPosterior & {
  /** Probability that the underlying rate exceeds the chosen multiple of the mean rate, 0–1. */
  readonly probabilityAboveMultiple: number;
};

/**
 * Underlying rates of many units, each pulled towards the mean of all by as much as its own numbers are uncertain
 * (empirical Bayes). Stops a unit with one event in three contacts from heading the list. Not a ranking and not for
 * naming officers; the intervals do not include the uncertainty of the spread itself, so use a bootstrap below 20
 * units.
 *
 * Formula: count ~ Poisson(λ·exposure), λ ~ Gamma(a, a/m); (a, m) by maximum likelihood, then
 * λ | count ~ Gamma(a + count, a/m + exposure).
 *
 * Source: Clayton & Kaldor (1987), Biometrics 43, 671–681.
 *
 * @param units counts and exposures
 * @param options.level of the intervals
 * @param options.multiple of the mean rate, for the probability of being above it
 * @returns `no_heterogeneity` with the common rate where units differ no more than chance would make them;
 *   `too_few_units`, `no_exposure` or `no_events`
 * @throws RangeError if a count or exposure is negative, the level outside (0, 1) or the multiple negative
 * @example gammaPoisson([{ count: 9, exposure: 1 }, { count: 10, exposure: 1 }]) // { reason: "no_heterogeneity", meanRate: 9.5 }
 */
export function gammaPoisson(
  units: readonly UnitCount[],
  { level = 0.95, multiple = 1.5 } = {},
): GammaPoisson | NoHeterogeneity | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  if (!(multiple >= 0)) throw new RangeError(`invalid multiple; must not be negative: ${multiple}`);
  const prior = gammaPoissonFit(units);
  if (isRefusal(prior)) return prior;
  const meanRate = prior.shape / prior.rate;
  return {
    shape: prior.shape,
    meanRate,
    units: units.map((unit) => ({
      ...gammaPosterior(unit, prior, { level }),
      probabilityAboveMultiple: probabilityRateAbove(multiple * meanRate, unit, prior),
    })),
  };
}
