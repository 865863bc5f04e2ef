import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "../matrices/cholesky.ts";
import { multiplyColumns, multiplyTransposed } from "../matrices/multiply.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import { emptyRows, type RegressionFamily, type Rows } from "./regression-family.ts";

/** Independent columns with their outcome, and how the family's working weight changes along the linear predictor. */
export type BiasReducedProblem = {
  readonly family: RegressionFamily;
  readonly values: Float64Array;
  readonly y: Float64Array;
  readonly offset: Float64Array;
  readonly prior: Float64Array;
  /** Half the relative slope of the working weight: ½ for Poisson, ½ − p for shares. */
  readonly halfSlope: (fitted: number) => number;
  /** Log-likelihood of one row of weight 1 at its linear predictor, without constants. */
  readonly logLikelihood: (y: number, linear: number) => number;
};

/** Where the penalised likelihood is largest. */
export type BiasReducedPoint = {
  readonly coefficients: Float64Array;
  readonly penalised: number;
  readonly inverse: Float64Array;
  readonly iterations: number;
};

type State = { readonly rows: Rows; readonly inverse: Float64Array; readonly penalised: number };

type Place = { readonly coefficients: Float64Array; readonly state: State };

const scoringSteps = 12;
const mostIterations = 200;
const mostHalvings = 40;

/**
 * Maximises log-likelihood + ½ log |information| (Jeffreys' prior), which always has a finite maximum; the score gets
 * the term h · halfSlope of each row, h its leverage. Internal to {@link firthLogistic} and {@link firthPoisson}.
 *
 * Source: Firth (1993), Biometrika 80, 27–38.
 *
 * @param start coefficients to begin with
 * @param fixed index of a coefficient to hold where it is, for profiles
 * @returns undefined if the steps do not settle
 * @example biasReducedFit({ family: { name: "poisson", hasCurvature: false, start: (y, prior, into) => into.set(y.map((count) => Math.log(count + 0.1))), bound: (y) => (y === 0 ? "below" : "none"), evaluate: ({ y, linear, fitted, weight, score }) => { y.forEach((count, row) => { fitted[row] = Math.exp(linear[row]); weight[row] = fitted[row]; score[row] = count - fitted[row]; }); return 2 * y.reduce((sum, count, row) => sum + count * Math.log(count / fitted[row]) - score[row], 0); } }, values: Float64Array.of(1, 1), y: Float64Array.of(1, 3), offset: Float64Array.of(0, 0), prior: Float64Array.of(1, 1), halfSlope: () => 0.5, logLikelihood: (count, linear) => count * linear - Math.exp(linear) }, Float64Array.of(0)) // { coefficients: [0.810930216…] }
 */
export function biasReducedFit(
  problem: BiasReducedProblem,
  start: Float64Array,
  fixed = -1,
): BiasReducedPoint | undefined {
  let coefficients = start.slice();
  let state = evaluate(problem, coefficients);
  if (state === undefined) return undefined;
  for (let iterations = 1; iterations <= mostIterations; iterations += 1) {
    const step = nextStep(problem, { coefficients, state }, fixed, iterations > scoringSteps);
    if (step === undefined) return undefined;
    const bound = Math.max(...step.map(Math.abs));
    let share = bound > 5 ? 5 / bound : 1;
    let next: State | undefined;
    let candidate = coefficients;
    for (let halvings = 0; halvings < mostHalvings; halvings += 1, share /= 2) {
      candidate = coefficients.map((value, index) => value + share * (step[index] as number));
      next = evaluate(problem, candidate);
      if (next !== undefined && next.penalised >= state.penalised - 1e-12 * Math.abs(state.penalised)) break;
      next = undefined;
    }
    if (next === undefined) return bound < 1e-6 ? { ...finish(state), coefficients, iterations } : undefined;
    coefficients = candidate;
    state = next;
    if (bound * share < 1e-10) return { ...finish(state), coefficients, iterations };
  }
  return undefined;
}

function finish({ inverse, penalised }: State): Pick<BiasReducedPoint, "inverse" | "penalised"> {
  return { inverse, penalised };
}

