import { mainSentences } from "@evenhand/toolkit/report/main-sentences";
import { findingSection } from "@evenhand/toolkit/report/page/finding-section";
import { html } from "@evenhand/toolkit/report/page/html";
import { mainDisparity } from "@evenhand/toolkit/report/words/disparity/main-disparity";
import { mainFindings } from "@evenhand/toolkit/report/words/main-findings";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { withOwnPage } from "./finding-links.ts";
import { overviewParts } from "./overview-parts.ts";

/** A place at first sight: the main sentences, then the findings behind them with their charts. */
export function overviewPage({ place, answers }: OpenPlace, { language }: Asked): Page {
  const words = openWords(language);
  const { findings } = answers;
  const title = words.say("page.title", { agency: place.name });
  const sentences = mainSentences(findings, language);
  const leading = [...mainFindings(findings), ...[mainDisparity(findings)].flatMap((one) => one ?? [])];
  const markup = html`<h1>${title}</h1>
<section aria-labelledby="main"><h2 id="main" class="hidden">${words.say("page.main")}</h2><ul class="main-sentences">${sentences.map(
    (sentence) => html`<li>${sentence}</li>`,
  )}</ul></section>
<h2>${siteWords(language)("figures")}</h2>${leading.map((finding) =>
    withOwnPage(finding, findingSection(finding, [], words, answers.boundaries), place, language),
  )}
${overviewParts({ place, answers }, language)}`;
  return { title, ...(sentences[0] === undefined ? {} : { description: sentences[0] }), markup: markup.markup };
}
