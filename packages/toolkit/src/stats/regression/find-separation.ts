import type { Refusal } from "../refusal.ts";
import { fitGlm, type GlmProblem } from "./fit-glm.ts";
import { logisticFamily } from "./logistic-family.ts";
import { poissonFamily } from "./poisson-family.ts";
import { type RegressionInput, readProblem, requireCounts } from "./regression-input.ts";
import { constantColumn } from "./summarise-solution.ts";

/** Whether a finite estimate exists, and if not which columns run off. */
export type Separation = { readonly separated: boolean; readonly columns: readonly string[] };

/**
 * Looks for groups without events (or, for shares, with nothing but events), and for combinations of columns that
 * foretell the outcome without error: the maximum-likelihood coefficient is then infinite, and the large number a
 * program prints is where it stopped. Use {@link firthLogistic} or {@link firthPoisson} instead.
 *
 * Source: Albert & Anderson (1984), Biometrika 71, 1–10; Correia, Guimarães & Zylkin (2019).
 *
 * @param input as for the regression itself
 * @returns a refusal "not_converged" if the fit neither settles nor proves separation
 * @throws RangeError as the regression itself
 * @example findSeparation("poisson", { design: { rows: 4, columns: ["one", "g"], values: Float64Array.of(1, 1, 1, 1, 0, 0, 1, 1) }, y: [5, 8, 0, 0] }) // { separated: true, columns: ["g"] }
 */
export function findSeparation(family: "poisson" | "logistic", input: RegressionInput): Separation | Refusal {
  const problem = readProblem(input);
  if (family === "poisson") requireCounts(problem.y, false);
  const empty = emptyGroups(family, problem);
  const fit = fitGlm(family === "poisson" ? poissonFamily : logisticFamily, problem);
  const running = fit.kind === "separated" ? fit.columns : [];
  const columns = input.design.columns.filter((name) => empty.includes(name) || running.includes(name));
  if (fit.kind === "not_converged" && columns.length === 0) return { reason: "not_converged", detail: fit.detail };
  return { separated: columns.length > 0 || fit.kind === "separated", columns };
}

/** Columns of 0 and 1 with no event on one side, or for shares nothing but events. */
function emptyGroups(family: "poisson" | "logistic", { design, y, prior }: GlmProblem): readonly string[] {
  const { rows, columns, values } = design;
  const hasLevel = constantColumn(design);
  return columns.filter((_, column) => {
    const events = [0, 0];
    const others = [0, 0];
    const weights = [0, 0];
    for (let row = 0; row < rows; row += 1) {
      const side = values[column * rows + row] as number;
      if (side !== 0 && side !== 1) return false;
      const weight = prior[row] as number;
      weights[side] = (weights[side] as number) + weight;
      events[side] = (events[side] as number) + weight * (y[row] as number);
      others[side] = (others[side] as number) + weight * (1 - (y[row] as number));
    }
    if (weights[0] === 0 || weights[1] === 0) return false;
    return (hasLevel ? [0, 1] : [1]).some(
      (side) => events[side] === 0 || (family === "logistic" && others[side] === 0),
    );
  });
}
