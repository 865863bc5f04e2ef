import { type DesignMatrix, designFromRows } from "../src/stats/matrices/design-matrix.ts";
import type { RegressionFit } from "../src/stats/regression/regression-fit.ts";
import type { CaseFiles } from "./adapter.ts";

type DesignFile = {
  readonly columns: readonly string[];
  readonly X: readonly (readonly number[])[];
  readonly y: readonly number[];
  readonly offset: readonly number[] | null;
  readonly weights: readonly number[] | null;
  readonly cluster: readonly (string | number)[] | null;
};

/** What a design file of the oracles holds, as the regressions take it. */
export type OracleDesign = {
  readonly design: DesignMatrix;
  readonly y: readonly number[];
  readonly offset: readonly number[] | undefined;
  readonly weights: readonly number[] | undefined;
  readonly cluster: readonly (string | number)[] | undefined;
};

/** Reads a design file of the oracles; null there means not given. */
export function readDesign(files: CaseFiles, path: string): OracleDesign {
  const { columns, X, y, offset, weights, cluster } = files.json(path) as DesignFile;
  return {
    design: designFromRows(columns, X),
    y,
    offset: offset ?? undefined,
    weights: weights ?? undefined,
    cluster: cluster ?? undefined,
  };
}

/** A fit under the names of the oracles. */
export function nameFit(fit: RegressionFit): Readonly<Record<string, unknown>> {
  return {
    columns: fit.columns,
    coef: fit.coefficients,
    se: fit.standardErrors,
    deviance: fit.deviance,
    null_deviance: fit.nullDeviance,
    df_residual: fit.degreesResidual,
    loglik: fit.logLikelihood,
    aic: fit.aic,
    bic: fit.bic,
    pearson_chisq: fit.pearson,
    dispersion: fit.dispersion,
  };
}
