import { isRefusal } from "../../src/stats/refusal.ts";
import {
  informationCriteria,
  likelihoodRatioTest,
  quasiInformationCriterion,
  quasiTest,
  waldTest,
} from "../../src/stats/regression/model-comparison.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly loglik0: number;
  readonly loglik1: number;
  readonly k0: number;
  readonly k1: number;
  readonly n: number;
  readonly block_coef: readonly number[];
  readonly block_vcov: readonly (readonly number[])[];
  readonly chat: number;
};

export const adapter = adapt<Input>(({ loglik0, loglik1, k0, k1, n, block_coef, block_vcov, chat }) => {
  const smaller = { logLikelihood: loglik0, parameters: k0 };
  const larger = { logLikelihood: loglik1, parameters: k1 };
  const ratio = likelihoodRatioTest(smaller, larger);
  const wald = waldTest(block_coef, block_vcov);
  const quasi = quasiTest(smaller, larger, { dispersion: chat, observations: n });
  return {
    lr: isRefusal(ratio) ? null : ratio.statistic,
    df: isRefusal(ratio) ? null : ratio.degrees,
    p_lr: isRefusal(ratio) ? null : ratio.p,
    wald: isRefusal(wald) ? null : wald.statistic,
    p_wald: isRefusal(wald) ? null : wald.p,
    aic0: informationCriteria(smaller, n).aic,
    aic1: informationCriteria(larger, n).aic,
    bic0: informationCriteria(smaller, n).bic,
    bic1: informationCriteria(larger, n).bic,
    quasi_f: isRefusal(quasi) ? null : quasi.statistic,
    p_quasi_f: isRefusal(quasi) ? null : quasi.p,
    qaic1: quasiInformationCriterion(larger, chat),
  };
});
