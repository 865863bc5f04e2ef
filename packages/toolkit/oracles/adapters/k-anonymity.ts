import { anonymity } from "../../src/stats/privacy/anonymity.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = { quasi: string[]; sensitive: string[]; threshold?: number };

export const adapter = adapt<Input>(({ quasi, sensitive, threshold }) => {
  const cells = quasi.map((identifiers, index) => ({ identifiers, sensitive: sensitive[index] ?? "", count: 1 }));
  const found = anonymity(cells, { threshold: threshold ?? 11 });
  const answer = isRefusal(found) ? undefined : found;
  return {
    classes: answer?.classes ?? null,
    k: answer?.smallestClass ?? null,
    l_distinct: answer?.fewestValues ?? null,
    l_entropy: answer?.fewestEffectiveValues ?? null,
    t_closeness_tv: answer?.largestDistance ?? null,
    at_risk: answer?.atRisk ?? null,
  };
});
