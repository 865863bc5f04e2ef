import { isRefusal, type Refusal } from "../../src/stats/refusal.ts";
import { clusterCovariance } from "../../src/stats/regression/cluster-covariance.ts";
import { logisticRegression } from "../../src/stats/regression/logistic-regression.ts";
import { negativeBinomialRegression } from "../../src/stats/regression/negative-binomial-regression.ts";
import { poissonRegression } from "../../src/stats/regression/poisson-regression.ts";
import { quasiPoissonRegression } from "../../src/stats/regression/quasi-poisson-regression.ts";
import type { CoefficientCovariance } from "../../src/stats/regression/regression-fit.ts";
import { robustCovariance } from "../../src/stats/regression/robust-covariance.ts";
import { adapt } from "../adapter.ts";
import { readDesign } from "../read-design.ts";

const regressions = {
  poisson: poissonRegression,
  quasipoisson: quasiPoissonRegression,
  negbin: negativeBinomialRegression,
  binomial: logisticRegression,
};

export const adapter = adapt<{ family: keyof typeof regressions; design: string }>(({ family, design }, files) => {
  const { cluster, ...input } = readDesign(files, design);
  const fit = regressions[family](input);
  if (isRefusal(fit)) return fit;
  const rows = (["HC0", "HC1", "HC2", "HC3"] as const).map((kind) => [kind, errors(robustCovariance(fit, { kind }))]);
  if (cluster === undefined) return { coef: fit.coefficients, ...Object.fromEntries(rows) };
  const kinds = ["CR0", "CR1", "CR1S"] as const;
  const answers = kinds.map((kind) => [kind, clusterCovariance(fit, cluster, { kind })] as const);
  const whole = answers[0]?.[1];
  return {
    coef: fit.coefficients,
    ...Object.fromEntries(rows),
    ...Object.fromEntries(answers.map(([kind, answer]) => [kind, errors(answer)])),
    n_clusters: isRefusal(whole) ? null : whole?.clusters,
  };
});

function errors(answer: CoefficientCovariance | Refusal): readonly (number | null)[] | null {
  return isRefusal(answer) ? null : answer.standardErrors;
}
