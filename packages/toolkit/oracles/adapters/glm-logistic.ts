import { isRefusal } from "../../src/stats/refusal.ts";
import { logisticRegression } from "../../src/stats/regression/logistic-regression.ts";
import { adapt } from "../adapter.ts";
import { nameFit, readDesign } from "../read-design.ts";

export const adapter = adapt<{ design: string }>(({ design }, files) => {
  const fit = logisticRegression(readDesign(files, design));
  return isRefusal(fit) ? fit : nameFit(fit);
});
