import type { FindingRow, RowComparison } from "@evenhand/standard";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { dispersedRateRatio } from "../../stats/rates/dispersed-rate-ratio.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { directionOf } from "../compare/direction.ts";
import type { WindowCount } from "./window-counts.ts";

/**
 * One row per value: its counts before and after over equal windows, its share then and now, and the ratio of the counts
 * with an interval widened for clustering. p values are adjusted by Holm over the rows. These are plain counts: a trend
 * that was there before goes into them.
 *
 * @param notes why a value's counts cannot be compared, such as "drift-appears"; such rows get no ratio
 */
export function compareWindows(
  counts: readonly WindowCount[],
  { dispersion, notes = new Map() }: { readonly dispersion: number; readonly notes?: ReadonlyMap<string, string> },
): readonly FindingRow[] {
  const before = counts.reduce((sum, count) => sum + count.before, 0);
  const after = counts.reduce((sum, count) => sum + count.after, 0);
  const ratios = counts.map((count) => {
    if (notes.has(count.key)) return undefined;
    const ratio = dispersedRateRatio(
      { count: count.after, exposure: 1 },
      { count: count.before, exposure: 1 },
      { dispersion: Math.max(1, dispersion) },
    );
    return isRefusal(ratio) ? undefined : ratio;
  });
  const adjusted = holmAdjust(ratios.flatMap((ratio) => (ratio === undefined ? [] : [ratio.p])));
  let next = 0;
  return counts.map((count, index): FindingRow => {
    const ratio = ratios[index];
    const note = notes.get(count.key);
    return {
      key: count.key,
      count: count.after,
      ...(note === undefined ? {} : { note }),
      figures: {
        before: count.before,
        after: count.after,
        ...(before > 0 ? { shareBefore: count.before / before } : {}),
        ...(after > 0 ? { shareAfter: count.after / after } : {}),
      },
      compared: ratio === undefined ? { direction: "none" } : comparedRow(ratio, adjusted[next++] ?? 1, count),
    };
  });
}

function comparedRow(
  { ratio, interval }: { readonly ratio: number; readonly interval: { readonly low: number; readonly high: number } },
  p: number,
  { before, after }: WindowCount,
): RowComparison {
  const isSmall = Math.min(before, after) < 20 && before + after < 40;
  return {
    ratio: { value: ratio, interval },
    p,
    direction: directionOf(interval, p),
    ...(isSmall ? { reason: "small-counts" } : {}),
  };
}
