import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../../src/stats/refusal.ts";
import { agrestiCaffoInterval } from "../../src/stats/shares/agresti-caffo-interval.ts";
import { miettinenNurminenDifferenceInterval } from "../../src/stats/shares/miettinen-nurminen-difference-interval.ts";
import { newcombeInterval } from "../../src/stats/shares/newcombe-interval.ts";
import { riskDifference } from "../../src/stats/shares/risk-difference.ts";
import { waldDifferenceInterval } from "../../src/stats/shares/wald-difference-interval.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ x1: number; n1: number; x0: number; n0: number; conf?: number }>(
  ({ x1, n1, x0, n0, conf: level = 0.95 }) => {
    const first = { count: x1, total: n1 };
    const reference = { count: x0, total: n0 };
    const answer = riskDifference(first, reference, { level });
    return {
      diff: isRefusal(answer) ? null : answer.difference,
      newcombe: pair(newcombeInterval(first, reference, { level })),
      miettinen_nurminen: pair(miettinenNurminenDifferenceInterval(first, reference, { level })),
      wald: pair(waldDifferenceInterval(first, reference, { level })),
      agresti_caffo: pair(agrestiCaffoInterval(first, reference, { level })),
    };
  },
);

function pair(interval: Interval | Refusal): readonly number[] | null {
  return isRefusal(interval) ? null : [interval.low, interval.high];
}
