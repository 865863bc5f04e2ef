import { gapSection } from "@evenhand/toolkit/report/page/gap-section";
import { html } from "@evenhand/toolkit/report/page/html";
import { issuesSection } from "@evenhand/toolkit/report/page/issues-section";
import { sourceSection } from "@evenhand/toolkit/report/page/source-section";
import { gapSummary } from "@evenhand/toolkit/report/words/gap-summary";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";

/** What is recorded and what is not, with the way to the letter that asks for it. */
export function notRecordedPage({ place, answers }: OpenPlace, { language }: Asked): Page {
  const words = openWords(language);
  const say = siteWords(language);
  const title = say("not-recorded-title", { place: place.name });
  const gap = answers.findings.filter(({ question }) => question === "gap");
  const summary = gapSummary(gap, words);
  const links = answers.policy?.beside[language].links ?? [];
  const asking = { links, policyPage: addresses(language).policy(place.id) };
  const markup = html`<h1>${title}</h1>${summary && html`<p class="lede">${summary}</p>`}<p><a href="${addresses(language).letter(place.id)}">${say(
    "letter-link",
  )}</a></p>${gapSection(gap, words, asking)}${issuesSection(answers.issues, words)}${sourceSection(answers.release, words)}`;
  return { title, ...(summary === undefined ? {} : { description: summary }), markup: markup.markup };
}
