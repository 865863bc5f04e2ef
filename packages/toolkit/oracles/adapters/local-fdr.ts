import { isRefusal } from "../../src/stats/refusal.ts";
import { localFalseDiscoveryRate } from "../../src/stats/units/local-false-discovery-rate.ts";
import { adapt } from "../adapter.ts";

type Input = { z: number[]; breaks?: number[]; null?: "theoretical" | "empirical" };

export const adapter = adapt<Input>(({ z, breaks, null: shape }) => {
  const found = localFalseDiscoveryRate(z, {
    ...(shape === undefined ? {} : { null: shape }),
    ...(breaks === undefined ? {} : { breaks }),
  });
  if (isRefusal(found))
    return { mu0: null, sigma0: null, counts: null, density: null, fdr: null, q_bh: null, reason: found.reason };
  return {
    mu0: found.nullCenter,
    sigma0: found.nullDeviation,
    counts: found.bins.map((bin) => bin.count),
    density: found.bins.map((bin) => bin.density),
    fdr: found.bins.map((bin) => bin.falseDiscoveryRate),
    q_bh: found.scores.map((score) => score.adjusted),
  };
});
