import type { Interval } from "@evenhand/standard";
import { isRefusal } from "../../src/stats/refusal.ts";
import { agrestiCoullInterval } from "../../src/stats/shares/agresti-coull-interval.ts";
import { clopperPearsonInterval } from "../../src/stats/shares/clopper-pearson-interval.ts";
import { jeffreysInterval } from "../../src/stats/shares/jeffreys-interval.ts";
import { shareEstimate } from "../../src/stats/shares/share-estimate.ts";
import { wilsonCorrectedInterval } from "../../src/stats/shares/wilson-corrected-interval.ts";
import { adapt } from "../adapter.ts";

/** R's prop.test limits the continuity correction by the share it tests, ½. */
const testedShare = 0.5;

export const adapter = adapt<{ x: number; n: number; conf?: number }>(({ x, n, conf: level = 0.95 }) => {
  const estimate = shareEstimate(x, n, { level });
  if (isRefusal(estimate))
    return {
      estimate: null,
      clopper_pearson: null,
      wilson: null,
      wilson_cc: null,
      jeffreys: null,
      agresti_coull: null,
    };
  return {
    estimate: estimate.share,
    clopper_pearson: pair(clopperPearsonInterval(x, n, { level })),
    wilson: pair(estimate.interval),
    wilson_cc: pair(wilsonCorrectedInterval(x, n, { level, testedShare })),
    jeffreys: pair(jeffreysInterval(x, n, { level })),
    agresti_coull: pair(agrestiCoullInterval(x, n, { level })),
  };
});

function pair({ low, high }: Interval): readonly number[] {
  return [low, high];
}
