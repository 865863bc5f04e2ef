import type { Interval } from "@evenhand/standard";
import { chiSquareQuantile } from "../functions/chi-square-tail.ts";
import type { DesignMatrix } from "../matrices/design-matrix.ts";
import type { Refusal } from "../refusal.ts";
import { type BiasReducedPoint, type BiasReducedProblem, biasReducedFit } from "./bias-reduced-fit.ts";
import { conditionDesign } from "./condition-design.ts";
import type { GlmProblem } from "./fit-glm.ts";
import { logisticFamily } from "./logistic-family.ts";
import { placeCoefficients, placeCovariance } from "./place-coefficients.ts";
import { poissonFamily } from "./poisson-family.ts";
import { profileBound } from "./profile-bound.ts";
import type { CoefficientCovariance } from "./regression-fit.ts";
import { type RegressionInput, readProblem, requireCounts } from "./regression-input.ts";

const mostClimbs = 10;

/** A bias-reduced fit; lists run in the order of the columns, null where a column is aliased. */
export type FirthFit = CoefficientCovariance & {
  readonly columns: readonly string[];
  readonly coefficients: readonly (number | null)[];
  /** Log-likelihood, without constants, plus half the log determinant of the information. */
  readonly penalisedLogLikelihood: number;
  /** Profile intervals at the asked level; null where a column is aliased or a bound does not settle. */
  readonly intervals: readonly (Interval | null)[];
  readonly aliased: readonly string[];
  readonly iterations: number;
};

/** The input of a regression, and the level of its profile intervals. */
export type FirthInput = RegressionInput & { readonly level?: number | undefined };

/**
 * Logistic regression with Firth's bias reduction: finite where a group has no or only events, and nearer to the truth
 * in small samples. Its intervals come from the profile of the penalised likelihood; the standard errors are poor
 * there. Coefficients depend a little on the prior that this amounts to: say so where they carry a claim.
 *
 * Source: Firth (1993), Biometrika 80, 27–38; Heinze & Schemper (2002), Statistics in Medicine 21, 2409–2419.
 *
 * @param input design with its intercept, shares 0–1, weights = trials
 * @returns a refusal "not_converged" if the steps do not settle
 * @throws RangeError if lengths differ, a number is not finite, a share is outside [0, 1] or level outside (0, 1)
 * @example firthLogistic({ design: { rows: 1, columns: ["one"], values: Float64Array.of(1) }, y: [0], weights: [15] }) // { coefficients: [-3.43398720…], intervals: [{ low: -8.28331…, high: -1.43083… }] }
 */
export function firthLogistic(input: FirthInput): FirthFit | Refusal {
  const problem = readProblem(input);
  const wrong = problem.y.find((share) => share < 0 || share > 1);
  if (wrong !== undefined) throw new RangeError(`invalid y; must be in [0, 1]: ${wrong}`);
  return firthFit(problem, input.level, {
    family: logisticFamily,
    halfSlope: (share) => 0.5 - share,
    logLikelihood: (share, odds) =>
      share * odds - (odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds))),
  });
}

/**
 * Poisson regression with Firth's bias reduction: finite where a group has no events. As {@link firthLogistic}, for
 * counts with a log exposure as offset.
 *
 * Source: Firth (1993), Biometrika 80, 27–38; Kosmidis & Firth (2009), Biometrika 96, 793–804.
 *
 * @param input design with its intercept, whole counts, offset = log exposure
 * @returns a refusal "not_converged" if the steps do not settle
 * @throws RangeError if lengths differ, a number is not finite, a count is negative or a fraction, or level outside (0, 1)
 * @example firthPoisson({ design: { rows: 1, columns: ["one"], values: Float64Array.of(1) }, y: [0] }) // { coefficients: [-0.693147180…] }
 */
export function firthPoisson(input: FirthInput): FirthFit | Refusal {
  const problem = readProblem(input);
  requireCounts(problem.y, true);
  return firthFit(problem, input.level, {
    family: poissonFamily,
    halfSlope: () => 0.5,
    logLikelihood: (count, linear) => count * linear - Math.exp(linear),
  });
}

