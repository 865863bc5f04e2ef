import { isRefusal } from "../../src/stats/refusal.ts";
import { gammaPoisson } from "../../src/stats/units/gamma-poisson.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ y: number[]; e: number[] }>(({ y, e }) => {
  const fit = gammaPoisson(y.map((count, index) => ({ count, exposure: e[index] ?? 0 })));
  if (isRefusal(fit)) {
    const rate = "meanRate" in fit ? fit.meanRate : null;
    return {
      shape: null,
      mean_rate: rate,
      posterior_mean: rate === null ? null : y.map(() => rate),
      reason: fit.reason,
    };
  }
  return {
    shape: fit.shape,
    mean_rate: fit.meanRate,
    posterior_mean: fit.units.map((unit) => unit.mean),
    lo95: fit.units.map((unit) => unit.interval.low),
    hi95: fit.units.map((unit) => unit.interval.high),
    shrink_weight: fit.units.map((unit) => unit.ownWeight),
    prob_exceeds_1_5: fit.units.map((unit) => unit.probabilityAboveMultiple),
  };
});
