import { changePoints } from "../../src/stats/change/change-points.ts";
import { multinomialCost, poissonCost } from "../../src/stats/change/segment-costs.ts";
import { adapt } from "../adapter.ts";

type Series =
  | { readonly kind: "poisson"; readonly y: number[]; readonly exposure?: number[] | null }
  | { readonly kind: "multinomial"; readonly counts: number[][] };
type Input = Series & { readonly penalty?: number | null; readonly min_segment?: number | null };

export const adapter = adapt<Input>((input) => {
  const cost =
    input.kind === "poisson" ? poissonCost(input.y, input.exposure ?? undefined) : multinomialCost(input.counts);
  const { changes, totalCost } = changePoints(cost, {
    ...(typeof input.penalty === "number" ? { penalty: input.penalty } : {}),
    ...(typeof input.min_segment === "number" ? { shortest: input.min_segment } : {}),
  });
  return { changepoints: changes, total_cost: totalCost };
});
