import { isRefusal } from "../../src/stats/refusal.ts";
import { causalRiskRatio } from "../../src/stats/selection/causal-risk-ratio.ts";
import { adapt } from "../adapter.ts";

type Input = {
  x1: number;
  n1: number;
  x0: number;
  n0: number;
  encounter_share1: number;
  encounter_share0: number;
  conf?: number;
};

export const adapter = adapt<Input>(({ x1, n1, x0, n0, encounter_share1, encounter_share0, conf }) => {
  const found = causalRiskRatio(
    { count: x1, recorded: n1, encounters: encounter_share1 },
    { count: x0, recorded: n0, encounters: encounter_share0 },
    { level: conf ?? 0.95 },
  );
  const answer = isRefusal(found) ? {} : found;
  return {
    naive_rr: answer.naive ?? null,
    crr: answer.ratio ?? null,
    se_log: answer.standardErrorLog ?? null,
    ci: answer.interval === undefined ? null : [answer.interval.low, answer.interval.high],
  };
});
