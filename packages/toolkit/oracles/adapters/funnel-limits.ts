import { isRefusal } from "../../src/stats/refusal.ts";
import { funnelLimits } from "../../src/stats/units/funnel-limits.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ theta0: number; exposure: number }>(({ theta0, exposure }) => {
  const inner = funnelLimits(theta0, exposure, { level: 0.95 });
  const outer = funnelLimits(theta0, exposure, { level: 0.998 });
  if (isRefusal(inner) || isRefusal(outer)) return { lo999: null, lo95: null, hi95: null, hi999: null };
  return { lo999: outer.low, lo95: inner.low, hi95: inner.high, hi999: outer.high };
});
