import type { Finding, Language } from "@evenhand/standard";
import { eventTitle } from "@evenhand/toolkit/report/page/change-timeline-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { inShort } from "@evenhand/toolkit/report/words/change/in-short";
import type { ListedEvent } from "@evenhand/toolkit/report/words/change/listed-events";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";
import { aboutEvent, changeOf } from "./change-page.ts";

const mostShown = 3;
const facts = ["total", "mix", "groups"] as const;

/** The latest events that were tested, with what can be said of each in short; and how many events there are. */
export function overviewChange({ place, answers }: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const words = openWords(language);
  const { own, listed } = changeOf(answers);
  if (listed.length === 0) return html`${say("overview-no-events")}`;
  const tested = listed.flatMap((one) => {
    const found = aboutEvent(own, one);
    const isTested = found.some(({ values }) => values?.eventDate !== undefined);
    return isTested ? [eventItem(one, found, addresses(language).change(place.id, one.event.id), words)] : [];
  });
  return html`${tested.length === 0 ? undefined : html`<ul>${tested.slice(-mostShown)}</ul>`}<p>${say("overview-events", { count: listed.length })}</p>`;
}

/** One event and its three facts; those that the records do not hold are left to the event's own page. */
function eventItem({ event, date }: ListedEvent, found: readonly Finding[], href: string, words: Words): Html {
  const short = inShort(found, words);
  const known = facts.filter((fact) => short[fact] !== words.say("change.short.unknown"));
  const month = date === undefined ? "" : html`${words.month(date.slice(0, 7))}: `;
  return html`<li>${month}<a href="${href}">${eventTitle(event, words)}</a><ul class="facts">${known.map(
    (fact) => html`<li>${words.say(`change.short.${fact}`)}: ${short[fact]}</li>`,
  )}</ul></li>`;
}
