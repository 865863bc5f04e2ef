import type { FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** "191 to 298 (130 to 404)": what would not have happened by the two definitions, and its range; for a chart or table. */
export function avoidedText(row: FindingRow, words: Words): string {
  return `${countsText(row, words)} (${rangeCountsText(row, words)})`;
}

/** "191 to 298" */
export const countsText = ({ figures }: FindingRow, words: Words): string =>
  wholeRange(figures?.avoided ?? 0, figures?.avoidedWide ?? 0, words);

/** "130 to 404" */
export const rangeCountsText = ({ figures }: FindingRow, words: Words): string =>
  wholeRange(figures?.avoidedLow ?? 0, figures?.avoidedHigh ?? 0, words);

function wholeRange(low: number, high: number, words: Words): string {
  const [first, last] = [words.number(Math.round(low)), words.number(Math.round(high))];
  return first === last ? first : words.say("page.range", { low: first, high: last });
}
