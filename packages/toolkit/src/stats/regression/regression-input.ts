import { type DesignMatrix, requireFinite } from "../matrices/design-matrix.ts";
import type { GlmProblem } from "./fit-glm.ts";

/** What every regression takes. Lists are as long as the design has rows. */
export type RegressionInput = {
  readonly design: DesignMatrix;
  /** Counts, or for the logistic regression shares 0–1. */
  readonly y: ArrayLike<number>;
  /** Added to the linear predictor with coefficient 1: the logarithm of the exposure, for counts. */
  readonly offset?: ArrayLike<number> | undefined;
  /** How much each row counts; for the logistic regression its number of trials. 1 unless given. */
  readonly weights?: ArrayLike<number> | undefined;
};

/**
 * The input as typed arrays of equal length.
 *
 * @throws RangeError if lengths differ, there are no rows, a number is not finite or a weight is negative
 * @example readProblem({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, y: [1, 3] }) // { prior: [1, 1], offset: [0, 0] }
 */
export function readProblem({ design, y, offset, weights }: RegressionInput): GlmProblem {
  const { rows } = design;
  if (rows === 0) throw new RangeError("invalid design; must have rows: 0");
  for (const [name, list] of Object.entries({ y, offset, weights })) {
    if (list === undefined) continue;
    if (list.length !== rows) throw new RangeError(`invalid ${name}; must have ${rows} values: ${list.length}`);
    requireFinite(list, name);
  }
  const prior = weights ? new Float64Array(weights) : new Float64Array(rows).fill(1);
  if (prior.some((weight) => weight < 0)) throw new RangeError("invalid weights; must not be negative");
  return {
    design,
    y: new Float64Array(y),
    offset: offset ? new Float64Array(offset) : new Float64Array(rows),
    prior,
  };
}

/**
 * Refuses outcomes that are not counts.
 *
 * @param whole whether fractions are refused too
 * @throws RangeError if an outcome is negative, or a fraction where only whole numbers will do
 * @example requireCounts(Float64Array.of(0, 3), true) // undefined
 */
export function requireCounts(y: Float64Array, whole: boolean): void {
  for (let row = 0; row < y.length; row += 1) {
    const value = y[row] as number;
    if (value < 0) throw new RangeError(`invalid y; must not be negative: ${value}`);
    if (whole && !Number.isInteger(value)) throw new RangeError(`invalid y; must be whole numbers: ${value}`);
  }
}
