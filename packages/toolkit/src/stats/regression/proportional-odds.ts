import { choleskyFactor, choleskyInverse, choleskySolve } from "../matrices/cholesky.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import type { Refusal } from "../refusal.ts";
import { conditionDesign } from "./condition-design.ts";
import { cumulativeLikelihood, cumulativeStart, type OrderedRows } from "./cumulative-likelihood.ts";
import { readProblem } from "./regression-input.ts";
import { separatingColumns } from "./separation-certificate.ts";

/** A proportional-odds fit; lists of columns run in their order, null where a column is aliased. */
export type ProportionalOddsFit = {
  readonly columns: readonly string[];
  /** Log-odds of being in a higher category: above 0 means more severe. */
  readonly coefficients: readonly (number | null)[];
  readonly standardErrors: readonly (number | null)[];
  /** Log-odds of being at or below each category but the last, where all predictors are 0. */
  readonly thresholds: readonly number[];
  readonly thresholdErrors: readonly number[];
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly aic: number;
  readonly aliased: readonly string[];
  readonly iterations: number;
};

/** What is asked of ordered outcomes. */
export type ProportionalOddsInput = {
  /** Without intercept: the thresholds take its place. */
  readonly design: DesignMatrix;
  /** Category of each row, 0, 1, 2… from the mildest. */
  readonly y: ArrayLike<number>;
  /** People in each row; 1 unless given. */
  readonly weights?: ArrayLike<number> | undefined;
};

type Place = { readonly parameters: Float64Array; readonly likelihood: ReturnType<typeof cumulativeLikelihood> };

const mostIterations = 100;
const mostHalvings = 40;

/**
 * Proportional-odds regression of an ordered outcome, such as the severity of force: logit P(Y ≤ j) = thresholdⱼ −
 * predictors · coefficients. exp(coefficient) is how many times the odds of a more severe outcome, whichever the cut.
 * Not where one group differs at one cut only: check against separate logistic regressions.
 *
 * Source: McCullagh (1980), J. Royal Statistical Society B 42, 109–142; Venables & Ripley (2002), 7.3 (polr).
 *
 * @returns a refusal "zero_cell" if a category between 0 and the highest is empty, "too_few_events" if there is only
 * one, "separated" (with the columns) where no finite estimate exists, or "not_converged"
 * @throws RangeError if lengths differ, a number is not finite, or a category is not a whole number from 0
 * @example proportionalOdds({ design: { rows: 4, columns: ["g"], values: Float64Array.of(0, 0, 1, 1) }, y: [0, 1, 0, 1], weights: [1, 1, 1, 2] }) // { coefficients: [0.69314…], deviance: 6.59167… }
 */
export function proportionalOdds({ design, y, weights }: ProportionalOddsInput): ProportionalOddsFit | Refusal {
  const { prior } = readProblem({ design, y, weights });
  const categories = countCategories(y, prior);
  if (typeof categories !== "number") return categories;
  const { kept, aliased } = conditionBesideThresholds(design, prior);
  const rows: OrderedRows = {
    category: Int32Array.from(y),
    prior,
    columns: kept.map((column) => design.values.subarray(column * design.rows, (column + 1) * design.rows)),
    categories,
  };
  const found = climb(rows, cumulativeStart(rows));
  if ("reason" in found) return found;
  if ("direction" in found) return refuseSeparated(design, kept, found.direction);
  const { parameters, likelihood, iterations } = found;
  const factor = choleskyFactor(likelihood.information, parameters.length);
  if (factor === undefined) return { reason: "not_converged", detail: "the information vanishes" };
  const inverse = choleskyInverse(factor);
  const errors = parameters.map((_, index) => Math.sqrt(inverse[index * parameters.length + index] as number));
  return {
    columns: design.columns,
    coefficients: design.columns.map((_, column) => pick(parameters, kept.indexOf(column))),
    standardErrors: design.columns.map((_, column) => pick(errors, kept.indexOf(column))),
    thresholds: Array.from(parameters.subarray(kept.length)),
    thresholdErrors: Array.from(errors.subarray(kept.length)),
    logLikelihood: likelihood.value,
    deviance: -2 * likelihood.value,
    aic: -2 * likelihood.value + 2 * parameters.length,
    aliased: aliased.map((column) => design.columns[column] as string),
    iterations,
  };
}

