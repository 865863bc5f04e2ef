import { choleskyFactor, choleskySolve } from "../matrices/cholesky.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import { multiplyColumns, multiplyTransposed } from "../matrices/multiply.ts";
import { weightedCrossProduct } from "../matrices/weighted-cross-product.ts";
import { type ConditionedDesign, conditionDesign, turnBack } from "./condition-design.ts";
import { emptyRows, type RegressionFamily, type Rows } from "./regression-family.ts";
import { isSeparating, separatingColumns } from "./separation-certificate.ts";

/** Where the repeated least squares came to rest. */
export type GlmSolution = {
  readonly kind: "solved";
  readonly conditioned: ConditionedDesign;
  /** Coefficients of the conditioned columns. */
  readonly coefficients: Float64Array;
  readonly rows: Rows;
  readonly deviance: number;
  readonly iterations: number;
};

/** Why they did not. */
export type GlmFailure =
  | { readonly kind: "separated"; readonly columns: readonly string[] }
  | { readonly kind: "not_converged"; readonly detail: string };

/** What a fit starts from; all arrays as long as the design has rows. */
export type GlmProblem = {
  readonly design: DesignMatrix;
  readonly y: Float64Array;
  readonly offset: Float64Array;
  readonly prior: Float64Array;
  /** A linear predictor to start from, offset included, instead of the family's own. */
  readonly start?: Float64Array;
  /** The design as an earlier fit left it. */
  readonly conditioned?: ConditionedDesign;
};

const smallestChange = 1e-10;
const smallestStep = 1e-6;
const mostIterations = 100;
const mostHalvings = 30;

/**
 * Fits a generalized linear model by repeated weighted least squares with R's starting values, halving a step that
 * raises the deviance, until the deviance changes by less than 1e-10 of itself and no row moves by more than 1e-6.
 * Not to be called for a published number: {@link poissonRegression} and its sisters check the input and say what the
 * fit means.
 *
 * Source: McCullagh & Nelder (1989), 2.5; R Core Team, glm.fit.
 *
 * @returns the solution, or which columns leave no finite estimate, or why the steps did not settle
 * @example fitGlm({ name: "poisson", hasCurvature: false, start: (y, prior, into) => into.set(y.map((count) => Math.log(count + 0.1))), bound: (y) => (y === 0 ? "below" : "none"), evaluate: ({ y, linear, fitted, weight, score }) => { y.forEach((count, row) => { fitted[row] = Math.exp(linear[row]); weight[row] = fitted[row]; score[row] = count - fitted[row]; }); return 2 * y.reduce((sum, count, row) => sum + count * Math.log(count / fitted[row]) - score[row], 0); } }, { design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, y: Float64Array.of(1, 3), offset: Float64Array.of(0, 0), prior: Float64Array.of(1, 1) }) // { kind: "solved", coefficients: [0.693147180559…] }
 */
export function fitGlm(family: RegressionFamily, problem: GlmProblem): GlmSolution | GlmFailure {
  const first = fitFrom(family, problem);
  if (first.kind !== "not_converged" || problem.start !== undefined) return first;
  const second = fitFrom(family, { ...problem, start: levelStart(family, problem) });
  return second.kind === "not_converged" ? first : second;
}

