import { poissonLogProbability } from "../functions/poisson-probability.ts";
import type { Refusal } from "../refusal.ts";
import { fitGlm } from "./fit-glm.ts";
import { nullDeviance } from "./null-deviance.ts";
import { poissonFamily } from "./poisson-family.ts";
import type { RegressionFit } from "./regression-fit.ts";
import { type RegressionInput, readProblem, requireCounts } from "./regression-input.ts";
import { refuseFit, summariseSolution } from "./summarise-solution.ts";

/**
 * Poisson regression: log expected count = offset + predictors · coefficients, so that exp(coefficient) is a rate
 * ratio. Coefficients and deviance differences do not change when rows with the same predictors are added together.
 * Not for counts that scatter more than Poisson counts: the standard errors are then too small; use
 * {@link quasiPoissonRegression}, {@link negativeBinomialRegression} or {@link robustCovariance}.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 6.2.
 *
 * @param input design with its intercept, whole counts, offset = log exposure
 * @returns a refusal "separated" (with the columns) where a group without events leaves no finite estimate, or
 * "not_converged"
 * @throws RangeError if lengths differ, a number is not finite, a count is negative or a fraction
 * @example poissonRegression({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, y: [1, 3] }) // { coefficients: [0.693147180559…], standardErrors: [0.5] }
 */
export function poissonRegression(input: RegressionInput): RegressionFit | Refusal {
  const problem = readProblem(input);
  requireCounts(problem.y, true);
  const solution = fitGlm(poissonFamily, problem);
  if (solution.kind !== "solved") return refuseFit(solution);
  const { y, prior, fitted } = solution.rows;
  let logLikelihood = 0;
  for (let row = 0; row < y.length; row += 1)
    logLikelihood += (prior[row] as number) * poissonLogProbability(y[row] as number, fitted[row] as number);
  return summariseSolution(input.design, solution, {
    family: "poisson",
    nullDeviance: nullDeviance(poissonFamily, problem),
    logLikelihood,
    furtherParameters: 0,
    variance: (mean) => mean,
    dispersion: "one",
  });
}
