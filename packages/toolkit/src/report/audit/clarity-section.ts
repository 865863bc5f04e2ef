import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ListedClarity } from "./audit-page.ts";
import { quotation } from "./quotation.ts";

/** How clear the documents are: grade, lengths, and the sentences to begin with. */
export function claritySection({ grade, sentences, worst }: ListedClarity, words: Words): Html {
  const { count, median, longShare } = sentences;
  return html`<section aria-labelledby="clarity"><h2 id="clarity">${words.say("audit.clarity")}</h2><p>${words.say(
    "audit.clarity.note",
  )}</p><ul>${
    grade === undefined
      ? undefined
      : html`<li>${words.say("audit.clarity.grade", { grade: words.decimal(grade) })}</li>`
  }<li>${words.say("audit.clarity.sentences", {
    count,
    median: words.decimal(median),
    percent: words.percent(longShare),
  })}</li></ul>${
    worst.length === 0
      ? undefined
      : html`<h3 class="spaced">${words.say("audit.clarity.hardest")}</h3>${worst.map(
          (clause) =>
            html`<p>${words.say("audit.clarity.words", {
              words: clause.words,
              grade: words.decimal(clause.grade),
            })}</p>${quotation(clause, words)}`,
        )}`
  }</section>`;
}