function firthFit(
  { design, y, offset, prior }: GlmProblem,
  level = 0.95,
  family: Pick<BiasReducedProblem, "family" | "halfSlope" | "logLikelihood">,
): FirthFit | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const { kept, aliased } = conditionDesign(design, prior);
  const scales = kept.map((column) => largest(design, column));
  const problem = { ...family, values: scaledColumns(design, kept, scales), y, offset, prior };
  const found = highestHill(problem, startLevel(problem, design.rows, kept.length), level);
  if (found === undefined) return { reason: "not_converged", detail: "the penalised likelihood does not settle" };
  const { best, intervals } = found;
  const conditioned = { rows: design.rows, values: problem.values, kept, aliased, turn: inverseDiagonal(scales) };
  return {
    columns: design.columns,
    coefficients: placeCoefficients(design, conditioned, best.coefficients),
    ...placeCovariance(design, { conditioned }, { inner: best.inverse }),
    penalisedLogLikelihood: best.penalised + scales.reduce((sum, scale) => sum + Math.log(scale), 0),
    intervals: design.columns.map((_, column) => {
      const place = kept.indexOf(column);
      const interval = intervals[place] ?? null;
      const scale = scales[place] ?? 1;
      return interval && { low: interval.low / scale, high: interval.high / scale };
    }),
    aliased: aliased.map((column) => design.columns[column] as string),
    iterations: best.iterations,
  };
}

/**
 * The penalised likelihood of counts can have more than one hill where there are hardly more rows than coefficients.
 * The profiles walk far enough to see a higher one; the fit then starts again from there.
 */
function highestHill(
  problem: BiasReducedProblem,
  first: Float64Array,
  level: number,
): { readonly best: BiasReducedPoint; readonly intervals: readonly (Interval | null)[] } | undefined {
  let start = first;
  for (let climbs = 0; climbs < mostClimbs; climbs += 1) {
    const best = biasReducedFit(problem, start);
    if (best === undefined) return undefined;
    const cut = best.penalised - chiSquareQuantile(level, 1) / 2;
    const bounds = Array.from(best.coefficients, (_, place) => ({
      low: profileBound(problem, best, { place, cut, side: -1 }),
      high: profileBound(problem, best, { place, cut, side: 1 }),
    }));
    const higher = bounds.flatMap(({ low, high }) => [low, high]).find((bound) => bound instanceof Float64Array);
    if (higher === undefined) return { best, intervals: bounds.map(asInterval) };
    start = higher;
  }
  return undefined;
}

function asInterval({ low, high }: { readonly low: unknown; readonly high: unknown }): Interval | null {
  return typeof low === "number" && typeof high === "number" ? { low, high } : null;
}

function largest({ rows, values }: DesignMatrix, column: number): number {
  return values
    .subarray(column * rows, (column + 1) * rows)
    .reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** Columns whose largest number is 1, so that steps mean the same in each. */
function scaledColumns(
  { rows, values }: DesignMatrix,
  kept: readonly number[],
  scales: readonly number[],
): Float64Array {
  const scaled = new Float64Array(rows * kept.length);
  kept.forEach((column, place) => {
    for (let row = 0; row < rows; row += 1)
      scaled[place * rows + row] = (values[column * rows + row] as number) / (scales[place] as number);
  });
  return scaled;
}

function inverseDiagonal(scales: readonly number[]): Float64Array {
  const size = scales.length;
  const diagonal = new Float64Array(size * size);
  scales.forEach((scale, place) => {
    diagonal[place * size + place] = 1 / scale;
  });
  return diagonal;
}

/** All coefficients 0 but the intercept, which starts at the overall level. */
function startLevel(
  { family, values, y, offset, prior }: Omit<BiasReducedProblem, "halfSlope" | "logLikelihood">,
  rows: number,
  size: number,
): Float64Array {
  const start = new Float64Array(size);
  const place = start.findIndex((_, column) =>
    values.subarray(column * rows, (column + 1) * rows).every((value) => value === 1),
  );
  if (place < 0) return start;
  let events = 0.5;
  let exposure = 0;
  for (let row = 0; row < rows; row += 1) {
    events += (prior[row] as number) * (y[row] as number);
    exposure += (prior[row] as number) * (family.name === "poisson" ? Math.exp(offset[row] as number) : 1);
  }
  start[place] = family.name === "poisson" ? Math.log(events / exposure) : Math.log(events / (exposure + 1 - events));
  return start;
}
