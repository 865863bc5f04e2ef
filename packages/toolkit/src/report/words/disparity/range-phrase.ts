import type { Estimate, Interval } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** "between 2.6 and 2.9", or "at 2.6 or more, with no upper limit". */
export function ratioRangePhrase(range: Interval, words: Words): string {
  const { low, high } = words.ratioRange(range);
  if (high === undefined) return words.say("disparity.open", { low });
  return low === high ? words.say("disparity.point", { low }) : words.say("disparity.between", { low, high });
}

/** "; chance alone could put it between 2.6 and 2.9", or nothing for an estimate without an interval. */
export function chancePhrase(estimate: Estimate | undefined, words: Words): string {
  if (estimate?.interval === undefined) return "";
  return words.say("disparity.chance", { between: ratioRangePhrase(estimate.interval, words) });
}

/** "8.2 (6.1 to 11)": an estimate in a table or a list. */
export function estimateText(estimate: Estimate | undefined, words: Words): string {
  if (estimate === undefined || !Number.isFinite(estimate.value)) return "";
  const value = words.ratio(estimate.value);
  if (estimate.interval === undefined) return value;
  const { low, high } = words.ratioRange(estimate.interval);
  return high === undefined
    ? words.say("disparity.table.estimate.open", { value, low })
    : words.say("disparity.table.estimate", { value, low, high });
}

/** "6.1 to 11": a range of ratios in a table. */
export function rangeText(range: Interval | undefined, words: Words): string {
  if (range === undefined) return "";
  const { low, high } = words.ratioRange(range);
  return high === undefined ? words.say("disparity.table.range.open", { low }) : words.say("page.range", { low, high });
}

/** Whether every value of the range lies on one side of 1. */
export const isBeside1 = ({ low, high }: Interval): boolean => low > 1 || high < 1;
