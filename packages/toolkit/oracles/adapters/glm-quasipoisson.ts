import { isRefusal } from "../../src/stats/refusal.ts";
import { quasiPoissonRegression } from "../../src/stats/regression/quasi-poisson-regression.ts";
import { adapt } from "../adapter.ts";
import { nameFit, readDesign } from "../read-design.ts";

export const adapter = adapt<{ design: string }>(({ design }, files) => {
  const fit = quasiPoissonRegression(readDesign(files, design));
  return isRefusal(fit) ? fit : nameFit(fit);
});
