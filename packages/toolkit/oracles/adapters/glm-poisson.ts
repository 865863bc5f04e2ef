import { isRefusal } from "../../src/stats/refusal.ts";
import { poissonRegression } from "../../src/stats/regression/poisson-regression.ts";
import { adapt } from "../adapter.ts";
import { nameFit, readDesign } from "../read-design.ts";

export const adapter = adapt<{ design: string }>(({ design }, files) => {
  const fit = poissonRegression(readDesign(files, design));
  return isRefusal(fit) ? fit : nameFit(fit);
});
