import { exactRateRatioInterval, exactRateRatioPValue } from "../../src/stats/rates/exact-rate-ratio.ts";
import { midPRateRatioInterval, midPRateRatioPValue } from "../../src/stats/rates/mid-p-rate-ratio.ts";
import { rateRatioEstimate } from "../../src/stats/rates/rate-ratio.ts";
import { scoreRateRatioInterval, scoreRateRatioPValue } from "../../src/stats/rates/score-rate-ratio.ts";
import { waldRateRatioInterval } from "../../src/stats/rates/wald-rate-ratio.ts";
import { adapt } from "../adapter.ts";
import { orNull, pair } from "../answers.ts";

type Input = Readonly<Record<"x1" | "t1" | "x0" | "t0", number>> & { readonly conf?: number };

/** Rate ratio with its four intervals and three p values. */
export const adapter = adapt<Input>(({ x1, t1, x0, t0, conf: level = 0.95 }) => {
  const group = { count: x1, exposure: t1 };
  const reference = { count: x0, exposure: t0 };
  return {
    rr: orNull(rateRatioEstimate(group, reference)),
    exact: pair(exactRateRatioInterval(group, reference, { level })),
    midp: pair(midPRateRatioInterval(group, reference, { level })),
    score: pair(scoreRateRatioInterval(group, reference, { level })),
    wald: pair(waldRateRatioInterval(group, reference, { level })),
    p_exact_central: orNull(exactRateRatioPValue(group, reference)),
    p_midp: orNull(midPRateRatioPValue(group, reference)),
    p_score: orNull(scoreRateRatioPValue(group, reference)),
  };
});
