import { footprintList } from "@evenhand/toolkit/report/page/footprint-list";
import { html } from "@evenhand/toolkit/report/page/html";
import { questionSection } from "@evenhand/toolkit/report/page/question-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { asPage } from "./finding-links.ts";

/** Where force could be reduced: in which kinds of situation it began. */
export function reducePage({ place, answers }: OpenPlace, { language }: Asked): Page {
  const words = openWords(language);
  const say = siteWords(language);
  const title = say("reduce-title", { place: place.name });
  const own = answers.findings.filter(({ question }) => question === "footprint");
  if (own.length === 0) return { title, markup: html`<h1>${title}</h1><p>${say("nothing-to-say")}</p>`.markup };
  const last = footprintList(answers.footprint, words);
  const section = questionSection("footprint", answers.findings, words, { last });
  return { title, markup: asPage(section, own, place, language).markup };
}
