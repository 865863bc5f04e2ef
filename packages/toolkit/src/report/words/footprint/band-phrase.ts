import type { FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** "between 628 and 985", or "427" where both definitions give the same. */
export function bandPhrase({ figures }: FindingRow, words: Words): string {
  const { narrow: low = 0, wide: high = 0 } = figures ?? {};
  return low === high ? words.say("footprint.band.one", { low }) : words.say("footprint.band", { low, high });
}

/** "20% to 32%" or "14%": the shares of the two definitions; empty where the row has none. */
export function shareText({ range }: FindingRow, words: Words): string {
  if (range === undefined) return "";
  const [low, high] = [words.percent(range.low), words.percent(range.high)];
  return low === high ? low : words.say("footprint.group.share", { low, high });
}

/** " (20% to 32%)" after the count it belongs to; nothing where the row has no share. */
export function sharePhrase({ range }: FindingRow, words: Words): string {
  if (range === undefined) return "";
  const [low, high] = [words.percent(range.low), words.percent(range.high)];
  return low === high ? words.say("footprint.share.one", { low }) : words.say("footprint.share", { low, high });
}
