import { choleskyFactor, choleskyInverse } from "../matrices/cholesky.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import type { Refusal } from "../refusal.ts";
import type { GlmFailure, GlmSolution } from "./fit-glm.ts";
import { informationCriteria } from "./model-comparison.ts";
import { placeCoefficients, placeCovariance } from "./place-coefficients.ts";
import type { RegressionFit } from "./regression-fit.ts";

/** What the family adds to a solution to make it a fit. */
export type FamilySummary = {
  readonly family: RegressionFit["family"];
  readonly nullDeviance: number | null;
  readonly logLikelihood: number | null;
  /** Parameters beside the coefficients, such as theta. */
  readonly furtherParameters: number;
  /** Variance of a row of weight 1 at its fitted value. */
  readonly variance: (fitted: number) => number;
  /** Factor on the covariance; "pearson" takes it from the residuals. */
  readonly dispersion: "one" | "pearson";
};

/**
 * Covariance, degrees of freedom and information criteria of a solved regression. Internal to the regressions.
 *
 * @throws nothing; a solution whose information cannot be inverted is a refusal
 * @example summariseSolution({ rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, { kind: "solved", conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [], turn: undefined }, coefficients: Float64Array.of(Math.log(2)), rows: { y: Float64Array.of(1, 3), prior: Float64Array.of(1, 1), fitted: Float64Array.of(2, 2), weight: Float64Array.of(2, 2) }, deviance: 1, iterations: 4 }, { family: "poisson", nullDeviance: 1, logLikelihood: -3, furtherParameters: 0, variance: (mean) => mean, dispersion: "one" }) // { standardErrors: [0.5], pearson: 1, aic: 8 }
 */
export function summariseSolution(
  design: DesignMatrix,
  solution: GlmSolution,
  summary: FamilySummary,
): RegressionFit | Refusal {
  const { conditioned, rows } = solution;
  const size = conditioned.kept.length;
  const inverse = invertInformation(solution);
  if (inverse === undefined) return { reason: "not_converged", detail: "the information vanishes" };
  const observations = rows.prior.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
  const degreesResidual = observations - size;
  const pearson = pearsonChiSquare(solution, summary.variance);
  const dispersion = degreesResidual > 0 ? pearson / degreesResidual : Number.POSITIVE_INFINITY;
  if (summary.dispersion === "pearson" && degreesResidual <= 0)
    return { reason: "too_few_units", detail: "no degrees of freedom are left to measure the dispersion" };
  const scale = summary.dispersion === "pearson" ? dispersion : 1;
  const { logLikelihood } = summary;
  const basis = { conditioned, inverse };
  return {
    family: summary.family,
    columns: design.columns,
    coefficients: placeCoefficients(design, conditioned, solution.coefficients),
    ...placeCovariance(design, basis, { inner: inverse, scale }),
    aliased: conditioned.aliased.map((column) => design.columns[column] as string),
    estimated: conditioned.kept,
    fitted: rows.fitted,
    linearPredictor: rows.linear,
    deviance: solution.deviance,
    nullDeviance: summary.nullDeviance,
    degreesResidual,
    degreesNull: observations - (constantColumn(design) ? 1 : 0),
    logLikelihood,
    ...criteria(logLikelihood, size + summary.furtherParameters, design.rows),
    pearson,
    dispersion,
    iterations: solution.iterations,
    design,
    observations,
    scores: rows.score,
    workingWeights: rows.weight,
    basis,
  };
}

/**
 * Whether one of the columns is the intercept: the same number, not 0, in every row.
 *
 * @example constantColumn({ rows: 2, columns: ["x"], values: Float64Array.of(0, 1) }) // false
 */
export function constantColumn({ rows, columns, values }: DesignMatrix): boolean {
  return columns.some((_, column) => {
    const first = values[column * rows] as number;
    if (first === 0) return false;
    for (let at = column * rows; at < (column + 1) * rows; at += 1) if (values[at] !== first) return false;
    return true;
  });
}

/**
 * The refusal that a failed fit stands for.
 *
 * @example refuseFit({ kind: "separated", columns: ["g"] }) // { reason: "separated", detail: "g" }
 */
export function refuseFit(failure: GlmFailure): Refusal {
  if (failure.kind === "not_converged") return { reason: "not_converged", detail: failure.detail };
  return { reason: "separated", detail: failure.columns.join(", ") };
}

function criteria(logLikelihood: number | null, parameters: number, rows: number): Pick<RegressionFit, "aic" | "bic"> {
  if (logLikelihood === null) return { aic: null, bic: null };
  return informationCriteria({ logLikelihood, parameters }, rows);
}

function invertInformation({ conditioned, rows }: GlmSolution): Float64Array | undefined {
  const information = weightedCrossProduct(conditioned.values, conditioned.rows, rows.weight);
  const factor = choleskyFactor(information, conditioned.kept.length);
  return factor === undefined ? undefined : choleskyInverse(factor);
}

function pearsonChiSquare({ rows }: GlmSolution, variance: (fitted: number) => number): number {
  let sum = 0;
  for (let row = 0; row < rows.y.length; row += 1) {
    const fitted = rows.fitted[row] as number;
    const residual = (rows.y[row] as number) - fitted;
    if (residual !== 0) sum += ((rows.prior[row] as number) * residual * residual) / variance(fitted);
  }
  return sum;
}
