import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../../src/stats/refusal.ts";
import { katzInterval } from "../../src/stats/shares/katz-interval.ts";
import { koopmanInterval } from "../../src/stats/shares/koopman-interval.ts";
import { miettinenNurminenRatioInterval } from "../../src/stats/shares/miettinen-nurminen-ratio-interval.ts";
import { riskRatio } from "../../src/stats/shares/risk-ratio.ts";
import { walterInterval } from "../../src/stats/shares/walter-interval.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ x1: number; n1: number; x0: number; n0: number; conf?: number }>(
  ({ x1, n1, x0, n0, conf: level = 0.95 }) => {
    const first = { count: x1, total: n1 };
    const reference = { count: x0, total: n0 };
    const answer = riskRatio(first, reference, { level });
    return {
      rr: isRefusal(answer) ? null : answer.ratio,
      katz: pair(katzInterval(first, reference, { level })),
      koopman: pair(koopmanInterval(first, reference, { level })),
      miettinen_nurminen: pair(miettinenNurminenRatioInterval(first, reference, { level })),
      walter_log: pair(walterInterval(first, reference, { level })),
    };
  },
);

function pair(interval: Interval | Refusal): readonly number[] | null {
  return isRefusal(interval) ? null : [interval.low, interval.high];
}
