import {
  minimumDetectableFall,
  minimumDetectableRise,
  requiredCount,
} from "../../src/stats/rates/minimum-detectable-ratio.ts";
import { adapt } from "../adapter.ts";
import { orNull } from "../answers.ts";

type Input = {
  readonly expected_pre: number;
  readonly t_pre: number;
  readonly t_post: number;
  readonly alpha?: number;
  readonly power?: number;
};

/** Smallest changes that two periods would show, and the count a ratio of 0.8 needs. */
export const adapter = adapt<Input>(({ expected_pre, t_pre, t_post, alpha = 0.05, power = 0.8 }) => {
  const periods = { before: t_pre, after: t_post };
  const comparison = { expectedBefore: expected_pre, periods, alpha, power };
  return {
    mde_ratio_down: orNull(minimumDetectableFall(comparison)),
    mde_ratio_up: orNull(minimumDetectableRise(comparison)),
    required_count_ratio_0_8: requiredCount(0.8, { alpha, power }),
  };
});
