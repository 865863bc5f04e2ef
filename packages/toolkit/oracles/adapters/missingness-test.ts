import { missingnessAssociation } from "../../src/stats/missing/missingness-association.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ missing: number[]; n: number[] }>(({ missing, n }) => {
  const found = missingnessAssociation(n.map((total, index) => ({ missing: missing[index] ?? 0, total })));
  return {
    share: found.shares.map((share) => share ?? null),
    chisq: found.chiSquare ?? null,
    df: found.degrees ?? null,
    p: found.p ?? null,
    cramer_v: found.cramerV ?? null,
    cramer_v_bc: found.correctedCramerV ?? null,
    p_fisher: found.exactP ?? null,
  };
});
