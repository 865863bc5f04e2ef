import { isRefusal } from "../../src/stats/refusal.ts";
import { overdispersionFunnel } from "../../src/stats/units/overdispersion-funnel.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ y: number[]; e: number[] }>(({ y, e }) => {
  const funnel = overdispersionFunnel(y.map((count, index) => ({ count, exposure: e[index] ?? 0 })));
  if (isRefusal(funnel))
    return {
      theta0: null,
      z: null,
      z_winsorised: null,
      phi: null,
      tau2: null,
      z_adjusted: null,
      reason: funnel.reason,
    };
  return {
    theta0: funnel.target,
    z: funnel.units.map((unit) => unit.score),
    z_winsorised: funnel.units.map((unit) => unit.winsorisedScore),
    phi: funnel.dispersion,
    tau2: funnel.extraVariance,
    z_adjusted: funnel.units.map((unit) => unit.adjustedScore),
  };
});
