import { isRefusal } from "../../src/stats/refusal.ts";
import { negativeBinomialRegression } from "../../src/stats/regression/negative-binomial-regression.ts";
import { adapt } from "../adapter.ts";
import { nameFit, readDesign } from "../read-design.ts";

export const adapter = adapt<{ design: string }>(({ design }, files) => {
  const fit = negativeBinomialRegression(readDesign(files, design));
  if (isRefusal(fit)) return fit;
  return {
    ...nameFit(fit),
    theta: fit.theta ?? null,
    se_theta: fit.thetaError ?? null,
    twologlik: fit.logLikelihood === null ? null : 2 * fit.logLikelihood,
    fallback: fit.fallback ?? null,
  };
});
