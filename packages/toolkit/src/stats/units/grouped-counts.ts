import { multiplyColumns } from "../matrices/multiply.ts";

/** Counts with their predictors, sorted so that the rows of a group stand together. */
export type GroupedCounts = {
  readonly counts: Float64Array;
  readonly offset: Float64Array;
  /** Predictors, column after column. */
  readonly design: Float64Array;
  readonly columns: number;
  /** First row of each group, and the number of rows at the end. */
  readonly starts: Int32Array;
};

/** A point at which a hierarchical model is judged. */
export type HierarchicalPoint = {
  readonly coefficients: Float64Array;
  /** Standard deviation of the groups' effects. */
  readonly groupDeviation: number;
  /** Standard deviation of the rows' own effects; 0 where the model has none. */
  readonly rowDeviation: number;
};

/** Random effects in units of their standard deviation, kept from one point to the next as a starting place. */
export type StandardEffects = {
  readonly groups: Float64Array;
  readonly rows: Float64Array;
  /** Expected counts at these effects. */
  readonly means: Float64Array;
};

/**
 * Offset plus fixed effects of every row, before its random effects.
 *
 * @example fixedPart({
 *   counts: Float64Array.of(4), offset: Float64Array.of(1), design: Float64Array.of(2), columns: 1,
 *   starts: Int32Array.of(0, 1),
 * }, Float64Array.of(3)) // { 0: 7 }
 */
export function fixedPart({ design, offset }: GroupedCounts, coefficients: Float64Array): Float64Array {
  const sums = multiplyColumns(design, coefficients, new Float64Array(offset.length));
  for (let row = 0; row < sums.length; row++) sums[row] = (sums[row] as number) + (offset[row] as number);
  return sums;
}
