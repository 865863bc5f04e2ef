import type { Refusal } from "../refusal.ts";
import { fitGlm } from "./fit-glm.ts";
import { nullDeviance } from "./null-deviance.ts";
import { poissonFamily } from "./poisson-family.ts";
import type { RegressionFit } from "./regression-fit.ts";
import { type RegressionInput, readProblem, requireCounts } from "./regression-input.ts";
import { refuseFit, summariseSolution } from "./summarise-solution.ts";

/**
 * Poisson regression whose standard errors are multiplied by the square root of the dispersion, Pearson's chi-square
 * over the residual degrees of freedom. The errors also shrink where the dispersion is below 1: do not publish those;
 * use the Poisson errors then. Has no likelihood, so no AIC; depends on what a row is, so rows must not be merged.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 9; Gelman & Hill (2007), 6.2.
 *
 * @param input design with its intercept, counts or rates from 0, offset = log exposure
 * @returns a refusal "separated", "not_converged", or "too_few_units" where no degrees of freedom are left
 * @throws RangeError if lengths differ, a number is not finite or an outcome is negative
 * @example quasiPoissonRegression({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, y: [1, 3] }) // { coefficients: [0.693147180559…], standardErrors: [0.5] }
 */
export function quasiPoissonRegression(input: RegressionInput): RegressionFit | Refusal {
  const problem = readProblem(input);
  requireCounts(problem.y, false);
  const solution = fitGlm(poissonFamily, problem);
  if (solution.kind !== "solved") return refuseFit(solution);
  return summariseSolution(input.design, solution, {
    family: "quasi-poisson",
    nullDeviance: nullDeviance(poissonFamily, problem),
    logLikelihood: null,
    furtherParameters: 0,
    variance: (mean) => mean,
    dispersion: "pearson",
  });
}
