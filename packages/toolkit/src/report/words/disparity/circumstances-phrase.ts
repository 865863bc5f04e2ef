import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { referencePhrase } from "./group-phrase.ts";

/** "recorded resistance and reason for contact": what a comparison allows for. */
export function circumstancesPhrase(finding: Finding, words: Words): string {
  const reference = referencePhrase(finding, words);
  const names = (finding.comparison?.adjustedFor ?? []).map((id) =>
    words.has(`disparity.circumstance.${id}`)
      ? words.say(`disparity.circumstance.${id}`, { reference })
      : words.say("disparity.circumstance.default", { id }),
  );
  return words.list(names);
}
