import { poissonLogProbability } from "../functions/poisson-probability.ts";
import { choleskyInverse } from "../matrices/cholesky.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { poissonRegression } from "../regression/poisson-regression.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import { groupRows } from "./group-rows.ts";
import type { GroupedCounts, HierarchicalPoint, StandardEffects } from "./grouped-counts.ts";
import { hierarchicalStart } from "./hierarchical-start.ts";
import { laplaceLikelihood } from "./laplace-likelihood.ts";
import { type Minimum, minimiseSmoothly, type Slope } from "./minimise-smoothly.ts";
import { quadratureLikelihood } from "./quadrature-likelihood.ts";

/** @see hierarchicalPoisson */
export type HierarchicalPoissonOptions = {
  readonly design: DesignMatrix;
  /** The group of each row: a precinct, a neighbourhood. */
  readonly groups: readonly (string | number)[];
  /** Logarithm of the exposure of each row. */
  readonly offset?: ArrayLike<number>;
  /** Whether every row also varies by itself, beyond what Poisson chance explains. */
  readonly rowEffects?: boolean;
  /** Points of the quadrature: 1 is Laplace's approximation. More than 1 only without row effects. */
  readonly nodes?: number;
};

/** @see hierarchicalPoisson */
export type HierarchicalPoisson = {
  readonly columns: readonly string[];
  /** Logarithms of rate ratios, in the order of the columns. */
  readonly coefficients: readonly number[];
  readonly standardErrors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  /** Standard deviation of the groups' effects on the logarithm of the rate. */
  readonly groupDeviation: number;
  /** The same of the rows' own effects, where the model has them. */
  readonly rowDeviation?: number;
  /** Most probable effect of each group on the logarithm of its rate. */
  readonly effectByGroup: ReadonlyMap<string | number, number>;
  readonly logLikelihood: number;
  /** Log likelihood less that of a model that fits every count exactly. */
  readonly logLikelihoodFromSaturated: number;
};

/**
 * Counts by group, where groups differ in ways that the predictors do not hold: every group gets its own effect on the
 * logarithm of the rate, drawn from a normal distribution, and every row may get one too. Compares people within the
 * same place without one coefficient per place. Not for fewer than about ten groups (their spread is then hardly known),
 * and predictors that are constant within groups are known only as well as groups are many.
 *
 * Formula: y ~ Poisson(exp(offset + predictors·β + b_group + e_row)), b ~ N(0, σ²), e ~ N(0, τ²); maximum likelihood
 * with b and e integrated out by Laplace's approximation or quadrature; standard errors from the second derivatives of
 * that likelihood in all of β, σ and τ.
 *
 * Source: Gelman, Fagan & Kiss (2007), JASA 102, 813–823; Bates et al. (2015), Journal of Statistical Software 67(1).
 *
 * @param counts whole numbers
 * @returns `no_events`, `too_few_units` below two groups, `aliased` where a column follows from earlier ones or each
 *   group with row effects is a single row, `separated` where a predictor's rows all have count 0, or `not_converged`
 * @throws RangeError if lists differ in length, a count is not a whole number, an offset is not finite, or there are
 *   several nodes with row effects
 * @example hierarchicalPoisson([3, 9, 1, 2, 14, 30], {
 *   design: { rows: 6, columns: ["all", "x"], values: Float64Array.of(1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1) },
 *   groups: ["a", "a", "b", "b", "c", "c"],
 * }) // { coefficients: [1.31456…, 0.82320…], groupDeviation: 1.04407… }
 */
export function hierarchicalPoisson(
  counts: ArrayLike<number>,
  options: HierarchicalPoissonOptions,
): HierarchicalPoisson | Refusal {
  const { design, groups, offset, rowEffects = false, nodes = 1 } = options;
  if (groups.length !== counts.length)
    throw new RangeError(`invalid groups; must have ${counts.length} values: ${groups.length}`);
  if (rowEffects && nodes !== 1) throw new RangeError(`invalid nodes; must be 1 with row effects: ${nodes}`);
  const start = poissonRegression({ design, y: counts, offset });
  if (Array.prototype.every.call(counts, (count) => count === 0)) return { reason: "no_events" };
  if (isRefusal(start)) return start;
  if (start.aliased.length > 0) return { reason: "aliased", detail: start.aliased.join(", ") };
  const { data, names } = groupRows({ counts, design, groups, offset });
  if (names.length < 2) return { reason: "too_few_units", detail: "at least two groups are needed" };

  if (rowEffects && names.length === counts.length)
    return { reason: "aliased", detail: "every group has one row: its effect and the row's cannot be told apart" };

  const effects = noEffects(data);
  const minimum = findMaximum(data, {
    coefficients: Float64Array.from(start.coefficients, (value) => value ?? 0),
    rowEffects,
    nodes,
    effects,
  });
  if (minimum === undefined) return { reason: "not_converged" };
  return summarise(minimum, { data, names, columns: design.columns, effects, rowEffects });
}

