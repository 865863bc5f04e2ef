import { binomialLogDensity } from "../functions/binomial-probability.ts";
import type { Refusal } from "../refusal.ts";
import { fitGlm } from "./fit-glm.ts";
import { logisticFamily } from "./logistic-family.ts";
import { nullDeviance } from "./null-deviance.ts";
import type { Rows } from "./regression-family.ts";
import type { RegressionFit } from "./regression-fit.ts";
import { type RegressionInput, readProblem } from "./regression-input.ts";
import { refuseFit, summariseSolution } from "./summarise-solution.ts";

/**
 * Logistic regression: log-odds of a share = offset + predictors · coefficients, so that exp(coefficient) is an odds
 * ratio, which is further from 1 than the ratio of shares and must not be worded as "times as likely". Not where a
 * group has no or only events: use {@link firthLogistic}.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 4.
 *
 * @param input design with its intercept, shares 0–1, weights = trials of each row (1 for single yes and no)
 * @returns a refusal "separated" (with the columns) where no finite estimate exists, or "not_converged"
 * @throws RangeError if lengths differ, a number is not finite, a share is outside [0, 1] or a weight is negative
 * @example logisticRegression({ design: { rows: 1, columns: ["one"], values: Float64Array.of(1) }, y: [0.25], weights: [12] }) // { coefficients: [-1.098612288668…], standardErrors: [0.6666…] }
 */
export function logisticRegression(input: RegressionInput): RegressionFit | Refusal {
  const problem = readProblem(input);
  const wrong = problem.y.find((share) => share < 0 || share > 1);
  if (wrong !== undefined) throw new RangeError(`invalid y; must be in [0, 1]: ${wrong}`);
  const solution = fitGlm(logisticFamily, problem);
  if (solution.kind !== "solved") return refuseFit(solution);
  return summariseSolution(input.design, solution, {
    family: "logistic",
    nullDeviance: nullDeviance(logisticFamily, problem),
    logLikelihood: logLikelihood(solution.rows),
    furtherParameters: 0,
    variance: (share) => share * (1 - share),
    dispersion: "one",
  });
}

/** With the number of ways the events can fall on the trials, as R counts it; events are rounded to whole numbers. */
function logLikelihood({ y, prior, linear }: Rows): number {
  let sum = 0;
  for (let row = 0; row < y.length; row += 1) {
    const trials = Math.round(prior[row] as number);
    const events = Math.round((prior[row] as number) * (y[row] as number));
    const odds = linear[row] as number;
    const chance = { p: 1 / (1 + Math.exp(-odds)), q: 1 / (1 + Math.exp(odds)) };
    if (trials > 0) sum += binomialLogDensity(events, trials - events, chance);
  }
  return sum;
}
