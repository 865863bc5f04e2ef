import { primarySuppression } from "../../src/stats/privacy/primary-suppression.ts";
import { adapt } from "../adapter.ts";

type Input = { counts: number[]; threshold?: number; show_zero?: boolean };

export const adapter = adapt<Input>(({ counts, threshold, show_zero }) => {
  const releases = primarySuppression(counts, { threshold: threshold ?? 11, showZeros: show_zero ?? true });
  return {
    suppressed: releases.map(({ isSuppressed }) => isSuppressed),
    unreliable: releases.map(({ isUnstable }) => isUnstable),
    rse: releases.map(({ relativeError }) => relativeError ?? null),
  };
});
