import { divertedRates } from "../../src/stats/footprint/diverted-rates.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly x1: number[];
  readonly x0: number[];
  readonly t1: number;
  readonly t0: number;
  readonly divert: number[];
  readonly relative_risk: number[];
};

export const adapter = adapt<Input>(({ x1, x0, t1, t0, divert, relative_risk }) => {
  const rates = divertedRates(
    x1.map((group, index) => ({
      group,
      reference: x0[index] ?? Number.NaN,
      diverted: divert[index] ?? Number.NaN,
      relativeRisk: relative_risk[index] ?? Number.NaN,
    })),
    { group: t1, reference: t0 },
  );
  return {
    after1: rates.group.after,
    after0: rates.reference.after,
    removed_share1: rates.group.removedShare ?? null,
    removed_share0: rates.reference.removedShare ?? null,
    rr_before: rates.ratioBefore ?? null,
    rr_after: rates.ratioAfter ?? null,
    excess_before: rates.excessBefore,
    excess_after: rates.excessAfter,
  };
});
