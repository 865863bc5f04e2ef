import type { Language } from "@evenhand/standard";
import { letterArticles } from "@evenhand/toolkit/report/letter/letter-html";
import { letterMarkdown } from "@evenhand/toolkit/report/letter/letter-markdown";
import { letterParts } from "@evenhand/toolkit/report/letter/letter-parts";
import { ownClausesOf } from "@evenhand/toolkit/report/letter/own-clause";
import { html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { guideLink } from "./learn-pages.ts";

/** The records request for what the files leave out, to be printed. */
export function letterPage(open: OpenPlace, { language }: Asked): Page {
  const { id, name } = open.place;
  const say = siteWords(language);
  const to = addresses(language);
  const title = say("letter-title", { place: name });
  const markup = html`<div class="letter"><div class="no-print"><h1>${title}</h1><p class="lede">${say(
    "letter-about",
  )}</p><ul class="downloads"><li><a href="${to.letter(id)}.md">${say("letter-download")}</a></li><li><a href="${to.notRecorded(
    id,
  )}">${say("letter-back", { place: name })}</a></li><li>${guideLink("ask-of-tracking", language)}</li></ul></div>${letterArticles(partsOf(open, language), "later")}</div>`;
  return { title, description: say("letter-about"), markup: markup.markup };
}

/** The same letter as Markdown. */
export const letterText = (open: OpenPlace, language: Language): string => letterMarkdown(partsOf(open, language));

/** The parts of the letter, without a date or a name: those are the sender's. */
function partsOf({ answers }: OpenPlace, language: Language) {
  const { release, findings, policy } = answers;
  return letterParts({
    release,
    findings,
    state: release.agency.state ?? "",
    language,
    ...(policy === undefined ? {} : { ownClauses: ownClausesOf(policy.beside.en) }),
  });
}
