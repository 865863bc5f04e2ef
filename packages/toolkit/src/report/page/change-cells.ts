import type { FindingRow } from "@evenhand/standard";
import { estimateText } from "../words/disparity/range-phrase.ts";
import { reasonText } from "../words/disparity/reason-text.ts";
import type { Words } from "../words/words.ts";
import { numberCell, type TableCell } from "./data-table.ts";

/** Counts and shares of a row before and after. */
export const countCells = ({ figures = {} }: FindingRow, words: Words): readonly TableCell[] => [
  countCell(figures.before, words),
  countCell(figures.after, words),
  shareCell(figures.shareBefore, words),
  shareCell(figures.shareAfter, words),
];

/** A count; nothing where there is none. */
export const countCell = (n: number | undefined, words: Words): TableCell =>
  numberCell(n === undefined ? "" : words.number(n));

/** A share beside another; nothing where there is none. */
export const shareCell = (value: number | undefined, words: Words): TableCell =>
  numberCell(value === undefined ? "" : words.comparedPercent(value));

/** Heads of columns of numbers. */
export const numberHeads = (keys: readonly string[], words: Words): TableCell[] =>
  keys.map((key) => numberCell(words.say(`change.table.${key}`)));

/** A ratio of a row's figures with its interval: "0.81 (0.70 to 0.95)". */
export function figureText(ratio: Partial<Record<"value" | "low" | "high", number | undefined>>, words: Words): string {
  const { value, low, high } = ratio;
  if (value === undefined) return "";
  return estimateText(low === undefined || high === undefined ? { value } : { value, interval: { low, high } }, words);
}

/** A note in a few words; one without words of its own as its caveat. */
export const noteText = (note: string, words: Words): string =>
  words.has(`change.note.${note}`) ? words.say(`change.note.${note}`) : reasonText(note, words);
