import type { Finding, Interval } from "@evenhand/standard";
import { missingCount } from "../words/missing-count.ts";
import { orderedRows } from "../words/ordered-rows.ts";
import { rowTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";

/** One line of a bar or dot chart, ready to be drawn. */
export type ChartRow = {
  /** Distinct within the chart. */
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly share?: number;
  readonly range?: Interval;
  /** Drawn hatched: not recorded, or with no count at all. */
  readonly isMissing: boolean;
};

/** Most lines that a chart draws; the table has them all. */
export const linesDrawn = 16;

/**
 * The rows in reading order, at most {@link linesDrawn} (years: all), and what is missing as the last line. A row
 * without a count is a gap: it is drawn hatched, never as zero.
 */
export function chartRows(finding: Finding, words: Words): readonly ChartRow[] {
  const rows = orderedRows(finding, words).map(
    (row): ChartRow => ({
      key: `${row.key} ${row.key2 ?? ""}`,
      label: rowTitle(row, finding, words),
      count: row.count ?? 0,
      ...(row.share === undefined ? {} : { share: row.share }),
      ...(row.range === undefined ? {} : { range: row.range }),
      isMissing: row.count === undefined,
    }),
  );
  const missing = missingCount(finding);
  const last: ChartRow = { key: " missing", label: words.say("chart.missing"), count: missing, isMissing: true };
  const drawn = finding.measure === "yearly-count" ? rows : rows.slice(0, linesDrawn);
  return [...drawn, ...(missing > 0 ? [last] : [])];
}

/** Whether a finding's rows are shares with a range, which are drawn as dots, or counts, drawn as bars. */
export function hasRanges(finding: Finding): boolean {
  return finding.shown !== "counts" && finding.rows.some((row) => row.share !== undefined && row.range !== undefined);
}
