import { isRefusal } from "../../src/stats/refusal.ts";
import { cochranMantelHaenszelTest } from "../../src/stats/strata/cochran-mantel-haenszel-test.ts";
import { mantelHaenszelOddsRatio } from "../../src/stats/strata/mantel-haenszel-odds-ratio.ts";
import { mantelHaenszelRiskDifference } from "../../src/stats/strata/mantel-haenszel-risk-difference.ts";
import { mantelHaenszelRiskRatio } from "../../src/stats/strata/mantel-haenszel-risk-ratio.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly x1: readonly number[];
  readonly n1: readonly number[];
  readonly x0: readonly number[];
  readonly n0: readonly number[];
  readonly conf?: number;
};

export const adapter = adapt<Input>(({ x1, n1, x0, n0, conf: level = 0.95 }) => {
  const strata = x1.map((count1, index) => ({
    count1,
    total1: n1[index] ?? Number.NaN,
    count0: x0[index] ?? Number.NaN,
    total0: n0[index] ?? Number.NaN,
  }));
  const ratio = mantelHaenszelRiskRatio(strata, { level });
  const difference = mantelHaenszelRiskDifference(strata, { level });
  const odds = mantelHaenszelOddsRatio(strata, { level });
  const test = cochranMantelHaenszelTest(strata);
  return {
    ...(isRefusal(ratio)
      ? { rr_mh: null, rr_se_log: null, rr_ci: null }
      : {
          rr_mh: ratio.ratio,
          rr_se_log: ratio.logStandardError,
          rr_ci: [ratio.interval.low, ratio.interval.high],
        }),
    rd_mh: isRefusal(difference) ? null : difference.difference,
    rd_se: isRefusal(difference) ? null : difference.standardError,
    or_mh: isRefusal(odds) ? null : odds.oddsRatio,
    or_se_log: isRefusal(odds) ? null : odds.logStandardError,
    cmh_chisq: isRefusal(test) ? null : test.chiSquare,
    cmh_p: isRefusal(test) ? null : test.p,
  };
});
