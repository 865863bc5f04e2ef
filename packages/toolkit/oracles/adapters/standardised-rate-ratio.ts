import { isRefusal } from "../../src/stats/refusal.ts";
import { standardisedRateRatio } from "../../src/stats/strata/standardised-rate-ratio.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly count1: readonly number[];
  readonly pop1: readonly number[];
  readonly count0: readonly number[];
  readonly pop0: readonly number[];
  readonly std: readonly number[];
  readonly conf?: number;
};

export const adapter = adapt<Input>(({ count1, pop1, count0, pop0, std, conf: level = 0.95 }) => {
  const strata = std.map((weight, index) => ({
    count1: count1[index] ?? Number.NaN,
    exposure1: pop1[index] ?? Number.NaN,
    count0: count0[index] ?? Number.NaN,
    exposure0: pop0[index] ?? Number.NaN,
    weight,
  }));
  const answer = standardisedRateRatio(strata, { level });
  if (isRefusal(answer)) return { srr: null, se_log: null, ci: null };
  return { srr: answer.ratio, se_log: answer.logStandardError, ci: [answer.interval.low, answer.interval.high] };
});
