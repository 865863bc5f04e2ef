import { categoryDrift } from "../../src/stats/recording/category-drift.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ before: number[]; after: number[] }>(({ before, after }) => {
  const found = categoryDrift(before, after);
  const answer = isRefusal(found) ? undefined : found;
  return {
    jsd_bits: answer?.divergenceBits ?? null,
    psi: answer?.stabilityIndex ?? null,
    g: answer?.likelihoodRatio ?? null,
    chisq: answer?.chiSquare ?? null,
    df: answer?.degrees ?? null,
    p_g: answer?.p ?? null,
    new_categories: answer?.appeared ?? null,
    vanished: answer?.vanished ?? null,
  };
});
