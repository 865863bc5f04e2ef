import { poissonDeviance } from "../functions/poisson-deviance.ts";
import { multiplyTransposed } from "../matrices/multiply.ts";
import { expectedCount, settleEffects } from "./effect-modes.ts";
import type { NormalNode } from "./gauss-hermite.ts";
import { fixedPart, type GroupedCounts, type HierarchicalPoint, type StandardEffects } from "./grouped-counts.ts";
import type { MarginalLikelihood } from "./laplace-likelihood.ts";

/**
 * Log likelihood of counts whose logarithms have a normal effect per group, the effect integrated out by adaptive
 * Gauss–Hermite quadrature, with exact slopes of that sum. With one node it is Laplace's approximation. Not for models
 * with row effects as well: the integral then has more than one dimension.
 *
 * Formula: Σ over groups of log Σₖ wₖ·exp(xₖ²/2 + h(û + xₖ/√S)) − ½ log S, S = 1 + σ²Σμ at the mode û.
 *
 * Source: Pinheiro & Bates (1995), Journal of Computational and Graphical Statistics 4, 12–35.
 *
 * @param effects where to start the search for the modes; holds them afterwards
 * @param nodes of {@link gaussHermite}
 * @returns undefined if the mode of a group cannot be found
 * @throws RangeError if the point has a row deviation other than 0
 * @example quadratureLikelihood({
 *   counts: Float64Array.of(1), offset: Float64Array.of(0), design: Float64Array.of(1), columns: 1,
 *   starts: Int32Array.of(0, 1),
 * }, { coefficients: Float64Array.of(0), groupDeviation: 1, rowDeviation: 0 }, {
 *   effects: { groups: new Float64Array(1), rows: new Float64Array(1), means: new Float64Array(1) },
 *   nodes: [{ position: 0, weight: 1 }],
 * }) // { value: -0.34657… }
 */
export function quadratureLikelihood(
  data: GroupedCounts,
  point: HierarchicalPoint,
  { effects, nodes }: { readonly effects: StandardEffects; readonly nodes: readonly NormalNode[] },
): MarginalLikelihood | undefined {
  if (point.rowDeviation !== 0)
    throw new RangeError(`invalid rowDeviation; must be 0 for quadrature: ${point.rowDeviation}`);
  const fixed = fixedPart(data, point.coefficients);
  const pull = new Float64Array(data.counts.length);
  let value = 0;
  let byGroupDeviation = 0;
  for (let group = 0; group + 1 < data.starts.length; group++) {
    if (settleEffects({ data, group, fixed, point }, effects) === undefined) return undefined;
    const part = integrateGroup({ data, group, fixed, effects, nodes, pull, deviation: point.groupDeviation });
    value += part.value;
    byGroupDeviation += part.byDeviation;
  }
  return { value, byCoefficient: multiplyTransposed(data.design, pull), byGroupDeviation, byRowDeviation: 0 };
}

type Group = {
  readonly data: GroupedCounts;
  readonly group: number;
  readonly fixed: Float64Array;
  readonly effects: StandardEffects;
  readonly nodes: readonly NormalNode[];
  /** Slope of the likelihood by each row's fixed part; filled for the rows of the group. */
  readonly pull: Float64Array;
  readonly deviation: number;
};

function integrateGroup(place: Group): { readonly value: number; readonly byDeviation: number } {
  const { data, group, effects, nodes, pull, deviation } = place;
  const [from, to] = [data.starts[group] as number, data.starts[group + 1] as number];
  const mode = effects.groups[group] as number;
  let [means, residuals] = [0, 0];
  for (let row = from; row < to; row++) {
    means += effects.means[row] as number;
    residuals += (data.counts[row] as number) - (effects.means[row] as number);
  }
  const spread = 1 + deviation ** 2 * means;
  const points = nodes.map((node) => evaluateNode(place, node, mode + node.position / Math.sqrt(spread)));
  const top = Math.max(...points.map(({ logTerm }) => logTerm));
  const total = points.reduce((sum, { logTerm }) => sum + Math.exp(logTerm - top), 0);

  let [slope, slopeTimesNode, byDeviation] = [0, 0, 0];
  for (const { logTerm, effect, position, rowResiduals } of points) {
    const chance = Math.exp(logTerm - top) / total;
    let sum = 0;
    for (let row = from; row < to; row++) {
      const residual = rowResiduals[row - from] as number;
      pull[row] = (pull[row] as number) + chance * residual;
      sum += residual;
    }
    slope += chance * (deviation * sum - effect);
    slopeTimesNode += chance * (deviation * sum - effect) * position;
    byDeviation += chance * effect * sum;
  }
  const bySpread = -1 / (2 * spread) - slopeTimesNode / (2 * spread ** 1.5);
  const byMean = (bySpread * deviation ** 2 - slope * deviation) / spread;
  for (let row = from; row < to; row++) pull[row] = (pull[row] as number) + byMean * (effects.means[row] as number);
  const modeTurn = (residuals - deviation * mode * means) / spread;
  const spreadTurn = means * (2 * deviation + deviation ** 2 * (mode + deviation * modeTurn));
  return {
    value: top + Math.log(total) - Math.log(spread) / 2,
    byDeviation: byDeviation + slope * modeTurn + bySpread * spreadTurn,
  };
}

function evaluateNode({ data, group, fixed, deviation }: Group, { position, weight }: NormalNode, effect: number) {
  const from = data.starts[group] as number;
  const rowResiduals = new Float64Array((data.starts[group + 1] as number) - from);
  let logTerm = Math.log(weight) + (position ** 2 - effect ** 2) / 2;
  for (let index = 0; index < rowResiduals.length; index++) {
    const count = data.counts[from + index] as number;
    const mean = expectedCount((fixed[from + index] as number) + deviation * effect);
    rowResiduals[index] = count - mean;
    logTerm -= poissonDeviance(count, mean);
  }
  return { logTerm, effect, position, rowResiduals };
}
