import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { countedPeople, groupTitle } from "./group-phrase.ts";

/** "officers reported force against 4,905 Black people": a count of one group in the finding's unit. */
export function countedPhrase(n: number, key: string, finding: Finding, words: Words): string {
  const least = finding.caveats.includes(`${finding.unit}-lower-bound`) ? words.say("disparity.least") : "";
  return words.say(`disparity.counted.${finding.unit}`, {
    n,
    least,
    people: countedPeople(key, words),
    title: groupTitle(key, words),
  });
}

/** "2,573 people": how many have no recorded group, in the finding's unit. */
export const unitCount = (n: number, finding: Finding, words: Words): string =>
  words.say(`say.unit.${finding.unit}`, { n });
