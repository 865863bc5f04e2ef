import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { autocorrelations } from "../../src/stats/regression/autocorrelation.ts";
import { breuschGodfrey } from "../../src/stats/regression/breusch-godfrey.ts";
import { durbinWatson } from "../../src/stats/regression/durbin-watson.ts";
import { leastSquares } from "../../src/stats/regression/least-squares.ts";
import { boxPierce, ljungBox } from "../../src/stats/regression/ljung-box.ts";
import { adapt } from "../adapter.ts";

type Input = { readonly y: readonly number[]; readonly X: readonly (readonly number[])[]; readonly lag: number };

export const adapter = adapt<Input>(({ y, X, lag }) => {
  const fit = leastSquares({
    design: designFromRows(
      (X[0] ?? []).map((_, index) => `x${index}`),
      X,
    ),
    y,
  });
  const watson = durbinWatson(fit.residuals);
  const ljung = ljungBox(fit.residuals, lag);
  const godfrey = breuschGodfrey(fit, lag);
  return {
    durbin_watson: isRefusal(watson) ? null : watson,
    acf: autocorrelations(fit.residuals, lag) ?? null,
    ljung_box: ljung?.statistic ?? null,
    ljung_box_p: ljung?.p ?? null,
    box_pierce: boxPierce(fit.residuals, lag)?.statistic ?? null,
    bg_lm: isRefusal(godfrey) ? null : godfrey.statistic,
    bg_p: isRefusal(godfrey) ? null : godfrey.p,
  };
});
