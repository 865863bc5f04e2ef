import { avoidedEvents } from "../../src/stats/footprint/avoided-events.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly x: number[][];
  readonly beta_a: number[];
  readonly beta_b: number[];
  readonly relative_risk: number[];
};

export const adapter = adapt<Input>(({ x, beta_a, beta_b, relative_risk }) => {
  const groups = (x[0] ?? []).map((_, group) =>
    avoidedEvents(
      x.map((row, reason) => ({
        count: at(row, group),
        diverted: { alpha: at(beta_a, reason), beta: at(beta_b, reason) },
        relativeRisk: at(relative_risk, reason),
      })),
      { level: 0.9 },
    ),
  );
  return {
    mean_avoided: groups.map(({ mean }) => mean),
    sd_avoided: groups.map(({ standardDeviation }) => standardDeviation),
    mc_q05: groups.map(({ range }) => range.low),
    mc_q50: groups.map(({ median }) => median),
    mc_q95: groups.map(({ range }) => range.high),
  };
});

function at(values: readonly number[], index: number): number {
  return values[index] ?? Number.NaN;
}
