import { isRefusal } from "../../src/stats/refusal.ts";
import { probabilisticIndex } from "../../src/stats/shares/probabilistic-index.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ group1: readonly number[]; group0: readonly number[] }>(({ group1, group0 }) => {
  const answer = probabilisticIndex(group1, group0);
  if (isRefusal(answer)) return { u: null, pi: null, z: null, p: null };
  return { u: answer.pairs, pi: answer.index, z: answer.z ?? null, p: answer.p ?? null };
});
