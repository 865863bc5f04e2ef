import { missingRateRatioBounds } from "../../src/stats/missing/missing-rate-ratio-bounds.ts";
import { isRefusal } from "../../src/stats/refusal.ts";
import { adapt } from "../adapter.ts";

type Input = { x1: number; t1: number; x0: number; t0: number; unknown: number; other?: number };

export const adapter = adapt<Input>(({ x1, t1, x0, t0, unknown, other }) => {
  const found = missingRateRatioBounds(
    { count: x1, exposure: t1 },
    { count: x0, exposure: t0 },
    { missing: unknown, other: other ?? 0 },
  );
  const answer = isRefusal(found) ? undefined : found;
  return {
    rr_known: answer?.known ?? null,
    rr_min: answer?.bounds.low ?? null,
    rr_max: answer?.bounds.high ?? null,
    rr_mar: answer?.proportional ?? null,
    tipping_share_to_reference: answer?.tippingShare ?? null,
  };
});
