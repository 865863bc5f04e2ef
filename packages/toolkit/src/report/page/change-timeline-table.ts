import { eventDates, type ListedEvent } from "../words/change/listed-events.ts";
import type { Words } from "../words/words.ts";
import { type TableLines, textCell } from "./data-table.ts";
import { type Html, html } from "./html.ts";

/** The table twin of the timeline: every event with its dates, its kind and where it is known from. */
export function timelineTable(
  listed: readonly ListedEvent[],
  words: Words,
  addressOf?: (event: string) => string,
): TableLines {
  const columns = ["what", "when", "kind", "source"];
  return {
    head: columns.map((column) => textCell(words.say(`change.timeline.${column}`))),
    rows: listed.map(({ number, event }) => [
      textCell(titleCell(html`${number}. ${eventTitle(event, words)}`, addressOf?.(event.id))),
      textCell(eventDates(event, words)),
      textCell(words.say(`change.kind.${event.kind}`)),
      textCell(event.source),
    ]),
  };
}

const titleCell = (title: Html, href: string | undefined): Html =>
  href === undefined ? title : html`<a href="${href}">${title}</a>`;

/** What happened; marked as English where a Spanish page has no Spanish for it. */
export function eventTitle({ what }: ListedEvent["event"], { language }: Words): Html {
  if (language === "en") return html`${what.en}`;
  return what.es === undefined ? html`<span lang="en">${what.en}</span>` : html`${what.es}`;
}
