import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { sandwichProduct } from "../matrices/multiply.ts";
import { type ConditionedDesign, turnBack } from "./condition-design.ts";
import type { CoefficientCovariance, FitBasis } from "./regression-fit.ts";

/**
 * Coefficients of the conditioned columns as coefficients of the design's columns, null where a column is aliased.
 *
 * @example placeCoefficients({ rows: 2, columns: ["one", "two"], values: Float64Array.of(1, 1, 2, 2) }, { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [1], turn: undefined }, Float64Array.of(3)) // [3, null]
 */
export function placeCoefficients(
  design: DesignMatrix,
  conditioned: ConditionedDesign,
  coefficients: Float64Array,
): readonly (number | null)[] {
  const values = turnBack(conditioned, coefficients);
  return design.columns.map((_, column) => values[conditioned.kept.indexOf(column)] ?? null);
}

/**
 * A covariance of the conditioned columns as one of the design's columns, null where a column is aliased.
 *
 * @param options inner: the covariance, row after row; scale: a factor on all of it
 * @example placeCovariance({ rows: 2, columns: ["one", "two"], values: Float64Array.of(1, 1, 2, 2) }, { conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [1], turn: undefined } }, { inner: Float64Array.of(4) }) // { covariance: [[4, null], [null, null]], standardErrors: [2, null] }
 */
export function placeCovariance(
  design: DesignMatrix,
  { conditioned }: Pick<FitBasis, "conditioned">,
  { inner, scale = 1 }: { readonly inner: Float64Array; readonly scale?: number },
): CoefficientCovariance {
  const { kept, turn } = conditioned;
  const size = kept.length;
  const whole = turn === undefined ? inner : sandwichProduct(turn, inner, size);
  const places = design.columns.map((_, column) => kept.indexOf(column));
  const covariance = places.map((row) =>
    places.map((column) => (row < 0 || column < 0 ? null : scale * (whole[row * size + column] as number))),
  );
  const standardErrors = covariance.map((row, index) => {
    const variance = row[index] ?? null;
    return variance === null ? null : Math.sqrt(Math.max(0, variance));
  });
  return { covariance, standardErrors };
}
