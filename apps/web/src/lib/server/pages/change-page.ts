import type { Finding } from "@evenhand/standard";
import { eventInShort } from "@evenhand/toolkit/report/page/change-event";
import { changeQuestion, eventTimeline } from "@evenhand/toolkit/report/page/change-section";
import { eventTitle } from "@evenhand/toolkit/report/page/change-timeline-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { type ListedEvent, listedEvents } from "@evenhand/toolkit/report/words/change/listed-events";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { raised } from "../policy/raised.ts";

type Language = Asked["language"];

/** Every event on a timeline, and each in short, with the way to all that was found about it. */
export function changePage(open: OpenPlace, { language }: Asked): Page {
  const { place, answers } = open;
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const title = say("change-title", { place: place.name });
  const { own, listed } = changeOf(answers);
  if (listed.length === 0) {
    const none = html`<h1>${title}</h1><p class="lede">${say("change-none")}</p><p>${say("change-how")}</p>`;
    return { title, markup: none.markup };
  }
  const intro = `${words.say("change.section.asks")} ${words.say("change.section.follows")}`;
  const timeline = eventTimeline(listed, own, words, (event) => to.change(place.id, event));
  const markup = html`<h1>${title}</h1><p>${intro}</p><div class="timeline">${raised(timeline, 1)}</div>${listed.map((one) => inShort(one, own, open, language))}`;
  return { title, description: intro, markup: markup.markup };
}

/** The findings about change, and the events in order of time. */
export function changeOf({ findings, events }: OpenPlace["answers"]): {
  readonly own: readonly Finding[];
  readonly listed: readonly ListedEvent[];
} {
  const own = findings.filter(({ question }) => question === changeQuestion);
  return { own, listed: listedEvents(events, own) };
}

/** The findings about one event. */
export const aboutEvent = (own: readonly Finding[], { event }: ListedEvent): readonly Finding[] =>
  own.filter(({ values }) => values?.event === event.id);

function inShort(one: ListedEvent, own: readonly Finding[], { place }: OpenPlace, language: Language): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const { number, event } = one;
  const found = aboutEvent(own, one);
  const title = eventTitle(event, words);
  const href = addresses(language).change(place.id, event.id);
  return html`<section class="event" aria-labelledby="event-${number}"><h2 class="question" id="event-${number}">${number}. ${title}</h2>${eventInShort(
    one,
    found,
    words,
  )}${found.length === 0 ? html`<p>${say("change-not-tested")}</p>` : undefined}<p class="also"><a href="${href}">${say(found.length === 0 ? "change-own-page" : "change-own")}<span class="hidden">: ${title}</span></a></p></section>
`;
}
