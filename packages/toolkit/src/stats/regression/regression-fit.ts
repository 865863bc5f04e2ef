import type { DesignMatrix } from "../matrices/design-matrix.ts";
import type { ConditionedDesign } from "./condition-design.ts";

/** What a regression found. Lists run in the order of the columns; an aliased column has null everywhere. */
export type RegressionFit = {
  readonly family: "poisson" | "quasi-poisson" | "logistic" | "negative-binomial";
  readonly columns: readonly string[];
  /** On the log scale for counts, the log-odds scale for shares. */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  readonly covariance: readonly (readonly (number | null)[])[];
  /** Columns without a coefficient of their own, because earlier columns already say the same. */
  readonly aliased: readonly string[];
  /** Indexes of the columns that have one. */
  readonly estimated: readonly number[];
  /** Expected counts, or shares 0–1. */
  readonly fitted: Float64Array;
  readonly linearPredictor: Float64Array;
  readonly deviance: number;
  readonly nullDeviance: number | null;
  readonly degreesResidual: number;
  readonly degreesNull: number;
  /** Null for quasi-Poisson, which has no likelihood. */
  readonly logLikelihood: number | null;
  readonly aic: number | null;
  /** With the number of rows as R counts it, rows of weight 0 included. */
  readonly bic: number | null;
  /** Pearson's chi-square: squared residuals over their variance. */
  readonly pearson: number;
  /** Pearson's chi-square over the residual degrees of freedom; Infinity where there are none. */
  readonly dispersion: number;
  readonly iterations: number;
  /** Negative binomial only: variance = mean + mean² / theta. */
  readonly theta?: number;
  readonly thetaError?: number;
  /** "poisson" where a negative binomial was asked for and the counts do not scatter more than Poisson counts. */
  readonly fallback?: "poisson";
  readonly design: DesignMatrix;
  /** Rows with a prior weight above 0. */
  readonly observations: number;
  /** One per row: what is multiplied by the row's predictors to give its score. */
  readonly scores: Float64Array;
  /** One per row: its information on the linear predictor. */
  readonly workingWeights: Float64Array;
  readonly basis: FitBasis;
};

/** The columns a fit was calculated in and the inverse of their information, row after row, without any dispersion. */
export type FitBasis = { readonly conditioned: ConditionedDesign; readonly inverse: Float64Array };

/** What robust errors need of a fit: of a regression for counts or shares, or of least squares. */
export type ScoredFit = Pick<RegressionFit, "design" | "observations" | "scores" | "workingWeights" | "basis">;

/** A covariance of coefficients in the order of the columns; null where a column is aliased. */
export type CoefficientCovariance = {
  readonly covariance: readonly (readonly (number | null)[])[];
  readonly standardErrors: readonly (number | null)[];
};
