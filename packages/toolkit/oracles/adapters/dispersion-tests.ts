import { isRefusal } from "../../src/stats/refusal.ts";
import { dispersionTests, negativeBinomialTest } from "../../src/stats/regression/dispersion-tests.ts";
import { adapt } from "../adapter.ts";

type Input = {
  readonly y: readonly number[];
  readonly mu: readonly number[];
  readonly df_residual: number;
  readonly loglik_poisson: number;
  readonly loglik_negbin: number;
};

export const adapter = adapt<Input>(({ y, mu, df_residual, loglik_poisson, loglik_negbin }) => {
  const tests = dispersionTests({ y, fitted: mu }, df_residual);
  if (isRefusal(tests)) return tests;
  const ratio = negativeBinomialTest({ poisson: loglik_poisson, negativeBinomial: loglik_negbin });
  return {
    pearson_ratio: tests.pearson?.ratio ?? null,
    pearson_p: tests.pearson?.p ?? null,
    ct_dispersion: tests.cameronTrivedi?.dispersion ?? null,
    ct_z: tests.cameronTrivedi?.z ?? null,
    ct_p: tests.cameronTrivedi?.p ?? null,
    ct_alpha: tests.cameronTrivediSquare?.alpha ?? null,
    ct_alpha_z: tests.cameronTrivediSquare?.z ?? null,
    dean_pb: tests.dean,
    lr: ratio.statistic,
    lr_p: ratio.p,
  };
});
