import type { Finding, FindingRow } from "@evenhand/standard";
import { missingCount } from "../missing-count.ts";
import type { Words } from "../words.ts";
import { unitCount } from "./counted-phrase.ts";
import { comparedWith } from "./exposure-phrase.ts";
import { fractionPhrase } from "./fraction-phrase.ts";
import { chancePhrase, ratioRangePhrase } from "./range-phrase.ts";
import { reasonText } from "./reason-text.ts";
import { sayable } from "./sayable.ts";

/**
 * What a row's ratio lets one say, in one sentence: how many times, about the same, or that it cannot be told, always
 * with the ratio and what chance could make of it.
 */
export function compareSentence(row: FindingRow, finding: Finding, words: Words): string {
  const { ratio, ratioRange, reason } = row.compared ?? {};
  const said = sayable(row, finding);
  const what = comparedWith(finding, words);
  const range = ratioRange === undefined ? "" : ratioRangePhrase(ratioRange, words);
  if (said === "none" || ratio?.interval === undefined)
    return said === "no-comparison"
      ? words.say("disparity.compare.no-comparison", { what, range })
      : words.say("disparity.compare.none", { what, reason: reasonText(reason ?? "no-ratio", words) });
  return words.say(`disparity.compare.${said}`, {
    what,
    range,
    ratio: words.ratio(ratio.value),
    fraction: fractionPhrase(ratio.value, words),
    between: ratioRangePhrase(ratio.interval, words),
    chance: chancePhrase(ratio, words),
    missing: unitCount(missingCount(finding), finding, words),
    n: finding.comparison?.family?.comparisons ?? 1,
  });
}
