import type { Finding } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";

const limits = [1, 2, 3, 4, 5, 6, 7] as const;

/** Words of the report that a reader may want explained, in its order. */
export const glossaryTerms = [
  "incident",
  "person",
  "report",
  "force",
  "missing",
  "range",
  "share",
  "rate",
  "ratio",
  "interval",
  "disparity",
  "deescalation",
  "release",
  "hash",
] as const;

/** What the numbers can and cannot say, whatever the place; the third limit depends on whether rates are compared. */
export function limitsSection(findings: readonly Finding[], words: Words): Html {
  const isCompared = findings.some(({ question, shown }) => question === "rates" && shown !== "cannot-say");
  const key = (limit: number) => (limit === 3 && isCompared ? "page.limits.3.compared" : `page.limits.${limit}`);
  return html`<section aria-labelledby="limits"><h2 id="limits">${words.say("page.limits")}</h2><ul>${limits.map(
    (limit) => html`<li>${words.say(key(limit))}</li>`,
  )}</ul></section>`;
}

/** The words a reader may not know. */
export function glossarySection(words: Words): Html {
  return html`<section aria-labelledby="glossary"><h2 id="glossary">${words.say("page.glossary")}</h2><dl>${glossaryTerms.map(
    (term) => html`<dt>${words.say(`glossary.${term}`)}</dt><dd>${words.say(`glossary.${term}.means`)}</dd>`,
  )}</dl></section>`;
}
