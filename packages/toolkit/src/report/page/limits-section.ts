import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";

const limits = [1, 2, 3, 4, 5, 6] as const;
const terms = [
  "incident",
  "person",
  "report",
  "force",
  "missing",
  "range",
  "share",
  "deescalation",
  "release",
  "hash",
] as const;

/** What the numbers can and cannot say, whatever the place. */
export function limitsSection(words: Words): Html {
  return html`<section aria-labelledby="limits"><h2 id="limits">${words.say("page.limits")}</h2><ul>${limits.map(
    (limit) => html`<li>${words.say(`page.limits.${limit}`)}</li>`,
  )}</ul></section>`;
}

/** The words a reader may not know. */
export function glossarySection(words: Words): Html {
  return html`<section aria-labelledby="glossary"><h2 id="glossary">${words.say("page.glossary")}</h2><dl>${terms.map(
    (term) => html`<dt>${words.say(`glossary.${term}`)}</dt><dd>${words.say(`glossary.${term}.means`)}</dd>`,
  )}</dl></section>`;
}
