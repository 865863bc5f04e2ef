import type { Finding } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { dateText } from "./event-phrase.ts";

/**
 * The changes of recording that a finding names, each with its date: "“A new form” (June 2020)". Undefined where it names
 * none.
 */
export function namedRecording({ values = {} }: Finding, words: Words): string | undefined {
  const ids = String(values.recordingEvents ?? "")
    .split(",")
    .filter((id) => id !== "");
  if (ids.length === 0) return undefined;
  const items = ids.map((id, index) => {
    const key = `recordingEvent${index + 1}`;
    const what = (words.language === "es" ? values[`${key}Es`] : undefined) ?? values[key] ?? id;
    const { text: date } = dateText(String(values[`${key}Date`] ?? ""), words);
    return words.say("change.named.item", { what: String(what).replace(/\.$/u, ""), date });
  });
  return words.list(items);
}
