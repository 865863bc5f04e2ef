import { eventDate, type Finding, type PolicyEvent } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { dateText } from "./event-phrase.ts";

/** What else the events file names for the time of an event; says so where it names nothing. Events in the order given. */
export function otherEventsSentence(finding: Finding, events: readonly PolicyEvent[], words: Words): string {
  if (finding.values?.comparedFrom === undefined) return words.say("change.undated");
  const place = (id: string): number => events.findIndex((event) => event.id === id);
  const ids = String(finding.values?.otherEvents ?? "").split(",");
  const items = ids
    .filter((id) => id !== "")
    .toSorted((a, b) => place(a) - place(b))
    .map((id) => itemOf(id, events, words));
  const month = (name: "comparedFrom" | "comparedTo") => words.month(String(finding.values?.[name] ?? ""));
  const time = { from: month("comparedFrom"), to: month("comparedTo") };
  return items.length === 0
    ? words.say("change.others.none", time)
    : words.say("change.others", { ...time, items: items.join("; ") });
}

function itemOf(id: string, events: readonly PolicyEvent[], words: Words): string {
  const event = events.find((one) => one.id === id);
  const date = event && eventDate(event)?.date;
  const what = event === undefined ? id : titleOf(event, words).replace(/\.$/u, "");
  return date === undefined
    ? words.say("change.others.item.undated", { what })
    : words.say("change.others.item", { what, date: dateText(date, words).text });
}

/** What happened, in the reader's language where it was entered in it. */
export const titleOf = ({ what }: PolicyEvent, { language }: Words): string =>
  language === "es" ? (what.es ?? what.en) : what.en;
