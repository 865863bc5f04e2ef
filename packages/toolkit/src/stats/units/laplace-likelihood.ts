import { multiplyTransposed } from "../matrices/multiply.ts";
import { settleEffects } from "./effect-modes.ts";
import { fixedPart, type GroupedCounts, type HierarchicalPoint, type StandardEffects } from "./grouped-counts.ts";

/** Log likelihood of a hierarchical model relative to one that fits each count exactly, and its slopes. */
export type MarginalLikelihood = {
  readonly value: number;
  readonly byCoefficient: Float64Array;
  readonly byGroupDeviation: number;
  readonly byRowDeviation: number;
};

/**
 * Log likelihood of counts whose logarithms have a normal effect per group and one per row, the effects integrated out
 * by Laplace's approximation, with exact slopes of that approximation. Groups are independent, so the time is in
 * proportion to the rows. Not exact where groups have few events: the approximation then understates the deviations
 * somewhat; see {@link quadratureLikelihood} for models without row effects.
 *
 * Formula: Σ over groups of h(mode) − ½ log(1 + σ²Σw) − ½Σ log(1 + τ²μ), w = μ/(1 + τ²μ), σ and τ the deviations of
 * groups and rows, h the joint density of {@link settleEffects}.
 *
 * Source: Breslow & Clayton (1993), JASA 88, 9–25; Bates et al. (2015), Journal of Statistical Software 67(1).
 *
 * @param effects where to start the search for the modes; holds them afterwards
 * @returns undefined if the modes of a group cannot be found
 * @example laplaceLikelihood({
 *   counts: Float64Array.of(1), offset: Float64Array.of(0), design: Float64Array.of(1), columns: 1,
 *   starts: Int32Array.of(0, 1),
 * }, { coefficients: Float64Array.of(0), groupDeviation: 1, rowDeviation: 0 },
 *   { groups: new Float64Array(1), rows: new Float64Array(1), means: new Float64Array(1) },
 * ) // { value: -0.34657… }
 */
export function laplaceLikelihood(
  data: GroupedCounts,
  point: HierarchicalPoint,
  effects: StandardEffects,
): MarginalLikelihood | undefined {
  const fixed = fixedPart(data, point.coefficients);
  const pull = new Float64Array(data.counts.length);
  let value = 0;
  let byGroupDeviation = 0;
  let byRowDeviation = 0;
  for (let group = 0; group + 1 < data.starts.length; group++) {
    const joint = settleEffects({ data, group, fixed, point }, effects);
    if (joint === undefined) return undefined;
    const part = groupSlopes({ data, group, point, effects, pull });
    value += joint - part.halfLogDeterminant;
    byGroupDeviation += part.byGroupDeviation;
    byRowDeviation += part.byRowDeviation;
  }
  return { value, byCoefficient: multiplyTransposed(data.design, pull), byGroupDeviation, byRowDeviation };
}

type SettledGroup = {
  readonly data: GroupedCounts;
  readonly group: number;
  readonly point: HierarchicalPoint;
  readonly effects: StandardEffects;
  /** Slope of the likelihood by each row's fixed part; filled for the rows of the group. */
  readonly pull: Float64Array;
};

function groupSlopes({ data, group, point, effects, pull }: SettledGroup) {
  const from = data.starts[group] as number;
  const to = data.starts[group + 1] as number;
  const groupVariance = point.groupDeviation ** 2;
  const rowVariance = point.rowDeviation ** 2;
  let weights = 0;
  let halfLogDeterminant = 0;
  for (let row = from; row < to; row++) {
    const mean = effects.means[row] as number;
    weights += mean / (1 + rowVariance * mean);
    halfLogDeterminant += Math.log1p(rowVariance * mean) / 2;
  }
  const spread = 1 + groupVariance * weights;
  halfLogDeterminant += Math.log(spread) / 2;

  let [residuals, turns, ownPull] = [0, 0, 0];
  let [squares, turnedResiduals, weightedResiduals] = [0, 0, 0];
  for (let row = from; row < to; row++) {
    const mean = effects.means[row] as number;
    const residual = (data.counts[row] as number) - mean;
    const damping = 1 + rowVariance * mean;
    const weight = mean / damping;
    const turn = (weight * (rowVariance + groupVariance / (spread * damping))) / damping;
    residuals += residual;
    turns += turn;
    ownPull += residual * (effects.rows[row] as number);
    squares += weight ** 2;
    turnedResiduals += turn * residual;
    weightedResiduals += weight * residual;
    pull[row] = residual - turn / 2;
  }
  const share = groupVariance / spread;
  for (let row = from; row < to; row++) {
    const mean = effects.means[row] as number;
    pull[row] = (pull[row] as number) + (turns * share * mean) / (1 + rowVariance * mean) / 2;
  }
  const rowTurn = weights - share * squares + turnedResiduals - turns * share * weightedResiduals;
  return {
    halfLogDeterminant,
    byGroupDeviation:
      (effects.groups[group] as number) * residuals - (point.groupDeviation * (weights + turns * residuals)) / spread,
    byRowDeviation: ownPull - point.rowDeviation * rowTurn,
  };
}
