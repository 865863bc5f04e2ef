import { choleskyFactor, choleskyInverse } from "../matrices/cholesky.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import { expectedCount } from "./effect-modes.ts";
import { fixedPart, type GroupedCounts } from "./grouped-counts.ts";

/** Where to begin the search for a hierarchical model, and the scale of each parameter. */
export type HierarchicalStart = {
  readonly groupDeviation: number;
  readonly rowDeviation: number;
  /** Rough covariance of the coefficients, row after row; undefined if it cannot be had. */
  readonly covariance: Float64Array | undefined;
};

/**
 * Rough deviations and covariance from the residuals of a regression without random effects: a place to begin, not an
 * estimate.
 *
 * @param coefficients of the regression without random effects
 * @param rowEffects whether the model has them
 * @example hierarchicalStart({
 *   counts: Float64Array.of(4, 9), offset: Float64Array.of(0, 0), design: Float64Array.of(1, 1), columns: 1,
 *   starts: Int32Array.of(0, 1, 2),
 * }, Float64Array.of(1.87), false) // { groupDeviation: 0.37948…, rowDeviation: 0 }
 */
export function hierarchicalStart(
  data: GroupedCounts,
  coefficients: Float64Array,
  rowEffects: boolean,
): HierarchicalStart {
  const means = fixedPart(data, coefficients).map(expectedCount);
  let [groupSquares, rowSquares] = [0, 0];
  for (let group = 0; group + 1 < data.starts.length; group++) {
    const [from, to] = [data.starts[group] as number, data.starts[group + 1] as number];
    let [count, mean] = [0.5, 0.5];
    for (let row = from; row < to; row++) {
      count += data.counts[row] as number;
      mean += means[row] as number;
    }
    groupSquares += Math.log(count / mean) ** 2;
    for (let row = from; row < to; row++) {
      const expected = ((means[row] as number) * count) / mean;
      rowSquares += Math.log(((data.counts[row] as number) + 0.5) / (expected + 0.5)) ** 2;
    }
  }
  const groupDeviation = withinReach(Math.sqrt(groupSquares / (data.starts.length - 1)));
  const rowDeviation = rowEffects ? withinReach(Math.sqrt(rowSquares / data.counts.length)) : 0;
  return { groupDeviation, rowDeviation, covariance: roughCovariance(data, groupDeviation, rowDeviation) };
}

function withinReach(deviation: number): number {
  return Math.min(3, Math.max(0.1, deviation));
}

/** Inverse of Σ over groups of Xᵀ(W − c·w·wᵀ)X, the information of a linear mixed model with weights w. */
function roughCovariance(data: GroupedCounts, groupDeviation: number, rowDeviation: number): Float64Array | undefined {
  const rows = data.counts.length;
  const size = data.columns;
  const weights = data.counts.map((count) => (count + 0.5) / (1 + rowDeviation ** 2 * (count + 0.5)));
  const information = weightedCrossProduct(data.design, rows, weights);
  for (let group = 0; group + 1 < data.starts.length; group++) {
    const sums = new Float64Array(size);
    let whole = 0;
    for (let row = data.starts[group] as number; row < (data.starts[group + 1] as number); row++) {
      const weight = weights[row] as number;
      whole += weight;
      for (let column = 0; column < size; column++)
        sums[column] = (sums[column] as number) + weight * (data.design[column * rows + row] as number);
    }
    const share = groupDeviation ** 2 / (1 + groupDeviation ** 2 * whole);
    for (let place = 0; place < size * size; place++) {
      const product = (sums[Math.floor(place / size)] as number) * (sums[place % size] as number);
      information[place] = (information[place] as number) - share * product;
    }
  }
  const factor = choleskyFactor(information, size);
  return factor === undefined ? undefined : choleskyInverse(factor);
}
