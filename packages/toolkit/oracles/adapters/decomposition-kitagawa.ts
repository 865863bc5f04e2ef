import { isRefusal } from "../../src/stats/refusal.ts";
import { kitagawaDecomposition } from "../../src/stats/strata/kitagawa-decomposition.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly x1: readonly number[];
  readonly t1: readonly number[];
  readonly x0: readonly number[];
  readonly t0: readonly number[];
};

const noParts = {
  composition: null,
  rate_component: null,
  counterfactual_rate1: null,
  expected_if_ref_rates: null,
  excess: null,
};

export const adapter = adapt<Input>(({ x1, t1, x0, t0 }) => {
  const strata = x1.map((count1, index) => ({
    count1,
    exposure1: t1[index] ?? Number.NaN,
    count0: x0[index] ?? Number.NaN,
    exposure0: t0[index] ?? Number.NaN,
  }));
  const answer = kitagawaDecomposition(strata);
  if (isRefusal(answer)) return { rate1: null, rate0: null, gap: null, ...noParts };
  const { rate, referenceRate, gap, parts } = answer;
  const crude = { rate1: rate, rate0: referenceRate, gap };
  if (isRefusal(parts)) return { ...crude, ...noParts };
  return {
    ...crude,
    composition: parts.composition,
    rate_component: parts.withinStrata,
    counterfactual_rate1: parts.counterfactualRate,
    expected_if_ref_rates: parts.expected,
    excess: parts.excess,
  };
});
