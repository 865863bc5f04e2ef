import type { Finding, Language } from "@evenhand/standard";
import { eventTitle } from "@evenhand/toolkit/report/page/change-timeline-table";
import { changeTitle } from "@evenhand/toolkit/report/page/change-title";
import { findingTitle } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { questionTitle } from "@evenhand/toolkit/report/page/question-sections";
import { listedEvents } from "@evenhand/toolkit/report/words/change/listed-events";
import { measureText } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace, Place } from "../place-index.ts";
import { headed } from "./headings.ts";

/** A finding's section, with the way to its own page. */
export function withOwnPage(finding: Finding, section: Html, place: Place, language: Language): Html {
  const title = findingTitle(finding, openWords(language));
  return html`${section}<p class="also"><a href="${addresses(language).finding(place.id, finding.id)}">${siteWords(
    language,
  )("own-page")}<span class="hidden">: ${title}</span></a></p>`;
}

/** A section as a page of its own: its heading becomes the page's, and every finding is linked. */
export function asPage(section: Html, findings: readonly Finding[], place: Place, language: Language): Html {
  return html`<div class="question-page">${headed(section)}</div>${findingList(findings, place, language)}`;
}

/** Each finding by name, with the way to its own page. Those about an event are all of one event. */
export function findingList(findings: readonly Finding[], place: Place, language: Language): Html {
  const words = openWords(language);
  const to = addresses(language);
  const titleOf = (finding: Finding): string =>
    finding.question === "change" ? changeTitle(finding, words) : measureText("title", finding, words);
  return html`<h2>${siteWords(language)("each-finding")}</h2><ul>${findings.map(
    (finding) =>
      html`<li><a href="${to.finding(place.id, finding.id)}">${titleOf(finding)} (${words.say(
        `say.units.${finding.unit}`,
      )})</a></li>`,
  )}</ul>`;
}

/** The way from a finding to the page that shows it beside the others of its question or event. */
export function aboutFinding(finding: Finding, { place, answers }: OpenPlace, language: Language): Html {
  const words = openWords(language);
  const to = addresses(language);
  const { question, values } = finding;
  const event = listedEvents(answers.events, answers.findings).find(({ event: { id } }) => id === values?.event);
  const link = (href: string, title: Html | string): Html =>
    html`<p class="back">${siteWords(language)("finding-about")} <a href="${href}">${title}</a></p>`;
  if (question === "change" && event !== undefined)
    return link(to.change(place.id, event.event.id), eventTitle(event.event, words));
  if (question === "footprint") return link(to.reduce(place.id), questionTitle(question, words));
  if (question === "gap")
    return link(to.notRecorded(place.id), siteWords(language)("not-recorded-title", { place: place.name }));
  return link(to.force(place.id, question), questionTitle(question, words));
}
