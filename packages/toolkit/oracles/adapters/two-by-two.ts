import { isRefusal } from "../../src/stats/refusal.ts";
import { fisherTest } from "../../src/stats/shares/fisher-test.ts";
import { haldaneOddsRatio, oddsRatio } from "../../src/stats/shares/odds-ratio.ts";
import { oddsRatioAsInR } from "../../src/stats/shares/odds-ratio-as-in-r.ts";
import { twoByTwoChiSquare } from "../../src/stats/shares/two-by-two-chi-square.ts";
import { adapt } from "../adapter.ts";

/** The oracle holds what R's fisher.test prints, which is short of the true limits; hence `oddsRatioAsInR`. */
export const adapter = adapt<{ x1: number; n1: number; x0: number; n0: number; conf?: number }>(
  ({ x1, n1, x0, n0, conf: level = 0.95 }) => {
    const first = { count: x1, total: n1 };
    const reference = { count: x0, total: n0 };
    const pearson = twoByTwoChiSquare(first, reference);
    const nMinusOne = twoByTwoChiSquare(first, reference, { correction: "n-minus-1" });
    const yates = twoByTwoChiSquare(first, reference, { correction: "yates" });
    const fisher = fisherTest(first, reference);
    const conditional = oddsRatioAsInR(first, reference, { level });
    const sample = oddsRatio(first, reference);
    const haldane = haldaneOddsRatio(first, reference, { level });
    return {
      pearson: isRefusal(pearson) ? null : pearson.chiSquare,
      p_pearson: isRefusal(pearson) ? null : pearson.p,
      p_n_minus_1: isRefusal(nMinusOne) ? null : nMinusOne.p,
      p_yates: isRefusal(yates) ? null : yates.p,
      fisher_p: isRefusal(fisher) ? null : fisher.p,
      fisher_midp_central: isRefusal(fisher) ? null : fisher.midP,
      or_sample: isRefusal(sample) ? null : sample,
      or_conditional_mle: isRefusal(conditional) ? null : (conditional.oddsRatio ?? null),
      or_exact_ci: isRefusal(conditional) ? null : [conditional.interval.low, conditional.interval.high],
      or_haldane: isRefusal(haldane) ? null : haldane.oddsRatio,
      or_haldane_ci: isRefusal(haldane) ? null : [haldane.interval.low, haldane.interval.high],
    };
  },
);
