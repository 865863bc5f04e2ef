import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../../src/stats/refusal.ts";
import { leastSquares } from "../../src/stats/regression/least-squares.ts";
import { neweyWestCovariance, neweyWestLag } from "../../src/stats/regression/newey-west-covariance.ts";
import type { CoefficientCovariance } from "../../src/stats/regression/regression-fit.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly y: readonly number[];
  readonly X: readonly (readonly number[])[];
  readonly lag?: number | null;
};

export const adapter = adapt<Input>(({ y, X, lag }) => {
  const fit = leastSquares({
    design: designFromRows(
      (X[0] ?? []).map((_, index) => `x${index}`),
      X,
    ),
    y,
  });
  const given = lag ?? undefined;
  return {
    coef: fit.coefficients,
    se: errors(neweyWestCovariance(fit, { lag: given })),
    se_adjusted: errors(neweyWestCovariance(fit, { lag: given, adjust: true })),
    se_ols: fit.standardErrors,
    auto_lag: neweyWestLag(y.length),
  };
});

function errors(answer: CoefficientCovariance | Refusal): readonly (number | null)[] | null {
  return isRefusal(answer) ? null : answer.standardErrors;
}
