import type { Shown } from "@evenhand/standard";
import type { CaveatId } from "./caveat.ts";
import rules from "./show-rules.json" with { type: "json" };
import { couldBeKnown, type Tally } from "./tally.ts";

/** How a share may be shown, with the reason when it is not in full. */
export type Showing = { readonly shown: Shown; readonly reason?: CaveatId; readonly caveats: readonly CaveatId[] };

/**
 * Passes a tally through the release ladder: in full, as a range, as counts only, or cannot say. The limits and their
 * reasons are in `show-rules.json`.
 */
export function showTally(tallied: Tally): Showing {
  if (tallied.total === 0) return { shown: "cannot-say", reason: "no-records", caveats: [] };
  if (tallied.known === 0) {
    const isNeverRecorded = tallied.missing.every(({ reason }) => reason === "not_recorded");
    return { shown: "cannot-say", reason: isNeverRecorded ? "not-recorded" : "nothing-known", caveats: [] };
  }
  const missing = couldBeKnown(tallied);
  const missingShare = missing / (tallied.known + missing);
  const caveats: CaveatId[] = [];
  if (missingShare > rules.rangeFirstAbove.value) caveats.push("range-first");
  if (missingShare > rules.noComparisonAbove.value) caveats.push("no-group-comparison");
  if (tallied.known < rules.minimumDenominator.value) return { shown: "counts", reason: "few-records", caveats };
  if (missingShare > rules.noShareAbove.value) return { shown: "counts", reason: "mostly-missing", caveats };
  if (missingShare > rules.rangeAbove.value && tallied.values.length === 1)
    return { shown: "counts", reason: "one-answer-only", caveats };
  if (missingShare > rules.rangeAbove.value) return { shown: "range", reason: "many-missing", caveats };
  return { shown: "full", caveats };
}
