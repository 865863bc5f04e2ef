import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { proportionalOdds } from "../../src/stats/regression/proportional-odds.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly columns: readonly string[];
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weights?: readonly number[] | null;
};

export const adapter = adapt<Input>(({ columns, X, y, weights }) => {
  const fit = proportionalOdds({ design: designFromRows(columns, X), y, weights: weights ?? undefined });
  if (isRefusal(fit)) return fit;
  return {
    coef: fit.coefficients,
    zeta: fit.thresholds,
    se: [...fit.standardErrors, ...fit.thresholdErrors],
    deviance: fit.deviance,
    aic: fit.aic,
  };
});
