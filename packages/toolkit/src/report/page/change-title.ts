import type { Finding } from "@evenhand/standard";
import type { Words } from "../words/words.ts";

/** What a measure of change is called: "How many", "On whom". */
export function changeTitle({ measure }: Finding, words: Words): string {
  const key = `change.title.${measure}`;
  return words.has(key) ? words.say(key) : words.say("change.title.default", { measure: measure.replaceAll("-", " ") });
}