function noEffects({ counts, starts }: GroupedCounts): StandardEffects {
  return {
    groups: new Float64Array(starts.length - 1),
    rows: new Float64Array(counts.length),
    means: new Float64Array(counts.length),
  };
}

type Search = {
  readonly coefficients: Float64Array;
  readonly rowEffects: boolean;
  readonly nodes: number;
  readonly effects: StandardEffects;
};

/** The parameters are the coefficients, the groups' deviation and, if there are row effects, the rows'. */
function findMaximum(data: GroupedCounts, search: Search): Minimum | undefined {
  const size = data.columns;
  const rule = gaussHermite(search.nodes);
  const slope = (at: Float64Array): Slope => {
    if (!at.every(Number.isFinite)) return nowhere(at);
    const point = readPoint(at, size);
    const found =
      search.nodes === 1
        ? laplaceLikelihood(data, point, search.effects)
        : quadratureLikelihood(data, point, { effects: search.effects, nodes: rule });
    if (found === undefined) return nowhere(at);
    const gradient = Float64Array.of(...found.byCoefficient, found.byGroupDeviation, found.byRowDeviation);
    return { value: -found.value, gradient: gradient.subarray(0, at.length).map((value) => -value) };
  };
  const start = hierarchicalStart(data, search.coefficients, search.rowEffects);
  for (const factor of [1, 0.3, 3]) {
    const deviations = [start.groupDeviation * factor, start.rowDeviation * factor].slice(0, search.rowEffects ? 2 : 1);
    const at = Float64Array.of(...search.coefficients, ...deviations);
    const minimum = minimiseSmoothly(slope, { at, inverse: startingInverse(data, at, start.covariance) });
    if (minimum !== undefined) {
      slope(minimum.at);
      return minimum;
    }
  }
  return undefined;
}

function nowhere(at: Float64Array): Slope {
  return { value: Number.POSITIVE_INFINITY, gradient: new Float64Array(at.length) };
}

function readPoint(at: Float64Array, size: number): HierarchicalPoint {
  return { coefficients: at.subarray(0, size), groupDeviation: at[size] ?? 0, rowDeviation: at[size + 1] ?? 0 };
}

/** A deviation σ of k effects is known to about σ/√(2k). */
function startingInverse(data: GroupedCounts, at: Float64Array, covariance: Float64Array | undefined): Float64Array {
  const size = data.columns;
  const inverse = new Float64Array(at.length * at.length);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      inverse[row * at.length + column] = covariance?.[row * size + column] ?? (row === column ? 0.01 : 0);
  const effects = [data.starts.length - 1, data.counts.length];
  for (let place = size; place < at.length; place++)
    inverse[place * at.length + place] = (at[place] ?? 0) ** 2 / (2 * (effects[place - size] ?? 1));
  return inverse;
}

type Fitted = {
  readonly data: GroupedCounts;
  readonly names: readonly (string | number)[];
  readonly columns: readonly string[];
  readonly effects: StandardEffects;
  readonly rowEffects: boolean;
};

function summarise(
  { at, value, curvature }: Minimum,
  { data, names, columns, effects, rowEffects }: Fitted,
): HierarchicalPoisson {
  const size = columns.length;
  const { groupDeviation, rowDeviation } = readPoint(at, size);
  const inverse = choleskyInverse(curvature);
  const covariance = columns.map((_, row) => Array.from(inverse.subarray(row * at.length, row * at.length + size)));
  const saturated = data.counts.reduce((sum, count) => sum + poissonLogProbability(count, count), 0);
  return {
    columns,
    coefficients: Array.from(at.subarray(0, size)),
    standardErrors: covariance.map((row, place) => Math.sqrt(row[place] ?? 0)),
    covariance,
    groupDeviation: Math.abs(groupDeviation),
    ...(rowEffects ? { rowDeviation: Math.abs(rowDeviation) } : {}),
    effectByGroup: new Map(names.map((name, group) => [name, groupDeviation * (effects.groups[group] ?? 0)])),
    logLikelihood: saturated - value,
    logLikelihoodFromSaturated: -value,
  };
}
