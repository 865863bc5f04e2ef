import { isRefusal } from "../../src/stats/refusal.ts";
import { mantelHaenszelRateRatio } from "../../src/stats/strata/mantel-haenszel-rate-ratio.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly x1: readonly number[];
  readonly t1: readonly number[];
  readonly x0: readonly number[];
  readonly t0: readonly number[];
  readonly conf?: number;
};

export const adapter = adapt<Input>(({ x1, t1, x0, t0, conf: level = 0.95 }) => {
  const strata = x1.map((count1, index) => ({
    count1,
    exposure1: t1[index] ?? Number.NaN,
    count0: x0[index] ?? Number.NaN,
    exposure0: t0[index] ?? Number.NaN,
  }));
  const answer = mantelHaenszelRateRatio(strata, { level });
  if (isRefusal(answer))
    return { irr_mh: null, se_log: null, ci: null, crude: null, stratum_irr: null, q: null, q_df: null, p_q: null };
  return {
    irr_mh: answer.ratio,
    se_log: answer.logStandardError,
    ci: [answer.interval.low, answer.interval.high],
    crude: answer.crudeRatio,
    stratum_irr: answer.stratumRatios.map((ratio) => ratio ?? null),
    q: answer.heterogeneity.q,
    q_df: answer.heterogeneity.degrees,
    p_q: answer.heterogeneity.p ?? null,
  };
});
