import { halfDeviance } from "./poisson-family.ts";
import type { RegressionFamily } from "./regression-family.ts";

/**
 * Shares of trials with a logit link. Not for shares without a number of trials.
 *
 * Source: McCullagh & Nelder (1989), Generalized Linear Models, 4; starting values as in R.
 *
 * @example logisticFamily.bound(1) // "above"
 */
export const logisticFamily: RegressionFamily = {
  name: "logistic",
  hasCurvature: false,
  start: (y, prior, into) => {
    for (let row = 0; row < y.length; row += 1) {
      const trials = prior[row] as number;
      const share = (trials * (y[row] as number) + 0.5) / (trials + 1);
      into[row] = Math.log(share / (1 - share));
    }
  },
  evaluate: ({ y, prior, linear, fitted, weight, score }) => {
    let deviance = 0;
    for (let row = 0; row < y.length; row += 1) {
      const share = y[row] as number;
      const trials = prior[row] as number;
      const odds = linear[row] as number;
      const small = Math.exp(-Math.abs(odds));
      const near = 1 / (1 + small);
      const far = small * near;
      const yes = odds >= 0 ? near : far;
      const no = odds >= 0 ? far : near;
      fitted[row] = yes;
      weight[row] = trials * yes * no;
      score[row] = trials * (share * no - (1 - share) * yes);
      if (share === 1) deviance += trials * (odds >= 0 ? Math.log1p(small) : Math.log1p(small) - odds);
      else if (share === 0) deviance += trials * (odds >= 0 ? Math.log1p(small) + odds : Math.log1p(small));
      else deviance += trials * (halfDeviance(share, yes) + halfDeviance(1 - share, no));
    }
    return 2 * deviance;
  },
  bound: (y) => (y === 0 ? "below" : y === 1 ? "above" : "none"),
};
