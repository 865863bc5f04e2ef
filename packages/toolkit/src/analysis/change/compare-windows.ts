import type { FindingRow } from "@evenhand/standard";
import { dispersedRateRatio } from "../../stats/rates/dispersed-rate-ratio.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { directionOf } from "../compare/direction.ts";
import type { WindowCount } from "./window-counts.ts";
import { countDispersion, type WindowDispersion } from "./window-dispersion.ts";

/** A row of a table before and after, and what it still lacks: its p value among all tables. */
export type DraftRow = { readonly row: FindingRow; readonly p?: number };

/**
 * One row per value: its counts before and after over equal windows, its share then and now, and the ratio of the counts
 * with an interval widened for clustering and for months that are busy altogether. These are plain counts: a trend that
 * was there before goes into them. p values are those of each row alone; {@link finishRows} takes the adjusted ones.
 *
 * @param notes why a value's counts cannot be compared, such as "drift-appears"; such rows get no ratio
 */
export function compareWindows(
  counts: readonly WindowCount[],
  {
    dispersion,
    notes = new Map(),
  }: { readonly dispersion: WindowDispersion; readonly notes?: ReadonlyMap<string, string> },
): readonly DraftRow[] {
  const before = sum(counts.map((count) => count.before));
  const after = sum(counts.map((count) => count.after));
  return counts.map((count): DraftRow => {
    const note = notes.get(count.key);
    const row: FindingRow = {
      key: count.key,
      count: count.after,
      ...(note === undefined ? {} : { note }),
      figures: {
        before: count.before,
        after: count.after,
        ...(before > 0 ? { shareBefore: count.before / before } : {}),
        ...(after > 0 ? { shareAfter: count.after / after } : {}),
      },
      compared: { direction: "none" },
    };
    if (note !== undefined) return { row };
    const share = (count.before + count.after) / Math.max(1, before + after);
    const ratio = dispersedRateRatio(
      { count: count.after, exposure: 1 },
      { count: count.before, exposure: 1 },
      { dispersion: countDispersion(dispersion, share) },
    );
    if (isRefusal(ratio)) return { row };
    const isSmall = Math.min(count.before, count.after) < 20 && count.before + count.after < 40;
    const compared = {
      ratio: { value: ratio.ratio, interval: ratio.interval },
      direction: "none",
      ...(isSmall ? { reason: "small-counts" } : {}),
    } as const;
    return { row: { ...row, compared }, p: ratio.p };
  });
}

/**
 * The rows with what may be said of each.
 *
 * @param adjusted p values of the rows that have one, in their order
 */
export function finishRows(drafts: readonly DraftRow[], adjusted: readonly number[]): readonly FindingRow[] {
  let next = 0;
  return drafts.map(({ row, p }): FindingRow => {
    const interval = row.compared?.ratio?.interval;
    if (p === undefined || interval === undefined) return row;
    const own = adjusted[next++] ?? 1;
    return { ...row, compared: { ...row.compared, p: own, direction: directionOf(interval, own) } };
  });
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
