import { fitGlm, type GlmProblem } from "./fit-glm.ts";
import { emptyRows, type RegressionFamily } from "./regression-family.ts";
import { constantColumn } from "./summarise-solution.ts";

/**
 * Deviance of the model that knows only the level (and the offset): what the predictors are measured against. Without
 * an intercept in the design it is the deviance at the offset alone, as in R.
 *
 * @returns null where that model has no finite fit
 * @example nullDeviance({ name: "poisson", hasCurvature: false, start: (y, prior, into) => into.set(y.map((count) => Math.log(count + 0.1))), bound: (y) => (y === 0 ? "below" : "none"), evaluate: ({ y, linear, fitted, weight, score }) => { y.forEach((count, row) => { fitted[row] = Math.exp(linear[row]); weight[row] = fitted[row]; score[row] = count - fitted[row]; }); return 2 * y.reduce((sum, count, row) => sum + count * Math.log(count / fitted[row]) - score[row], 0); } }, { design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, y: Float64Array.of(1, 3), offset: Float64Array.of(0, 0), prior: Float64Array.of(1, 1) }) // 1.04649628752…
 */
export function nullDeviance(family: RegressionFamily, problem: GlmProblem): number | null {
  const { y, offset, prior, design } = problem;
  if (constantColumn(design)) {
    const intercept = { rows: design.rows, columns: ["one"], values: new Float64Array(design.rows).fill(1) };
    const level = fitGlm(family, { design: intercept, y, offset, prior });
    return level.kind === "solved" ? level.deviance : null;
  }
  const deviance = family.evaluate({ ...emptyRows(family, { y, prior }), linear: offset });
  return Number.isFinite(deviance) ? deviance : null;
}
