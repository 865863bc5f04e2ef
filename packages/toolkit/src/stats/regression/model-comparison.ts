import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { fTail } from "../functions/f-tail.ts";
import { choleskyFactor, choleskySolve } from "../matrices/cholesky.ts";
import type { Refusal } from "../refusal.ts";

/** A fitted model as its likelihood and how many parameters it has. */
export type ModelLikelihood = { readonly logLikelihood: number; readonly parameters: number };

/** A statistic with its degrees of freedom and p value. */
export type ComparisonTest = { readonly statistic: number; readonly degrees: number; readonly p: number };

/**
 * Likelihood-ratio test of a model against a larger one that contains it. Not for models that do not contain each
 * other, not for quasi-likelihoods ({@link quasiTest}), not to choose what to adjust for.
 *
 * Source: Wilks (1938), Annals of Mathematical Statistics 9, 60–62.
 *
 * @returns a refusal "aliased" if the larger model has no further parameter
 * @example likelihoodRatioTest({ logLikelihood: -12, parameters: 1 }, { logLikelihood: -10, parameters: 2 }) // { statistic: 4, degrees: 1, p: 0.0455002638… }
 */
export function likelihoodRatioTest(smaller: ModelLikelihood, larger: ModelLikelihood): ComparisonTest | Refusal {
  const degrees = larger.parameters - smaller.parameters;
  if (!(degrees > 0)) return { reason: "aliased", detail: "the larger model has no further parameter" };
  const statistic = 2 * (larger.logLikelihood - smaller.logLikelihood);
  return { statistic, degrees, p: chiSquareTail(Math.max(0, statistic), degrees) };
}

/**
 * Wald test that several coefficients are all 0: bᵀ·V⁻¹·b. With a robust covariance it needs no likelihood.
 *
 * Source: Wald (1943), Trans. American Mathematical Society 54, 426–482.
 *
 * @param coefficients the tested block
 * @param covariance of these coefficients
 * @returns a refusal "aliased" if the covariance cannot be inverted
 * @throws RangeError if the block is empty or the covariance has another size
 * @example waldTest([2], [[4]]) // { statistic: 1, degrees: 1, p: 0.317310507… }
 */
export function waldTest(
  coefficients: readonly number[],
  covariance: readonly (readonly number[])[],
): ComparisonTest | Refusal {
  const degrees = coefficients.length;
  if (degrees === 0) throw new RangeError("invalid coefficients; must be at least one: 0");
  if (covariance.length !== degrees || covariance.some((row) => row.length !== degrees))
    throw new RangeError(`invalid covariance; must be ${degrees} by ${degrees}: ${covariance.length}`);
  const factor = choleskyFactor(Float64Array.from(covariance.flat()), degrees);
  if (factor === undefined) return { reason: "aliased", detail: "the covariance cannot be inverted" };
  const solution = choleskySolve(factor, Float64Array.from(coefficients));
  const statistic = coefficients.reduce((sum, value, index) => sum + value * (solution[index] as number), 0);
  return { statistic, degrees, p: chiSquareTail(statistic, degrees) };
}

/**
 * F test for overdispersed counts: the likelihood ratio of the Poisson fits over its degrees of freedom and over the
 * dispersion of the larger model.
 *
 * Source: McCullagh & Nelder (1989), 9; Venables & Ripley (2002), 7.5.
 *
 * @param options dispersion of the larger model, and how many rows there are
 * @returns a refusal "aliased" as for the likelihood ratio, "too_few_units" where no degrees of freedom are left
 * @throws RangeError if the dispersion is not positive
 * @example quasiTest({ logLikelihood: -12, parameters: 1 }, { logLikelihood: -10, parameters: 2 }, { dispersion: 2, observations: 12 }) // { statistic: 2, degrees: 1, p: 0.187669… }
 */
export function quasiTest(
  smaller: ModelLikelihood,
  larger: ModelLikelihood,
  { dispersion, observations }: { readonly dispersion: number; readonly observations: number },
): ComparisonTest | Refusal {
  if (!(dispersion > 0)) throw new RangeError(`invalid dispersion; must be positive: ${dispersion}`);
  const ratio = likelihoodRatioTest(smaller, larger);
  if ("reason" in ratio) return ratio;
  const rest = observations - larger.parameters;
  if (!(rest > 0)) return { reason: "too_few_units", detail: `${observations} rows` };
  const statistic = ratio.statistic / ratio.degrees / dispersion;
  return { statistic, degrees: ratio.degrees, p: fTail(Math.max(0, statistic), ratio.degrees, rest) };
}

/**
 * Akaike's criterion −2ℓ + 2k, and the Bayesian one −2ℓ + k ln n. Smaller is better; never a reason to leave out
 * something that must be adjusted for.
 *
 * Source: Burnham & Anderson (2002), Model Selection and Multimodel Inference.
 *
 * @example informationCriteria({ logLikelihood: -10, parameters: 2 }, 1) // { aic: 24, bic: 20 }
 */
export function informationCriteria(
  { logLikelihood, parameters }: ModelLikelihood,
  observations: number,
): { readonly aic: number; readonly bic: number } {
  return {
    aic: -2 * logLikelihood + 2 * parameters,
    bic: -2 * logLikelihood + Math.log(observations) * parameters,
  };
}

/**
 * Akaike's criterion for overdispersed counts: −2ℓ / dispersion + 2 (k + 1).
 *
 * Source: Burnham & Anderson (2002), 2.5.
 *
 * @throws RangeError if the dispersion is not positive
 * @example quasiInformationCriterion({ logLikelihood: -10, parameters: 2 }, 2) // 16
 */
export function quasiInformationCriterion({ logLikelihood, parameters }: ModelLikelihood, dispersion: number): number {
  if (!(dispersion > 0)) throw new RangeError(`invalid dispersion; must be positive: ${dispersion}`);
  return (-2 * logLikelihood) / dispersion + 2 * (parameters + 1);
}
