import { differencing } from "../../src/stats/privacy/differencing.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = { superset: number; subset: number; threshold?: number };

export const adapter = adapt<Input>(({ superset, subset, threshold }) => {
  const found = differencing(superset, subset, { threshold: threshold ?? 11 });
  return isRefusal(found)
    ? { difference: null, blocked: null }
    : { difference: found.difference, blocked: found.isBlocked };
});
