import {
  geometricMechanism,
  geometricProbability,
  otherMechanisms,
} from "../../src/stats/privacy/geometric-mechanism.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ epsilon: number; sensitivity?: number }>(({ epsilon, sensitivity }) => {
  const loss = { epsilon, sensitivity: sensitivity ?? 1 };
  const { decay, standardDeviation, halfWidth } = geometricMechanism(loss);
  const { laplaceScale, laplaceHalfWidth, gaussianStandardDeviation } = otherMechanisms(loss);
  return {
    alpha: decay,
    pmf_0_to_3: [0, 1, 2, 3].map((noise) => geometricProbability(noise, loss)),
    sd: standardDeviation,
    half95: halfWidth,
    laplace_scale: laplaceScale,
    laplace_half95: laplaceHalfWidth,
    gaussian_sigma_rho_half: gaussianStandardDeviation,
  };
});
