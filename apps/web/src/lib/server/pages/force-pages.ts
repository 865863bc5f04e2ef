import type { Finding } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { questionIds, questionSection, questionTitle } from "@evenhand/toolkit/report/page/question-sections";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { leadingFinding } from "@evenhand/toolkit/report/words/main-findings";
import { missingSentence } from "@evenhand/toolkit/report/words/missing-sentence";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
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
  const questions = forceQuestions(answers.findings);
  const part = readSettings().isStatic
    ? undefined
    : html`<h2>${siteWords(language)("part-link")}</h2>${partForm(partChoices(answers, language), nothingChosen, { place: place.id, language })}`;
  const markup = html`<h1>${title}</h1><p>${siteWords(language)("force-about")}</p><ul class="index">${questions.map(
    (id) =>
      html`<li><a href="${to.force(place.id, id)}">${questionTitle(id, words)}</a>${leadText(id, answers.findings, words)}</li>`,
  )}</ul>${part}`;
  return { title, markup: markup.markup };
}

const forceQuestions = (findings: readonly Finding[]): readonly string[] =>
  questionIds(findings).filter((id) => !elsewhere.includes(id));

/** What the first measure of a question says, with what is missing. */
function leadText(question: string, findings: readonly Finding[], words: Words): Html | undefined {
  const own = findings.filter((finding) => finding.question === question);
  const said = own.find(({ shown }) => shown !== "cannot-say") ?? own[0];
  const lead = leadingFinding(own.filter(({ measure }) => measure === said?.measure));
  const missing = lead === undefined || lead.shown === "cannot-say" ? undefined : missingSentence(lead, words);
  return lead && html`<p>${findingSentence(lead, words)} ${missing}</p>`;
}

const nothingChosen = { given: { from: "", to: "", force: "", area: "", group: "", unit: "" }, wrong: {} };

/** One question of force; undefined when the release does not answer it. */
export function questionPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  const words = openWords(language);
  const { question = "" } = params;
  const { findings, boundaries } = answers;
  if (!questionIds(findings).includes(question)) return undefined;
  const own = findings.filter((finding) => finding.question === question);
  const section = questionSection(question, findings, words, { boundaries });
  const title = `${questionTitle(question, words)}: ${place.name}`;
  const markup = html`${asPage(section, own, place, language)}${neighbors(question, { place, answers }, language)}`;
  return { title, markup: markup.markup };
}

/** The questions before and after, and the list of all. */
function neighbors(question: string, { place, answers }: OpenPlace, language: Asked["language"]): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const all = forceQuestions(answers.findings);
  const at = all.indexOf(question);
  const link = (key: "force-before" | "force-next", id: string | undefined): Html | undefined =>
    id === undefined
      ? undefined
      : html`<li>${say(key)} <a href="${to.force(place.id, id)}">${questionTitle(id, words)}</a></li>`;
  return html`<nav aria-label="${say("force-others")}"><ul class="ways">${at < 0 ? undefined : link("force-before", all[at - 1])}${
    at < 0 ? undefined : link("force-next", all[at + 1])
  }<li><a href="${to.force(place.id)}">${say("force-all")}</a></li></ul></nav>`;
}
