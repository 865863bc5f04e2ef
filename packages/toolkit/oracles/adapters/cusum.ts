import { cusum } from "../../src/stats/change/cusum.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ y: number[]; mu0: number[] | number; ratio: number; h: number }>(
  ({ y, mu0, ratio, h }) => {
    const expected = typeof mu0 === "number" ? y.map(() => mu0) : mu0;
    const { sums, signalAt } = cusum(y, { expected, ratio, threshold: h });
    return { s: sums, signal_at: signalAt ?? null };
  },
);
