import { biasFactor, confoundedRatioBound } from "../../src/stats/selection/bias-factor.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ rr: number; rr_eu: number; rr_ud: number }>(({ rr, rr_eu, rr_ud }) => {
  const confounding = { withGroup: rr_eu, withOutcome: rr_ud };
  return { bias_factor: biasFactor(confounding), rr_adjusted: confoundedRatioBound(rr, confounding) };
});
