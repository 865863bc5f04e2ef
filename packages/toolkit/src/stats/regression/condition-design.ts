import { choleskyFactor } from "../matrices/cholesky.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { pivotedQr } from "../matrices/pivoted-qr.ts";
import { invertUpper } from "../matrices/triangles.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";

/** A design made safe to calculate with: no dependent columns, and none that nearly depend on each other. */
export type ConditionedDesign = {
  readonly rows: number;
  /** Column after column, as many as `kept`. */
  readonly values: Float64Array;
  /** Which columns of the design have a coefficient. */
  readonly kept: readonly number[];
  readonly aliased: readonly number[];
  /** Upper triangle T with `values` = kept columns · T, row after row; undefined where the columns are taken as they are. */
  readonly turn: Float64Array | undefined;
};

const safePivot = 1e-8;

/**
 * Decides which columns have a coefficient of their own (R's rule, 1e-7 of the column's length, the later column is
 * dropped) and turns the rest into nearly orthogonal columns where squaring them would lose digits.
 *
 * A Cholesky factor of XᵀWX settles the common case; only where that is in doubt is the full QR made.
 *
 * @param weights one per row, from the starting values of the fit
 * @example conditionDesign({ rows: 2, columns: ["a", "b"], values: Float64Array.of(1, 1, 2, 2) }, Float64Array.of(1, 1)) // { kept: [0], aliased: [1] }
 */
export function conditionDesign(design: DesignMatrix, weights: Float64Array): ConditionedDesign {
  const { rows, values, columns } = design;
  const every = columns.map((_, index) => index);
  if (isSafe(values, rows, weights)) return { rows, values, kept: every, aliased: [], turn: undefined };

  const weighted = values.slice();
  for (let column = 0; column < columns.length; column += 1)
    for (let row = 0; row < rows; row += 1)
      weighted[column * rows + row] = (values[column * rows + row] as number) * Math.sqrt(weights[row] as number);
  const { kept, dependent, upper } = pivotedQr(weighted, rows);
  const independent = new Float64Array(rows * kept.length);
  kept.forEach((column, place) => {
    independent.set(values.subarray(column * rows, (column + 1) * rows), place * rows);
  });
  if (isSafe(independent, rows, weights))
    return { rows, values: independent, kept, aliased: dependent, turn: undefined };
  const turn = invertUpper(upper, kept.length);
  return { rows, values: turnColumns(independent, rows, upper), kept, aliased: dependent, turn };
}

function isSafe(values: Float64Array, rows: number, weights: Float64Array): boolean {
  const size = values.length / rows;
  if (size > rows) return false;
  const factor = choleskyFactor(weightedCrossProduct(values, rows, weights), size);
  return factor !== undefined && factor.smallestPivot > safePivot;
}

/**
 * X·R⁻¹ by substitution, row by row, which is exact to the last digits where multiplying by an inverse is not.
 *
 * @param upper the triangle R, row after row, as wide as there are columns
 * @example turnColumns(Float64Array.of(1, 3), 2, Float64Array.of(2)) // { 0: 0.5, 1: 1.5 }
 */
export function turnColumns(values: Float64Array, rows: number, upper: Float64Array): Float64Array {
  const size = values.length / rows;
  const turned = values.slice();
  for (let column = 0; column < size; column += 1) {
    for (let k = 0; k < column; k += 1) {
      const factor = upper[k * size + column] as number;
      for (let row = 0; row < rows; row += 1)
        turned[column * rows + row] =
          (turned[column * rows + row] as number) - factor * (turned[k * rows + row] as number);
    }
    const diagonal = upper[column * size + column] as number;
    for (let row = 0; row < rows; row += 1)
      turned[column * rows + row] = (turned[column * rows + row] as number) / diagonal;
  }
  return turned;
}

/**
 * Coefficients of the kept columns from those of the conditioned ones.
 *
 * @example turnBack({ rows: 1, values: Float64Array.of(1), kept: [0], aliased: [], turn: Float64Array.of(2) }, Float64Array.of(3)) // { 0: 6 }
 */
export function turnBack({ kept, turn }: ConditionedDesign, coefficients: Float64Array): Float64Array {
  if (turn === undefined) return coefficients;
  const size = kept.length;
  return Float64Array.from(kept, (_, row) => {
    let sum = 0;
    for (let k = row; k < size; k += 1) sum += (turn[row * size + k] as number) * (coefficients[k] as number);
    return sum;
  });
}
