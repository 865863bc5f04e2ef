import { isRefusal } from "../../src/stats/refusal.ts";
import { indirectlyStandardisedRatio } from "../../src/stats/strata/indirectly-standardised-ratio.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly observed: number;
  readonly pop: readonly number[];
  readonly std_count: readonly number[];
  readonly std_pop: readonly number[];
  readonly conf?: number;
};

export const adapter = adapt<Input>(({ observed, pop, std_count, std_pop, conf: level = 0.95 }) => {
  const strata = pop.map((exposure, index) => ({
    exposure,
    standardCount: std_count[index] ?? Number.NaN,
    standardExposure: std_pop[index] ?? Number.NaN,
  }));
  const answer = indirectlyStandardisedRatio(observed, strata, { level });
  if (isRefusal(answer)) return { expected: null, smr: null, ci: null, excess: null, p_exact_central: null };
  return {
    expected: answer.expected,
    smr: answer.ratio,
    ci: [answer.interval.low, answer.interval.high],
    excess: answer.excess,
    p_exact_central: answer.p,
  };
});
