import { fQuantileOfR } from "../../src/stats/functions/f-quantile-of-r.ts";
import { rateRatioPosterior } from "../../src/stats/rates/rate-ratio-posterior.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = Readonly<Record<"x1" | "t1" | "x0" | "t0", number>>;

/** Posterior of a rate ratio. The oracle's quantiles are R's, which are not exact for counts above 200,000. */
export const adapter = adapt<Input>(({ x1, t1, x0, t0 }) => {
  const group = { count: x1, exposure: t1 };
  const reference = { count: x0, exposure: t0 };
  const posterior = rateRatioPosterior(group, reference, { quantile: fQuantileOfR });
  const answer = isRefusal(posterior) ? undefined : posterior;
  return {
    q025: answer?.interval.low ?? null,
    median: answer?.median ?? null,
    q975: answer?.interval.high ?? null,
    prob_gt_1: answer?.probabilityAboveOne ?? null,
  };
});
