/** What one row can say about the direction in which its fitted value may run off without end. */
export type Bound = "none" | "below" | "above";

/** The numbers one pass over the rows works on; all as long as there are rows. */
export type Rows = {
  readonly y: Float64Array;
  /** Prior weights: trials for shares, 1 for counts unless cells were merged. */
  readonly prior: Float64Array;
  /** The linear predictor, offset included. */
  readonly linear: Float64Array;
  readonly fitted: Float64Array;
  /** Working weights: the expected information each row carries on its linear predictor. */
  readonly weight: Float64Array;
  /** The observed information instead, which steps are made with; the same list where the two are equal. */
  readonly curvature: Float64Array;
  /** Derivative of the log-likelihood in the linear predictor: what is multiplied by a row of X to give its score. */
  readonly score: Float64Array;
};

/** A distribution with its link, as loops over typed arrays. */
export type RegressionFamily = {
  readonly name: "poisson" | "logistic" | "negative-binomial";
  /** Whether observed and expected information differ. */
  readonly hasCurvature: boolean;
  /** A first linear predictor from the outcome alone. */
  readonly start: (y: Float64Array, prior: Float64Array, into: Float64Array) => void;
  /** Fills fitted, weight and score from the linear predictor and returns the deviance. */
  readonly evaluate: (rows: Rows) => number;
  /** Where a row's fitted value may go in the limit: toward the end of the scale on which its outcome already lies. */
  readonly bound: (y: number) => Bound;
};

/**
 * Lists for the rows of a problem, the linear predictor still 0.
 *
 * @example emptyRows({ hasCurvature: false }, { y: Float64Array.of(1, 3), prior: Float64Array.of(1, 1) }) // { linear: [0, 0] }
 */
export function emptyRows(
  family: Pick<RegressionFamily, "hasCurvature">,
  { y, prior }: { readonly y: Float64Array; readonly prior: Float64Array },
): Rows {
  const fresh = (): Float64Array => new Float64Array(y.length);
  const weight = fresh();
  const curvature = family.hasCurvature ? fresh() : weight;
  return { y, prior, linear: fresh(), fitted: fresh(), weight, curvature, score: fresh() };
}
