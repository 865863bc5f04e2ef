import type { Finding } from "@evenhand/standard";
import { keyTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";

/** One area of a funnel. */
export type FunnelPoint = {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly side: "inside" | "higher" | "lower";
  readonly limits?: { readonly inner: Band; readonly outer: Band };
};
type Band = { readonly low: number; readonly high: number };

/** Areas with a share, in the order of the finding. */
export function funnelPoints(finding: Finding, words: Words): readonly FunnelPoint[] {
  return finding.rows.flatMap((row): FunnelPoint[] => {
    const { exposure, rate, limits, direction } = row.compared ?? {};
    if (exposure === undefined || rate === undefined) return [];
    const side = direction === "higher" || direction === "lower" ? direction : "inside";
    const label = keyTitle(row.key, finding, words);
    return [{ label, x: exposure, y: rate.value, side, ...(limits === undefined ? {} : { limits }) }];
  });
}

/** The outer limit of an area of middling size: that of a very small one would squeeze all others. */
export function usualLimit(points: readonly FunnelPoint[]): number {
  const limits = points.toSorted((a, b) => a.x - b.x).flatMap(({ limits: own }) => own?.outer.high ?? []);
  return limits[Math.floor(limits.length / 2)] ?? 0;
}
