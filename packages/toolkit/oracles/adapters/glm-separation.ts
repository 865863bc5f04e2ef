import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { findSeparation } from "../../src/stats/regression/find-separation.ts";
import { firthLogistic, firthPoisson } from "../../src/stats/regression/firth-regression.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly family: "poisson" | "binomial";
  readonly X: readonly (readonly number[])[];
  readonly columns: readonly string[];
  readonly y: readonly number[];
  readonly offset?: readonly number[] | null;
  readonly weights?: readonly number[] | null;
};

export const adapter = adapt<Input>(({ family, X, columns, y, offset, weights }) => {
  const input = {
    design: designFromRows(columns, X),
    y,
    offset: offset ?? undefined,
    weights: weights ?? undefined,
  };
  const separation = findSeparation(family === "poisson" ? "poisson" : "logistic", input);
  const fit = family === "poisson" ? firthPoisson(input) : firthLogistic(input);
  return {
    separated: isRefusal(separation) ? null : separation.separated,
    separated_columns: isRefusal(separation) ? null : separation.columns,
    firth_coef: isRefusal(fit) ? null : fit.coefficients,
    firth_se: isRefusal(fit) ? null : fit.standardErrors,
  };
});
