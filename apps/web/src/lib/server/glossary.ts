import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { glossaryTerms } from "@evenhand/toolkit/report/page/limits-section";
import { openWords } from "@evenhand/toolkit/report/words/words";

/** A word of the report, and what it means. */
export type Term = { readonly term: string; readonly means: string };

/** Words that are explained, in the order of the report. */
export const termIds = glossaryTerms;

export type TermId = (typeof termIds)[number];

/** One word of the report. */
export function termOf(id: TermId, language: Language): Term {
  const words = openWords(language);
  return { term: words.say(`glossary.${id}`), means: words.say(`glossary.${id}.means`) };
}

/** Words of the report as a list of definitions; all of them unless some are chosen. */
export const glossaryList = (language: Language, ids: readonly TermId[] = termIds): Html =>
  html`<dl class="glossary">${ids
    .map((id) => termOf(id, language))
    .map(({ term, means }) => html`<dt>${term}</dt><dd>${means}</dd>`)}</dl>`;