function fitFrom(family: RegressionFamily, problem: GlmProblem): GlmSolution | GlmFailure {
  const { design, y, prior, offset, start } = problem;
  const rows = startRows(family, problem);
  if (!Number.isFinite(family.evaluate(rows))) return failure("the starting values overflow");
  const conditioned = problem.conditioned ?? conditionDesign(design, rows.weight);
  const { values } = conditioned;
  if (conditioned.kept.length === 0) return failure("no column tells the rows apart from 0");
  const step = new Float64Array(design.rows);
  let coefficients = firstCoefficients(conditioned, rows, offset);
  if (coefficients === undefined) return failure("the columns depend on each other at the starting values");
  addOffset(multiplyColumns(values, coefficients, rows.linear), offset);
  let deviance = family.evaluate(rows);
  if (!Number.isFinite(deviance))
    return failure(start ? "the first step overflows" : "the first step from the outcome overflows");

  for (let iterations = 2; iterations <= mostIterations; iterations += 1) {
    const factor = choleskyFactor(weightedCrossProduct(values, design.rows, rows.curvature), conditioned.kept.length);
    if (factor === undefined) return failure("the information on the coefficients vanishes");
    const change = choleskySolve(factor, multiplyTransposed(values, rows.score));
    multiplyColumns(values, change, step);
    const moved = moveDownhill(family, rows, step, deviance);
    if (moved === undefined) return failure("no step lowers the deviance");
    coefficients = coefficients.map((value, index) => value + moved.share * (change[index] as number));
    const drop = Math.abs(deviance - moved.deviance) / (Math.abs(moved.deviance) + 0.1);
    deviance = moved.deviance;
    const largest = largestStep(step, prior) * moved.share;
    if (largest > 0.1 && iterations > 5 && isSeparating(family, { y, prior }, step))
      return { kind: "separated", columns: separatingColumns(design, spread(conditioned, change)) };
    if (drop < smallestChange && largest < smallestStep)
      return { kind: "solved", conditioned, coefficients, rows, deviance, iterations };
  }
  return failure(`the deviance still changes after ${mostIterations} steps`);
}

function startRows(family: RegressionFamily, { y, prior, start }: GlmProblem): Rows {
  const rows = emptyRows(family, { y, prior });
  if (start === undefined) family.start(y, prior, rows.linear);
  else rows.linear.set(start);
  return rows;
}

/** The first weighted least squares is on the whole working response; later ones only on what is left of the score. */
function firstCoefficients(conditioned: ConditionedDesign, rows: Rows, offset: Float64Array): Float64Array | undefined {
  const { values } = conditioned;
  const factor = choleskyFactor(
    weightedCrossProduct(values, conditioned.rows, rows.curvature),
    conditioned.kept.length,
  );
  if (factor === undefined) return undefined;
  const right = rows.linear.map(
    (linear, row) => (rows.curvature[row] as number) * (linear - (offset[row] as number)) + (rows.score[row] as number),
  );
  return choleskySolve(factor, multiplyTransposed(values, right));
}

/** Moves the rows by the step, or a half, a quarter… of it, so that the deviance does not rise. */
function moveDownhill(
  family: RegressionFamily,
  rows: Rows,
  step: Float64Array,
  before: number,
): { readonly share: number; readonly deviance: number } | undefined {
  let share = 1;
  shift(rows.linear, step, 1);
  for (let halvings = 0; halvings <= mostHalvings; halvings += 1) {
    const deviance = family.evaluate(rows);
    if (Number.isFinite(deviance) && (deviance - before) / (Math.abs(deviance) + 0.1) < smallestChange)
      return { share, deviance };
    shift(rows.linear, step, -share / 2);
    share /= 2;
  }
  return undefined;
}

function levelStart(family: RegressionFamily, { y, prior, offset }: GlmProblem): Float64Array {
  let events = 0;
  let exposure = 0;
  for (let row = 0; row < y.length; row += 1) {
    events += (prior[row] as number) * (y[row] as number);
    exposure += (prior[row] as number) * (family.name === "logistic" ? 1 : Math.exp(offset[row] as number));
  }
  const share = (events + 0.5) / (exposure + 1);
  const level = family.name === "logistic" ? Math.log(share / (1 - share)) : Math.log((events + 0.1) / exposure);
  return offset.map((value) => value + level);
}

function spread({ kept, ...rest }: ConditionedDesign, change: Float64Array): ArrayLike<number> {
  const direction: number[] = [];
  turnBack({ kept, ...rest }, change).forEach((value, place) => {
    direction[kept[place] as number] = value;
  });
  return direction;
}

function largestStep(step: Float64Array, prior: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < step.length; row += 1)
    if (prior[row] !== 0) largest = Math.max(largest, Math.abs(step[row] as number));
  return largest;
}

function shift(target: Float64Array, step: Float64Array, share: number): void {
  for (let row = 0; row < target.length; row += 1)
    target[row] = (target[row] as number) + share * (step[row] as number);
}

function addOffset(target: Float64Array, offset: Float64Array): void {
  for (let row = 0; row < target.length; row += 1) target[row] = (target[row] as number) + (offset[row] as number);
}

function failure(detail: string): GlmFailure {
  return { kind: "not_converged", detail };
}
