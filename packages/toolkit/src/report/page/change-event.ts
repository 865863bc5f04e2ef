import type { Finding } from "@evenhand/standard";
import { inShort } from "../words/change/in-short.ts";
import { eventDates, type ListedEvent } from "../words/change/listed-events.ts";
import { otherEventsSentence, titleOf } from "../words/change/other-events.ts";
import type { Words } from "../words/words.ts";
import { changeFinding } from "./change-finding.ts";
import { changeSure } from "./change-note.ts";
import { eventTitle } from "./change-timeline-table.ts";
import { type Html, html } from "./html.ts";

/** What the part about one event needs beside its findings. */
export type EventParts = {
  readonly listed: readonly ListedEvent[];
  readonly words: Words;
  /** Whether the events themselves are given: only then is it known what else happened. */
  readonly hasEvents: boolean;
};

/** Recording first; then the three facts; then what it is about, and what it should leave as it is. */
const order = [
  "recording",
  "total",
  "kinds",
  "by-group",
  "target",
  "comparison",
  "reasons",
  "areas",
  "injuries",
  "agencies",
];

/** One event: what it is and where it is known from, the three facts in short, each finding, and what else happened. */
export function changeEvent(one: ListedEvent, ofEvent: readonly Finding[], parts: EventParts): Html {
  const { words, listed, hasEvents } = parts;
  const { number, event } = one;
  const id = `event-${number}`;
  const place = ({ measure }: Finding): number => (order.includes(measure) ? order.indexOf(measure) : order.length);
  const sections = ofEvent
    .toSorted((a, b) => place(a) - place(b))
    .map((finding) => changeFinding(finding, ofEvent, { one, listed, words }));
  const dated = ofEvent.find(({ values }) => values?.eventDate !== undefined);
  const known = listed.map(({ event: other }) => other);
  const others = hasEvents && dated ? otherEventsSentence(dated, known, words) : undefined;
  return html`<section class="event" aria-labelledby="${id}"><h3 id="${id}">${number}. ${eventTitle(event, words)}</h3>${eventInShort(
    one,
    ofEvent,
    words,
  )}${sections}${
    others && html`<div class="others"><h4>${words.say("change.others.title")}</h4><p>${others}</p></div>`
  }${changeSure(ofEvent, words, titleOf(event, words))}</section>`;
}

/** What an event is and where it is known from, and the three facts in short where it was tested. */
export function eventInShort(one: ListedEvent, ofEvent: readonly Finding[], words: Words): Html {
  const isDated = ofEvent.some(({ values }) => values?.eventDate !== undefined);
  return html`${meta(one, words)}${isDated ? facts(ofEvent, words) : undefined}`;
}

function meta({ event }: ListedEvent, words: Words): Html {
  const { source, document, provision, enteredBy, agency } = event;
  const given = { source, document, provision, enteredBy, agency };
  const lines = Object.entries(given).flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [words.say(`change.meta.${key}`, { [key]: value })],
  );
  const items = [words.say(`change.kind.${event.kind}`), eventDates(event, words), ...lines];
  return html`<ul class="meta">${items.map((text) => html`<li>${text}</li>`)}</ul>`;
}

function facts(ofEvent: readonly Finding[], words: Words): Html {
  const short = inShort(ofEvent, words);
  const line = (key: "total" | "mix" | "groups"): Html =>
    html`<dt>${words.say(`change.short.${key}`)}</dt><dd>${short[key]}</dd>`;
  return html`<dl class="short" aria-label="${words.say("change.short.title")}">${line("total")}${line("mix")}${line(
    "groups",
  )}</dl>`;
}
