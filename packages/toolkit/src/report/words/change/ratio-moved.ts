import type { FindingRow } from "@evenhand/standard";

/** What may be said of a group's ratio to the reference after an event, beside before. */
export type RatioMoved = "lower" | "higher" | "same" | "trend" | "unclear" | "none";

const sameFrom = 0.8;
const sameTo = 1.25;

/**
 * Whether the ratio of a group to the reference moved. Said only where plain counts and the groups' own trends agree,
 * as the analysis has put it into `ratioMoved`; `trend` where only the plain counts moved; `none` without a ratio.
 */
export function ratioMoved({ figures = {} }: FindingRow): RatioMoved {
  const {
    ratioOfRatios,
    ratioOfRatiosLow: low,
    ratioOfRatiosHigh: high,
    ratioOfRatiosP: p,
    ratioMoved: moved,
  } = figures;
  if (ratioOfRatios === undefined || low === undefined || high === undefined) return "none";
  if (moved === -1) return "lower";
  if (moved === 1) return "higher";
  if (p !== undefined && p < 0.05 && (high < 1 || low > 1)) return "trend";
  return low >= sameFrom && high <= sameTo && low <= 1 && high >= 1 ? "same" : "unclear";
}
