import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { isRefusal } from "../../packages/toolkit/src/stats/refusal.ts";
import { clusterCovariance } from "../../packages/toolkit/src/stats/regression/cluster-covariance.ts";
import { logisticRegression } from "../../packages/toolkit/src/stats/regression/logistic-regression.ts";
import { negativeBinomialRegression } from "../../packages/toolkit/src/stats/regression/negative-binomial-regression.ts";
import { poissonRegression } from "../../packages/toolkit/src/stats/regression/poisson-regression.ts";

const { values: options } = parseArgs({ options: { folder: { type: "string", default: "work" } } });

const read = (name: string): Float64Array => {
  const bytes = readFileSync(join(options.folder, `${name}.bin`));
  return new Float64Array(new Uint8Array(bytes).buffer);
};

const counts = read("counts");
const yes = read("yes");
const clusters = read("clusters");
const values = read("values");
const rows = counts.length;
const columns = Array.from({ length: values.length / rows }, (_, index) => `x${index}`);
const design = { rows, columns, values };

const models = {
  poisson: { y: counts, regression: poissonRegression },
  logistic: { y: yes, regression: logisticRegression },
  "negative binomial": { y: counts, regression: negativeBinomialRegression },
};

const answers = Object.entries(models).map(([model, { y, regression }]) => {
  const started = performance.now();
  const fit = regression({ design, y });
  if (isRefusal(fit)) throw new Error(`${model}: ${fit.reason} ${fit.detail}`);
  const robust = clusterCovariance(fit, clusters, { kind: "CR1" });
  const seconds = (performance.now() - started) / 1000;
  if (isRefusal(robust)) throw new Error(`${model}: ${robust.reason} ${robust.detail}`);
  return {
    model,
    seconds,
    coefficients: fit.coefficients,
    errors: robust.standardErrors,
    theta: fit.theta ?? null,
  };
});
console.log(JSON.stringify(answers));
