import type { Finding } from "@evenhand/standard";
import { mainSentences } from "@evenhand/toolkit/report/main-sentences";
import { findingAlone } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { raised } from "../policy/raised.ts";
import { withOwnPage } from "./finding-links.ts";
import { overviewFindings } from "./overview-findings.ts";
import { overviewParts } from "./overview-parts.ts";

/** A place at first sight: the main sentences, then the findings behind them with their charts. */
export function overviewPage(open: OpenPlace, { language }: Asked): Page {
  const { place, answers } = open;
  const words = openWords(language);
  const { findings } = answers;
  const title = words.say("page.title", { agency: place.name });
  const sentences = mainSentences(findings, language);
  const markup = html`<h1>${title}</h1>
<section aria-labelledby="main"><h2 id="main" class="hidden">${words.say("page.main")}</h2><ul class="main-sentences">${sentences.map(
    (sentence) => html`<li>${sentence}</li>`,
  )}</ul></section>
<h2>${siteWords(language)("figures")}</h2>${overviewFindings(findings).map((finding) =>
    withOwnPage(finding, shown(finding, open, words), place, language),
  )}
${overviewParts(open, language)}`;
  return { title, ...(sentences[0] === undefined ? {} : { description: sentences[0] }), markup: markup.markup };
}

/** A finding with its chart under the heading of all; one about an event begins a rank lower by itself. */
const shown = (finding: Finding, { answers }: OpenPlace, words: Words): Html =>
  raised(findingAlone(finding, answers, words), finding.question === "change" ? 1 : 0);
