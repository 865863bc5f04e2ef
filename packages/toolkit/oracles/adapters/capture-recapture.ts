import { chapmanEstimate } from "../../src/stats/recording/chapman-estimate.ts";
import { type ThreeLists, threeListEstimate } from "../../src/stats/recording/three-list-estimate.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type TwoListInput = { n1: number; n2: number; m: number; conf?: number };
type ThreeListInput = { histories: string[]; counts: number[] };

export const adapter = adapt<TwoListInput | ThreeListInput>((input) =>
  "histories" in input ? threeLists(input) : twoLists(input),
);

function twoLists({ n1, n2, m, conf }: TwoListInput) {
  const found = chapmanEstimate({ first: n1, second: n2, both: m }, { level: conf ?? 0.95 });
  const answer = isRefusal(found) ? undefined : found;
  return {
    n_hat: answer?.total ?? null,
    var: answer?.variance ?? null,
    observed: answer?.seen ?? null,
    reported_share: answer?.firstListShare ?? null,
    ci: answer?.interval === undefined ? null : [answer.interval.low, answer.interval.high],
  };
}

function threeLists({ histories, counts }: ThreeListInput) {
  const none: ThreeLists = { "100": 0, "010": 0, "001": 0, "110": 0, "101": 0, "011": 0, "111": 0 };
  const given = Object.fromEntries(histories.map((history, index) => [history, counts[index] ?? 0]));
  const found = threeListEstimate({ ...none, ...given });
  const answer = isRefusal(found) ? undefined : found;
  return {
    unseen: answer?.unseen ?? null,
    n_hat: answer?.total ?? null,
    deviance: answer?.deviance ?? null,
    df: answer?.degrees ?? null,
    aic: answer?.aic ?? null,
  };
}
