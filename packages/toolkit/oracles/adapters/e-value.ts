import { eValue } from "../../src/stats/selection/e-value.ts";
import { adapt } from "../adapter.ts";

type Input = { rr: number; lo?: number | null; hi?: number | null };

export const adapter = adapt<Input>(({ rr, lo, hi }) => {
  const hasInterval = typeof lo === "number" && typeof hi === "number";
  const { estimate, limit } = eValue(rr, hasInterval ? { interval: { low: lo, high: hi } } : {});
  return { e_value: estimate, e_value_ci: limit ?? null };
});
