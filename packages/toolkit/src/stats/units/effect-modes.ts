import { poissonDeviance } from "../functions/poisson-deviance.ts";
import type { GroupedCounts, HierarchicalPoint, StandardEffects } from "./grouped-counts.ts";

/** One group at one point of the model: its rows, and where the linear predictors start. */
export type GroupAtPoint = {
  readonly data: GroupedCounts;
  readonly group: number;
  readonly fixed: Float64Array;
  readonly point: HierarchicalPoint;
};

/**
 * Expected count from a linear predictor, held between e⁻¹⁵⁰ and e¹⁵⁰ so that a wild step cannot overflow.
 *
 * @example expectedCount(0) // 1
 */
export function expectedCount(predictor: number): number {
  return Math.exp(Math.min(150, Math.max(-150, predictor)));
}

/**
 * Finds the most probable random effects of one group, given the fixed effects and both deviations, by Newton's method
 * on a concave function; each step solves an arrow-shaped system in time proportional to the group's rows. Starts from,
 * and leaves its answer in, `effects`. A part of {@link hierarchicalPoisson}; not of use by itself.
 *
 * Formula: maximise Σ log Poisson(y; exp(fixed + σ_group·u + σ_row·v)) − u²/2 − Σv²/2.
 *
 * Source: Bates et al. (2015), Journal of Statistical Software 67(1), penalised iteratively reweighted least squares.
 *
 * @returns the log of the joint density there, relative to a model that fits each count exactly and without the
 *   normal constants; undefined if it does not settle
 * @example settleEffects({
 *   data: { counts: Float64Array.of(1), offset: Float64Array.of(0), design: Float64Array.of(1), columns: 1,
 *     starts: Int32Array.of(0, 1) },
 *   group: 0, fixed: Float64Array.of(0),
 *   point: { coefficients: Float64Array.of(0), groupDeviation: 1, rowDeviation: 0 },
 * }, { groups: new Float64Array(1), rows: new Float64Array(1), means: new Float64Array(1) }) // 0
 */
export function settleEffects(place: GroupAtPoint, effects: StandardEffects): number | undefined {
  let value = jointDensity(place, effects);
  for (let step = 0; step < 200; step++) {
    const move = newtonMove(place, effects);
    const reached = takeMove(place, effects, move, value);
    if (reached === undefined) break;
    value = reached;
    if (move.largest < 1e-9) return value;
  }
  forget(place, effects);
  return undefined;
}

/** A search that failed must not spoil the start of the next. */
function forget({ data, group }: GroupAtPoint, effects: StandardEffects): void {
  effects.groups[group] = 0;
  effects.rows.fill(0, data.starts[group], data.starts[group + 1]);
}

type Move = { readonly group: number; readonly rows: Float64Array; readonly largest: number };

function newtonMove({ data, group, point }: GroupAtPoint, effects: StandardEffects): Move {
  const { groupDeviation, rowDeviation } = point;
  const from = data.starts[group] as number;
  const to = data.starts[group + 1] as number;
  const effect = effects.groups[group] as number;
  let slope = -effect;
  let curvature = 1;
  for (let row = from; row < to; row++) {
    const mean = effects.means[row] as number;
    const residual = (data.counts[row] as number) - mean;
    const rowSlope = rowDeviation * residual - (effects.rows[row] as number);
    const rowCurvature = 1 + rowDeviation ** 2 * mean;
    slope += groupDeviation * (residual - (rowDeviation * mean * rowSlope) / rowCurvature);
    curvature += (groupDeviation ** 2 * mean) / rowCurvature;
  }
  const groupMove = slope / curvature;
  const rows = new Float64Array(to - from);
  let largest = Math.abs(groupMove);
  for (let row = from; row < to; row++) {
    const mean = effects.means[row] as number;
    const rowSlope = rowDeviation * ((data.counts[row] as number) - mean) - (effects.rows[row] as number);
    const change = (rowSlope - groupDeviation * rowDeviation * mean * groupMove) / (1 + rowDeviation ** 2 * mean);
    rows[row - from] = change;
    largest = Math.max(largest, Math.abs(change));
  }
  return { group: groupMove, rows, largest };
}

/** Takes the move, or as much of it as does not lower the density, and answers with the density reached. */
function takeMove(place: GroupAtPoint, effects: StandardEffects, move: Move, value: number): number | undefined {
  const { data, group } = place;
  const from = data.starts[group] as number;
  let taken = 0;
  for (let share = 1; share > 1e-12; share /= 2) {
    effects.groups[group] = (effects.groups[group] as number) + (share - taken) * move.group;
    for (let row = 0; row < move.rows.length; row++)
      effects.rows[from + row] = (effects.rows[from + row] as number) + (share - taken) * (move.rows[row] as number);
    taken = share;
    const reached = jointDensity(place, effects);
    if (reached >= value - 1e-10 * (1 + Math.abs(value))) return reached;
  }
  return undefined;
}

/** Also writes the expected counts. */
function jointDensity({ data, group, fixed, point }: GroupAtPoint, effects: StandardEffects): number {
  const shared = point.groupDeviation * (effects.groups[group] as number);
  let sum = -((effects.groups[group] as number) ** 2) / 2;
  for (let row = data.starts[group] as number; row < (data.starts[group + 1] as number); row++) {
    const own = effects.rows[row] as number;
    const mean = expectedCount((fixed[row] as number) + shared + point.rowDeviation * own);
    effects.means[row] = mean;
    sum -= poissonDeviance(data.counts[row] as number, mean) + own ** 2 / 2;
  }
  return sum;
}
