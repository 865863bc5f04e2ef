import { changeEvent, eventInShort } from "@evenhand/toolkit/report/page/change-event";
import { eventTitle } from "@evenhand/toolkit/report/page/change-timeline-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import type { ListedEvent } from "@evenhand/toolkit/report/words/change/listed-events";
import { titleOf } from "@evenhand/toolkit/report/words/change/other-events";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { raised } from "../policy/raised.ts";
import { aboutEvent, changeOf } from "./change-page.ts";
import { findingList } from "./finding-links.ts";

type Language = Asked["language"];

/** One event with everything that was counted about it; undefined where the place has none of that id. */
export function changeEventPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  const { own, listed } = changeOf(answers);
  const at = listed.findIndex(({ event }) => event.id === params.event);
  const one = listed[at];
  if (one === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const found = aboutEvent(own, one);
  const section =
    found.length === 0
      ? html`<h1>${one.number}. ${eventTitle(one.event, words)}</h1>${eventInShort(one, found, words)}<p>${say("change-not-tested")}</p>`
      : raised(changeEvent(one, found, { listed, words, hasEvents: answers.events.length > 0 }), 2);
  const markup = html`<p class="back"><a href="${to.change(place.id)}">${say("change-all")}</a></p>${section}${
    found.length === 0 ? undefined : findingList(found, place, language)
  }${neighbours(listed, at, place.id, language)}`;
  return { title: `${titleOf(one.event, words)}: ${place.name}`, markup: markup.markup };
}

function neighbours(listed: readonly ListedEvent[], at: number, place: string, language: Language): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const link = (key: "change-before" | "change-next", one: ListedEvent | undefined): Html | undefined =>
    one && html`<li>${say(key)} <a href="${to.change(place, one.event.id)}">${eventTitle(one.event, words)}</a></li>`;
  return html`<nav aria-label="${say("change-neighbours")}"><ul class="ways">${link(
    "change-before",
    listed[at - 1],
  )}${link("change-next", listed[at + 1])}</ul></nav>`;
}
