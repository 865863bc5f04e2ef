import { isRefusal } from "../../src/stats/refusal.ts";
import { internalBenchmark } from "../../src/stats/units/internal-benchmark.ts";
import { adapt } from "../adapter.ts";

export const adapter = adapt<{ n: number[]; y: number[]; N: number[]; Y: number[] }>(({ n, y, N, Y }) => {
  const result = internalBenchmark(
    n.map((contacts, index) => ({
      contacts,
      events: y[index] ?? 0,
      peerContacts: N[index] ?? 0,
      peerEvents: Y[index] ?? 0,
    })),
  );
  if (isRefusal(result)) return { ...empty, coverage: result.reason === "no_overlap" ? 0 : null };
  return {
    coverage: result.coverage,
    p_officer: result.share,
    p_peer: result.peerShare,
    diff: result.difference,
    se: result.standardError,
    z: result.score ?? null,
    peer_ess: result.peerEffectiveSize,
    expected_events: result.expectedEvents,
  };
});

const empty = { p_officer: null, p_peer: null, diff: null, se: null, z: null, peer_ess: null, expected_events: null };
