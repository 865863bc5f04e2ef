import { stereotypeLikelihood } from "../../src/stats/units/stereotype-likelihood.ts";
import { adapt } from "../adapter.ts";

type Input = { lambda: number[]; s: number[]; incidents: { officer: number[]; y: number[] }[] };

export const adapter = adapt<Input>(({ lambda, s, incidents }) => {
  const { logLikelihood, logDenominators } = stereotypeLikelihood(
    incidents.map(({ officer, y }) => ({ officers: officer, levels: y })),
    { propensities: lambda, scores: s },
  );
  return { log_cl: logLikelihood, log_denominators: logDenominators };
});