function evaluate(problem: BiasReducedProblem, coefficients: Float64Array): State | undefined {
  const { family, values, y, offset, prior, logLikelihood } = problem;
  const rows = emptyRows(family, { y, prior });
  const linear = multiplyColumns(values, coefficients, rows.linear);
  for (let row = 0; row < y.length; row += 1) linear[row] = (linear[row] as number) + (offset[row] as number);
  family.evaluate(rows);
  const factor = choleskyFactor(weightedCrossProduct(values, y.length, rows.weight), coefficients.length);
  if (factor === undefined) return undefined;
  let penalised = choleskyLogDeterminant(factor) / 2;
  for (let row = 0; row < y.length; row += 1)
    if (prior[row] !== 0) penalised += (prior[row] as number) * logLikelihood(y[row] as number, linear[row] as number);
  return Number.isFinite(penalised) ? { rows, inverse: choleskyInverse(factor), penalised } : undefined;
}

/** The score of the penalised likelihood, 0 for a coefficient that is held. */
function modifiedScore(
  { values, y, halfSlope }: BiasReducedProblem,
  { rows, inverse }: State,
  fixed: number,
): Float64Array {
  const size = values.length / y.length;
  const score = rows.score.map((value, row) => {
    const leverage = (rows.weight[row] as number) * quadraticForm(values, inverse, { row, rows: y.length, size });
    return value + leverage * halfSlope(rows.fitted[row] as number);
  });
  const gradient = multiplyTransposed(values, score);
  if (fixed >= 0) gradient[fixed] = 0;
  return gradient;
}

/** A scoring step; where those have become slow, a Newton step with the curvature taken from differences of scores. */
function nextStep(problem: BiasReducedProblem, at: Place, fixed: number, newton: boolean): Float64Array | undefined {
  const { values, y } = problem;
  const size = at.coefficients.length;
  const gradient = modifiedScore(problem, at.state, fixed);
  const curvature = newton ? differenceCurvature(problem, at, fixed) : undefined;
  const steep = curvature && choleskyFactor(hold(curvature, size, fixed), size);
  const information = weightedCrossProduct(values, y.length, at.state.rows.weight);
  const factor = steep ?? choleskyFactor(hold(information, size, fixed), size);
  return factor && choleskySolve(factor, gradient);
}

function differenceCurvature(
  problem: BiasReducedProblem,
  { coefficients, state }: Place,
  fixed: number,
): Float64Array | undefined {
  const size = coefficients.length;
  const curvature = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const width = 1e-4 * Math.sqrt(state.inverse[column * size + column] as number);
    const sides = [width, -width].map((shift) => {
      const moved = coefficients.slice();
      moved[column] = (moved[column] as number) + shift;
      const there = evaluate(problem, moved);
      return there && modifiedScore(problem, there, fixed);
    });
    const [up, down] = sides;
    if (up === undefined || down === undefined) return undefined;
    for (let row = 0; row < size; row += 1) {
      const slope = ((down[row] as number) - (up[row] as number)) / (4 * width);
      curvature[row * size + column] = (curvature[row * size + column] as number) + slope;
      curvature[column * size + row] = (curvature[column * size + row] as number) + slope;
    }
  }
  return curvature;
}

function hold(matrix: Float64Array, size: number, fixed: number): Float64Array {
  if (fixed < 0) return matrix;
  for (let index = 0; index < size; index += 1) {
    matrix[fixed * size + index] = 0;
    matrix[index * size + fixed] = 0;
  }
  matrix[fixed * size + fixed] = 1;
  return matrix;
}

function quadraticForm(
  values: Float64Array,
  inverse: Float64Array,
  { row, rows, size }: { row: number; rows: number; size: number },
): number {
  let sum = 0;
  for (let left = 0; left < size; left += 1) {
    const value = values[left * rows + row] as number;
    if (value === 0) continue;
    for (let right = 0; right < size; right += 1)
      sum += value * (inverse[left * size + right] as number) * (values[right * rows + row] as number);
  }
  return sum;
}
