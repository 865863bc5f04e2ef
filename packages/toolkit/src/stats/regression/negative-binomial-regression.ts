import { negativeBinomialLogProbability } from "../functions/negative-binomial-probability.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { fitGlm, type GlmProblem, type GlmSolution } from "./fit-glm.ts";
import { negativeBinomialFamily } from "./negative-binomial-family.ts";
import { negativeBinomialTheta, type ThetaEstimate, thetaError } from "./negative-binomial-theta.ts";
import { nullDeviance } from "./null-deviance.ts";
import { poissonFamily } from "./poisson-family.ts";
import { poissonRegression } from "./poisson-regression.ts";
import type { RegressionFit } from "./regression-fit.ts";
import { type RegressionInput, readProblem, requireCounts } from "./regression-input.ts";
import { refuseFit, summariseSolution } from "./summarise-solution.ts";

const mostRounds = 100;
const largestTheta = 1e6;

/**
 * Negative binomial regression (NB2): counts with variance mean + mean² / theta, theta estimated. exp(coefficient) is
 * a rate ratio. Where the counts do not scatter more than Poisson counts theta would grow without end; the answer is
 * then the Poisson fit, with `fallback: "poisson"`. Depends on what a row is, so rows must not be merged.
 *
 * Standard errors of the coefficients treat theta as known, as MASS does.
 *
 * Source: Venables & Ripley (2002), Modern Applied Statistics with S, 7.4; Lawless (1987), Canadian Journal of
 * Statistics 15, 209–225.
 *
 * @param input design with its intercept, whole counts, offset = log exposure
 * @returns a refusal "separated" (with the columns) or "not_converged" where no fit can be given
 * @throws RangeError if lengths differ, a number is not finite, a count is negative or a fraction
 * @example negativeBinomialRegression({ design: { rows: 3, columns: ["one"], values: Float64Array.of(1, 1, 1) }, y: [0, 0, 6] }) // { coefficients: [0.693147180…], theta: 0.18801… }
 */
export function negativeBinomialRegression(input: RegressionInput): RegressionFit | Refusal {
  const problem = readProblem(input);
  requireCounts(problem.y, true);
  const poisson = fitGlm(poissonFamily, problem);
  if (poisson.kind !== "solved") return refuseFit(poisson);
  if (excessScatter(poisson) <= 0) return fallBack(input);
  const found = alternate(problem, poisson);
  if (isRefusal(found)) return found;
  if (found === "poisson") return fallBack(input);
  const { solution, estimate } = found;
  const { theta, information } = estimate;
  const fit = summariseSolution(input.design, solution, {
    family: "negative-binomial",
    nullDeviance: nullDeviance(negativeBinomialFamily(theta), problem),
    logLikelihood: logLikelihood(solution, theta),
    furtherParameters: 1,
    variance: (mean) => mean + (mean * mean) / theta,
    dispersion: "one",
  });
  return isRefusal(fit) ? fit : { ...fit, theta, thetaError: thetaError(solution.rows) ?? 1 / Math.sqrt(information) };
}

/** Slope of the log-likelihood in 1 / theta at the Poisson fit; not above 0 means that no theta does better. */
function excessScatter({ rows }: GlmSolution): number {
  let slope = 0;
  for (let row = 0; row < rows.y.length; row += 1) {
    const count = rows.y[row] as number;
    slope += (rows.prior[row] as number) * ((count - (rows.fitted[row] as number)) ** 2 - count);
  }
  return slope;
}

function fallBack(input: RegressionInput): RegressionFit | Refusal {
  const fit = poissonRegression(input);
  return isRefusal(fit) ? fit : { ...fit, fallback: "poisson" };
}

/** Theta for the means, means for theta, until neither moves. */
function alternate(
  problem: GlmProblem,
  poisson: GlmSolution,
): { readonly solution: GlmSolution; readonly estimate: ThetaEstimate } | "poisson" | Refusal {
  let solution = poisson;
  let theta: number | undefined;
  for (let round = 0; round < mostRounds; round += 1) {
    const estimate = negativeBinomialTheta(solution.rows, theta);
    if (estimate === undefined || isPoissonLike(estimate.theta, solution)) return "poisson";
    const settled = theta !== undefined && Math.abs(estimate.theta - theta) <= 1e-9 * theta;
    theta = estimate.theta;
    if (settled && estimate.information > 0) return { solution, estimate };
    const next = fitGlm(negativeBinomialFamily(theta), {
      ...problem,
      start: solution.rows.linear,
      ...(round === 0 ? {} : { conditioned: solution.conditioned }),
    });
    if (next.kind !== "solved") return refuseFit(next);
    solution = next;
  }
  return { reason: "not_converged", detail: `theta still changes after ${mostRounds} rounds` };
}

/** So large a theta that the further variance of the largest mean is under a thousandth of its Poisson variance. */
function isPoissonLike(theta: number, { rows }: GlmSolution): boolean {
  return theta > largestTheta && rows.fitted.every((mean) => mean < 1e-3 * theta);
}

function logLikelihood({ rows }: GlmSolution, theta: number): number {
  let sum = 0;
  for (let row = 0; row < rows.y.length; row += 1)
    sum +=
      (rows.prior[row] as number) *
      negativeBinomialLogProbability(rows.y[row] as number, { size: theta, mean: rows.fitted[row] as number });
  return sum;
}
