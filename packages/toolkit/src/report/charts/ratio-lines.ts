import type { Finding, FindingRow, Interval, RowComparison } from "@evenhand/standard";
import { orderedRows } from "../words/ordered-rows.ts";
import { rowTitle } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import type { IntervalLine } from "./interval-line.ts";
import { estimateText } from "./ratio-text.ts";

/** Whether any row of a finding has a ratio to draw. */
export function hasRatios({ rows, shown }: Finding): boolean {
  return shown !== "counts" && shown !== "cannot-say" && rows.some(({ compared }) => compared?.ratio !== undefined);
}

/** What a reader calls the adjusted ratio of a finding: "in similar areas". */
export function adjustedText({ question }: Finding, words: Words): string {
  const key = `chart.adjusted.${question}`;
  return words.say(words.has(key) ? key : "chart.method.other");
}

/** The range over the missing, where the missing leave more than one ratio. */
export function openRange({ ratioRange }: RowComparison): Interval | undefined {
  return ratioRange !== undefined && ratioRange.high > ratioRange.low ? ratioRange : undefined;
}

/** The lines of a finding that compares groups, in the order a reader meets the groups. */
export function ratioLines(finding: Finding, words: Words): readonly IntervalLine[] {
  return orderedRows(finding, words).flatMap((row) => [
    ratioLine(finding, row, rowTitle(row, finding, words), words),
    ...furtherLines(finding, row, words),
  ]);
}

/**
 * The first line of a group: its ratio, that it is what the others are compared with, or that it is not compared. A row
 * that is not compared has no mark: it is neither 0 nor 1.
 */
export function ratioLine(finding: Finding, row: FindingRow, label: string, words: Words): IntervalLine {
  const line = { label, startsGroup: true } as const;
  if (row.key === finding.comparison?.reference)
    return { ...line, tone: "name", text: words.say("chart.reference"), isReference: true };
  const { compared } = row;
  if (compared?.ratio === undefined || finding.shown === "counts")
    return { ...line, tone: "soft", text: words.say("chart.not-compared") };
  const range = openRange(compared);
  const isUnsure =
    finding.shown === "range" || compared.reason === "small-counts" || compared.reason === "missing-could-change-it";
  return {
    ...line,
    tone: "name",
    text: estimateText(compared.ratio, words),
    estimate: { kind: isUnsure ? "unsure" : "measured", ...compared.ratio },
    ...(range === undefined ? {} : { range: { kind: "none", interval: range } }),
  };
}

function furtherLines(finding: Finding, { compared }: FindingRow, words: Words): readonly IntervalLine[] {
  if (compared?.ratio === undefined) return [];
  const line = { tone: "soft", startsGroup: false } as const;
  const adjusted: readonly IntervalLine[] =
    compared.adjusted === undefined
      ? []
      : [
          {
            ...line,
            label: adjustedText(finding, words),
            text: estimateText(compared.adjusted, words),
            estimate: { kind: "adjusted", ...compared.adjusted },
          },
        ];
  const others = (compared.alternatives ?? []).map(({ method, ratio }): IntervalLine => {
    const key = `chart.method.${method}`;
    return {
      ...line,
      label: words.say(words.has(key) ? key : "chart.method.other"),
      text: estimateText(ratio, words),
      estimate: { kind: "alternative", ...ratio },
    };
  });
  return [...adjusted, ...others];
}
