import type { Interval } from "@evenhand/standard";
import type { Words } from "../words/words.ts";

/** A range of ratios, rounded outwards but never across 1: "4.8–5.2", "0.9 or more". */
export function ratioRangeText(range: Interval, words: Words): string {
  const { low, high } = words.ratioRange(range);
  if (high === undefined) return words.say("chart.range.open", { low });
  return low === high ? low : words.say("chart.range", { low, high });
}

/** A ratio with its interval, "5.0 (4.8–5.2)"; alone where it has none, and the interval alone where it is infinite. */
export function estimateText(
  { value, interval }: { readonly value: number; readonly interval?: Interval },
  words: Words,
): string {
  if (!Number.isFinite(value)) return interval === undefined ? "" : ratioRangeText(interval, words);
  const text = words.ratio(value);
  return interval === undefined
    ? text
    : words.say("chart.estimate", { value: text, range: ratioRangeText(interval, words) });
}
