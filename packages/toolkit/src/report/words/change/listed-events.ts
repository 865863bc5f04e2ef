import { eventDate, type Finding, type PolicyEvent, type PolicyEventKind, policyEventKinds } from "@evenhand/standard";
import type { Words } from "../words.ts";
import { onDate } from "./event-phrase.ts";

/** An event as the report lists it: numbered in order of time, those without a date last. */
export type ListedEvent = { readonly number: number; readonly event: PolicyEvent; readonly date?: string };

/**
 * All events in order of time. Where the events themselves are not given, those that findings speak of stand in for
 * them, with what the findings say of each.
 */
export function listedEvents(events: readonly PolicyEvent[], findings: readonly Finding[]): readonly ListedEvent[] {
  const ids = new Set(events.map(({ id }) => id));
  const spoken = findings.flatMap((finding) => {
    const event = eventOf(finding);
    return event === undefined || ids.has(event.id) ? [] : [[event.id, event] as const];
  });
  const all = [...events, ...new Map(spoken).values()].map((event) => ({ event, date: eventDate(event)?.date }));
  const last = "9999";
  return all
    .toSorted((a, b) => {
      const [first, second] = [a.date ?? last, b.date ?? last];
      return first < second ? -1 : first > second ? 1 : 0;
    })
    .map(({ event, date }, index) => ({ number: index + 1, event, ...(date === undefined ? {} : { date }) }));
}

const isKind = (kind: unknown): kind is PolicyEventKind => policyEventKinds.some((known) => known === kind);

function eventOf({ question, values = {} }: Finding): PolicyEvent | undefined {
  const { event, eventWhat, eventWhatEs, eventKind, eventDate: date, eventFrom, eventSource } = values;
  if (question !== "change" || event === undefined) return undefined;
  return {
    id: String(event),
    kind: isKind(eventKind) ? eventKind : "policy",
    what: { en: String(eventWhat ?? event), ...(eventWhatEs === undefined ? {} : { es: String(eventWhatEs) }) },
    source: String(eventSource ?? ""),
    ...(date === undefined ? {} : eventFrom === "adopted" ? { adopted: String(date) } : { effective: String(date) }),
  };
}

/** "adopted on May 4, 2020; in effect from June 1, 2020": all dates of an event that are known. */
export function eventDates({ adopted, effective, trained }: PolicyEvent, words: Words): string {
  const parts = [
    ...(adopted === undefined ? [] : [words.say("change.dates.adopted", { on: onDate(adopted, words) })]),
    ...(effective === undefined
      ? []
      : [words.say("change.dates.effective", { since: onDate(effective, words, "since") })]),
    ...(trained === undefined ? [] : [words.say("change.dates.trained", { on: onDate(trained, words) })]),
  ];
  return parts.length === 0 ? words.say("change.dates.none") : parts.join("; ");
}
