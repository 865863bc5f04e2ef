import type { RegressionFamily } from "./regression-family.ts";

/**
 * Negative binomial counts (NB2) with a log link: variance mean + mean² / theta, theta held fixed. Not for counts that
 * scatter less than Poisson counts.
 *
 * Source: Venables & Ripley (2002), Modern Applied Statistics with S, 7.4.
 *
 * @param theta above 0; the larger, the nearer to Poisson
 * @throws RangeError if theta is not positive
 * @example negativeBinomialFamily(2).bound(0) // "below"
 */
export function negativeBinomialFamily(theta: number): RegressionFamily {
  if (!(theta > 0)) throw new RangeError(`invalid theta; must be positive: ${theta}`);
  return {
    name: "negative-binomial",
    hasCurvature: true,
    start: (y, _prior, into) => {
      for (let row = 0; row < y.length; row += 1) {
        const count = y[row] as number;
        into[row] = Math.log(count === 0 ? 1 / 6 : count);
      }
    },
    evaluate: ({ y, prior, linear, fitted, weight, curvature, score }) => {
      let deviance = 0;
      for (let row = 0; row < y.length; row += 1) {
        const count = y[row] as number;
        const trials = prior[row] as number;
        const mean = Math.exp(linear[row] as number);
        const shrink = trials / (1 + mean / theta);
        fitted[row] = mean;
        weight[row] = shrink * mean;
        curvature[row] = (shrink * mean * (1 + count / theta)) / (1 + mean / theta);
        score[row] = shrink * (count - mean);
        deviance += trials * halfDeviance(count, mean, theta);
      }
      return 2 * deviance;
    },
    bound: (y) => (y === 0 ? "below" : "none"),
  };
}

/** y ln(y/μ) − (y + θ) ln((y + θ)/(μ + θ)), written so that counts far above theta do not cancel. */
function halfDeviance(count: number, mean: number, theta: number): number {
  const excess = count - mean;
  const rest = theta * Math.log1p(excess / (mean + theta));
  if (count === 0) return -rest;
  return count * Math.log1p(((excess / mean) * theta) / (count + theta)) - rest;
}
