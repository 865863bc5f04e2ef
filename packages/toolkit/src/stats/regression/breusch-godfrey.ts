import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { designMatrix } from "../matrices/design-matrix.ts";
import type { Refusal } from "../refusal.ts";
import { requireLag } from "./autocorrelation.ts";
import { type LeastSquaresFit, leastSquares } from "./least-squares.ts";

/**
 * Whether residuals of a least-squares regression are explained by their own past, the predictors given: n·R² of
 * regressing them on predictors and lagged residuals, the missing past filled with 0. Rows must be in the order of
 * time, and the fit unweighted. Not for residuals of counts.
 *
 * Source: Breusch (1978), Australian Economic Papers 17, 334–355; Godfrey (1978), Econometrica 46, 1293–1301.
 *
 * @returns a refusal "too_few_units" if the series is no longer than the lags, "no_heterogeneity" for a perfect fit
 * @throws RangeError if lags is not a whole number from 1
 * @example breuschGodfrey({ design: { rows: 4, columns: ["one"], values: Float64Array.of(1, 1, 1, 1) }, residuals: Float64Array.of(1, -1, 1, -1), residualSumOfSquares: 4 }, 1) // { statistic: 3.2727… }
 */
export function breuschGodfrey(
  { design, residuals, residualSumOfSquares }: LeastSquaresFit,
  lags: number,
): { readonly statistic: number; readonly p: number } | Refusal {
  requireLag(lags);
  const { rows, columns, values } = design;
  if (rows <= lags) return { reason: "too_few_units", detail: `${rows} periods for ${lags} lags` };
  if (!(residualSumOfSquares > 0)) return { reason: "no_heterogeneity", detail: "all residuals are 0" };
  const predictors = columns.map((_, index) => ({
    name: `predictor ${index}`,
    values: values.subarray(index * rows, (index + 1) * rows),
  }));
  const past = Array.from({ length: lags }, (_, index) => ({
    name: `lag ${index + 1}`,
    values: residuals.map((_, row) => residuals[row - index - 1] ?? 0),
  }));
  const { fitted } = leastSquares({ design: designMatrix([...predictors, ...past]), y: residuals });
  const explained = fitted.reduce((sum, value) => sum + value * value, 0);
  const statistic = (rows * explained) / residualSumOfSquares;
  return { statistic, p: chiSquareTail(statistic, lags) };
}
