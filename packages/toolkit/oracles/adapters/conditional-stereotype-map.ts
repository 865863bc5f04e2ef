import { isRefusal } from "../../src/stats/refusal.ts";
import { stereotypeFit } from "../../src/stats/units/stereotype-fit.ts";
import { adapt } from "../adapter.ts";

type Input = {
  n_officers: number;
  s: number[];
  prior_sd?: number;
  incidents: { officer: number[]; y: number[] }[];
};

export const adapter = adapt<Input>(({ n_officers, s, prior_sd, incidents }) => {
  const fit = stereotypeFit(
    incidents.map(({ officer, y }) => ({ officers: officer, levels: y })),
    { officers: n_officers, scores: s, ...(prior_sd === undefined ? {} : { priorDeviation: prior_sd }) },
  );
  if (isRefusal(fit)) return { lambda_map: null, sd: null, log_post_kernel: null, reason: fit.reason };
  return {
    lambda_map: fit.officers.map(({ propensity }) => propensity),
    sd: fit.officers.map(({ deviation }) => deviation),
    log_post_kernel: fit.logPosteriorKernel,
  };
});
