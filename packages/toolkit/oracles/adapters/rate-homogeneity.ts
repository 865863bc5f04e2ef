import { rateHomogeneity } from "../../src/stats/rates/rate-homogeneity.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = { readonly x: readonly number[]; readonly t: readonly number[] };

/** Tests whether groups share one rate. */
export const adapter = adapt<Input>(({ x, t }) => {
  const test = rateHomogeneity(x.map((count, index) => ({ count, exposure: t[index] ?? Number.NaN })));
  const answer = isRefusal(test) ? undefined : test;
  return {
    expected_counts: answer?.expectedCounts ?? null,
    pearson: answer?.pearson ?? null,
    lr: answer?.likelihoodRatio ?? null,
    df: answer?.degrees ?? null,
    p_pearson: answer?.pearsonPValue ?? null,
    p_lr: answer?.likelihoodRatioPValue ?? null,
    p_exact_pearson: answer?.exactPValue ?? null,
  };
});
