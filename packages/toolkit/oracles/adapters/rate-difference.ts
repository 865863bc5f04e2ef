import { rateDifference, waldRateDifference } from "../../src/stats/rates/rate-difference.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";
import { pair } from "../answers.ts";

type Input = Readonly<Record<"x1" | "t1" | "x0" | "t0", number>> & { readonly conf?: number; readonly per?: number };

/** Rate difference with its two intervals. */
export const adapter = adapt<Input>(({ x1, t1, x0, t0, conf: level = 0.95, per = 1 }) => {
  const group = { count: x1, exposure: t1 };
  const reference = { count: x0, exposure: t0 };
  const mover = rateDifference(group, reference, { level, per });
  const wald = waldRateDifference(group, reference, { level, per });
  return {
    diff: isRefusal(mover) ? null : mover.difference,
    mover: pair(isRefusal(mover) ? mover : mover.interval),
    wald: pair(isRefusal(wald) ? wald : wald.interval),
  };
});
