import type { FindingRow } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** What stands in place of a share, or beside it: why there is none, in a few words. Empty where nothing is to be said. */
export function noteText({ note, count, share }: FindingRow, words: Words): string {
  if (note !== undefined)
    for (const key of [`footprint.short.${note}`, `caveat.short.${note}`, `caveat.${note}`])
      if (words.has(key)) return words.say(key);
  return count !== undefined && share === undefined ? words.say("footprint.short.small") : "";
}
