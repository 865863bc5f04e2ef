import type { Finding } from "@evenhand/standard";
import { eventWhat } from "../words/change/event-phrase.ts";
import type { Words } from "../words/words.ts";

/** What a measure of change is called: "How many", "On whom". */
export function changeTitle({ measure }: Finding, words: Words): string {
  const key = `change.title.${measure}`;
  return words.has(key) ? words.say(key) : words.say("change.title.default", { measure: measure.replaceAll("-", " ") });
}

/** The same where no heading names the event: "How many · A new form is used." */
export const changeTitleAlone = (finding: Finding, words: Words): string =>
  words.say("change.title.alone", { title: changeTitle(finding, words), what: eventWhat(finding, words) });
