import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { firthLogistic } from "../../src/stats/regression/firth-regression.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly weights?: readonly number[] | null;
  readonly conf?: number;
};

export const adapter = adapt<Input>(({ X, y, weights, conf }) => {
  const design = designFromRows(
    (X[0] ?? []).map((_, index) => `x${index}`),
    X,
  );
  const fit = firthLogistic({ design, y, weights: weights ?? undefined, level: conf });
  if (isRefusal(fit)) return fit;
  return {
    coef: fit.coefficients,
    se: fit.standardErrors,
    penalised_loglik: fit.penalisedLogLikelihood,
    profile_ci: fit.intervals.map((interval) => interval && [interval.low, interval.high]),
  };
});
