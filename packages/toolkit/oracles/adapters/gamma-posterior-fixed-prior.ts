import { gammaPosterior } from "../../src/stats/units/gamma-posterior.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ a: number; b: number; y: number; e: number }>(({ a, b, y, e }) => {
  const { mean, median, interval } = gammaPosterior({ count: y, exposure: e }, { shape: a, rate: b });
  return { mean, lo95: interval.low, median, hi95: interval.high };
});
