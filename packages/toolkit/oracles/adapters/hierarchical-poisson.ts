import { designFromRows } from "../../src/stats/matrices/design-matrix.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { hierarchicalPoisson } from "../../src/stats/units/hierarchical-poisson.ts";
import { adapt } from "../adapter.ts";

type Design = {
  columns: string[];
  X: number[][];
  y: number[];
  offset: number[] | null;
  cluster: (string | number)[] | null;
};

/** The design's `cluster` is the one grouping factor of the formula; "obs" stands for the rows themselves. */
export const adapter = adapt<{ formula: string; design: string; nAGQ?: number }>((input, files) => {
  const { columns, X, y, offset, cluster } = files.json(input.design) as Design;
  const factors = [...input.formula.matchAll(/\(\s*1\s*\|\s*([\w.]+)\s*\)/g)].map(([, name]) => name ?? "");
  const factor = factors.find((name) => name !== "obs");
  const fit = hierarchicalPoisson(y, {
    design: designFromRows(columns, X),
    groups: factor === undefined || cluster === null ? y.map((_, row) => row) : cluster,
    rowEffects: factor !== undefined && factors.includes("obs"),
    ...(offset === null ? {} : { offset }),
    ...(input.nAGQ === undefined ? {} : { nodes: input.nAGQ }),
  });
  if (isRefusal(fit)) return { columns, fixef: null, se: null, sd_random: null, loglik: null, reason: fit.reason };
  const deviations = { [factor ?? "obs"]: fit.groupDeviation };
  return {
    columns,
    fixef: fit.coefficients,
    se: fit.standardErrors,
    sd_random: fit.rowDeviation === undefined ? deviations : { ...deviations, obs: fit.rowDeviation },
    loglik: (input.nAGQ ?? 1) > 1 ? fit.logLikelihoodFromSaturated : fit.logLikelihood,
  };
});
