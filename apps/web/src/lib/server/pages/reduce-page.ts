import { footprintList } from "@evenhand/toolkit/report/page/footprint-list";
import { html } from "@evenhand/toolkit/report/page/html";
import { questionSection } from "@evenhand/toolkit/report/page/question-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { asPage } from "./finding-links.ts";
import { whatIfChoices } from "./what-if-page.ts";

/** Where force could be reduced: in which kinds of situation it began. */
export function reducePage(open: OpenPlace, { language }: Asked): Page {
  const { place, answers } = open;
  const words = openWords(language);
  const say = siteWords(language);
  const title = say("reduce-title", { place: place.name });
  const own = answers.findings.filter(({ question }) => question === "footprint");
  if (own.length === 0) return { title, markup: html`<h1>${title}</h1><p>${say("nothing-to-say")}</p>`.markup };
  const last = footprintList(answers.footprint, words);
  const section = questionSection("footprint", answers.findings, words, { last });
  const supposing = whatIfChoices(open, language);
  return { title, markup: html`${asPage(section, own, place, language)}${supposing}`.markup };
}
