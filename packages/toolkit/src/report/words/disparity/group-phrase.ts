import { codeTitle, type Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";

/** Key of the reference when each group is compared with all others whose group is known. */
export const everybodyElse = "everybody-else";

const phrase = (kind: "people" | "residents", key: string, words: Words): string =>
  words.has(`disparity.${kind}.${key}`)
    ? words.say(`disparity.${kind}.${key}`)
    : words.say(`disparity.${kind}.default`, { key });

/** "Black people" */
export const groupPeople = (key: string, words: Words): string => phrase("people", key, words);

/** "Black people", to stand after a number: "other people" where all others are counted together. */
export const countedPeople = (key: string, words: Words): string =>
  key === everybodyElse ? words.say("disparity.people.others") : groupPeople(key, words);

/** "Black residents" */
export const groupResidents = (key: string, words: Words): string => phrase("residents", key, words);

/** "White residents" where residents are compared, else "White people": how the reference is named beside others. */
export function referencePhrase(finding: Finding, words: Words): string {
  const key = finding.comparison?.reference ?? everybodyElse;
  const isResidents = finding.comparison?.benchmark?.kind === "population" || finding.question === "places";
  return isResidents ? groupResidents(key, words) : groupPeople(key, words);
}

/** Short name of a group for lists and tables: the title of its code. */
export function groupTitle(key: string, words: Words): string {
  const isCode = words.has(`disparity.people.${key}`) && key !== everybodyElse;
  return isCode ? codeTitle("race_ethnicity", key, words.language) : key;
}
