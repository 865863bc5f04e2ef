import { html } from "@evenhand/toolkit/report/page/html";
import { questionIds, questionSection, questionTitle } from "@evenhand/toolkit/report/page/question-sections";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import { partChoices } from "../part-asked.ts";
import type { OpenPlace } from "../place-index.ts";
import { readSettings } from "../settings.ts";
import { asPage } from "./finding-links.ts";
import { partForm } from "./part-form.ts";

/** Questions that have a page of their own beside the pages of force. */
const elsewhere: readonly string[] = ["change", "footprint"];

/** Every question of force, as a list. */
export function forcePage({ place, answers }: OpenPlace, { language }: Asked): Page {
  const words = openWords(language);
  const to = addresses(language);
  const title = siteWords(language)("force-title", { place: place.name });
  const questions = questionIds(answers.findings).filter((id) => !elsewhere.includes(id));
  const part = readSettings().isStatic
    ? undefined
    : html`<h2>${siteWords(language)("part-link")}</h2>${partForm(partChoices(answers, language), nothingChosen, { place: place.id, language })}`;
  const markup = html`<h1>${title}</h1><ul class="places">${questions.map(
    (id) => html`<li><a href="${to.force(place.id, id)}">${questionTitle(id, words)}</a></li>`,
  )}</ul>${part}`;
  return { title, markup: markup.markup };
}

const nothingChosen = { from: "", to: "", force: "", area: "", group: "", unit: "" };

/** One question of force; undefined when the release does not answer it. */
export function questionPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  const words = openWords(language);
  const { question = "" } = params;
  const { findings, boundaries } = answers;
  if (!questionIds(findings).includes(question)) return undefined;
  const own = findings.filter((finding) => finding.question === question);
  const section = questionSection(question, findings, words, { boundaries });
  const title = `${questionTitle(question, words)}: ${place.name}`;
  return { title, markup: asPage(section, own, place, language).markup };
}
