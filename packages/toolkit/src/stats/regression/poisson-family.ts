import { poissonDeviance } from "../functions/poisson-deviance.ts";
import type { RegressionFamily } from "./regression-family.ts";

/**
 * Poisson counts with a log link: variance equal to the mean. Not for counts that scatter more than that; see
 * {@link dispersionTests}.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 6.2; starting values as in R.
 *
 * @example poissonFamily.bound(0) // "below"
 */
export const poissonFamily: RegressionFamily = {
  name: "poisson",
  hasCurvature: false,
  start: (y, _prior, into) => {
    for (let row = 0; row < y.length; row += 1) into[row] = Math.log((y[row] as number) + 0.1);
  },
  evaluate: ({ y, prior, linear, fitted, weight, score }) => {
    let deviance = 0;
    for (let row = 0; row < y.length; row += 1) {
      const count = y[row] as number;
      const trials = prior[row] as number;
      const mean = Math.exp(linear[row] as number);
      fitted[row] = mean;
      weight[row] = trials * mean;
      score[row] = trials * (count - mean);
      deviance += trials * (count === 0 ? mean : halfDeviance(count, mean));
    }
    return 2 * deviance;
  },
  bound: (y) => (y === 0 ? "below" : "none"),
};

/**
 * The plain formula where it does not cancel; the slower exact one where it does.
 *
 * @example halfDeviance(1, 2) // 0.30685281944…
 */
export function halfDeviance(count: number, mean: number): number {
  const excess = mean - count;
  if (Math.abs(excess) > 0.1 * count) return count * Math.log(count / mean) + excess;
  return poissonDeviance(count, mean);
}
