import { isRefusal } from "../../src/stats/refusal.ts";
import { directlyStandardisedRate } from "../../src/stats/strata/directly-standardised-rate.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly count: readonly number[];
  readonly pop: readonly number[];
  readonly std: readonly number[];
  readonly conf?: number;
  readonly per?: number;
};

export const adapter = adapt<Input>(({ count, pop, std, conf: level = 0.95, per = 1 }) => {
  const strata = count.map((events, index) => ({
    count: events,
    exposure: pop[index] ?? Number.NaN,
    weight: std[index] ?? Number.NaN,
  }));
  const answer = directlyStandardisedRate(strata, { level, per });
  if (isRefusal(answer)) return { crude: null, adjusted: null, se: null, ff_ci: null };
  return {
    crude: answer.crudeRate,
    adjusted: answer.rate,
    se: answer.standardError,
    ff_ci: [answer.interval.low, answer.interval.high],
  };
});