function pick(values: Float64Array, place: number): number | null {
  return place < 0 ? null : (values[place] as number);
}

function countCategories(y: ArrayLike<number>, prior: Float64Array): number | Refusal {
  const totals: number[] = [];
  for (let row = 0; row < y.length; row += 1) {
    const category = y[row] as number;
    if (!(Number.isInteger(category) && category >= 0 && category < 1000))
      throw new RangeError(`invalid y; must be whole numbers from 0 to 999: ${category}`);
    while (totals.length <= category) totals.push(0);
    totals[category] = (totals[category] as number) + (prior[row] as number);
  }
  if (totals.length < 2) return { reason: "too_few_events", detail: "only one category" };
  const empty = totals.indexOf(0);
  return empty >= 0 ? { reason: "zero_cell", detail: `category ${empty}` } : totals.length;
}

/** A constant column is what the thresholds already say. */
function conditionBesideThresholds(
  { rows, columns, values }: DesignMatrix,
  prior: Float64Array,
): { readonly kept: readonly number[]; readonly aliased: readonly number[] } {
  const beside = new Float64Array(rows + values.length).fill(1, 0, rows);
  beside.set(values, rows);
  const all = conditionDesign({ rows, columns: ["", ...columns], values: beside }, prior);
  return {
    kept: all.kept.filter((column) => column > 0).map((column) => column - 1),
    aliased: all.aliased.map((column) => column - 1),
  };
}

/** Newton steps, halved until the likelihood rises: it is concave, so they reach its top if there is one. */
function climb(
  rows: OrderedRows,
  start: Float64Array,
): (Place & { readonly iterations: number }) | { readonly direction: Float64Array } | Refusal {
  let place: Place = { parameters: start, likelihood: cumulativeLikelihood(rows, start) };
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    const factor = choleskyFactor(place.likelihood.information, start.length);
    if (factor === undefined) return { reason: "not_converged", detail: "the information vanishes" };
    const step = choleskySolve(factor, place.likelihood.score);
    const next = uphill(rows, place, step);
    if (next === undefined) return { reason: "not_converged", detail: "no step raises the likelihood" };
    const rise = next.likelihood.value - place.likelihood.value;
    place = next;
    const largest = next.likelihood.largestMove(step);
    if (largest > 0.1 && iterations > 5 && next.likelihood.isSeparating(step)) return { direction: step };
    if (Math.abs(rise) < 1e-10 * (Math.abs(place.likelihood.value) + 0.1) && largest < 1e-7)
      return { ...place, iterations };
  }
  return { reason: "not_converged", detail: `the likelihood still changes after ${mostIterations} steps` };
}

function uphill(rows: OrderedRows, { parameters, likelihood }: Place, step: Float64Array): Place | undefined {
  for (let halvings = 0, share = 1; halvings < mostHalvings; halvings += 1, share /= 2) {
    const moved = parameters.map((value, index) => value + share * (step[index] as number));
    const next = cumulativeLikelihood(rows, moved);
    if (next.value >= likelihood.value - 1e-12 * Math.abs(likelihood.value))
      return { parameters: moved, likelihood: next };
  }
  return undefined;
}

function refuseSeparated(design: DesignMatrix, kept: readonly number[], step: Float64Array): Refusal {
  const direction: number[] = [];
  kept.forEach((column, place) => {
    direction[column] = step[place] as number;
  });
  return { reason: "separated", detail: separatingColumns(design, direction).join(", ") };
}
