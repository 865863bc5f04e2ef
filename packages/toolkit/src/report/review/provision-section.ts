import { quotation } from "../audit/quotation.ts";
import { momentText, reviewLines } from "../audit/review-lines.ts";
import { verdictTitle } from "../audit/verdict-text.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ReviewedProvision } from "./review-page.ts";

function machineText({ machine }: ReviewedProvision, words: Words): string {
  if (machine === undefined) return words.say("review.machine.none");
  const { at, verdict, reason } = machine;
  return words.say("review.machine", { moment: momentText(at, words), verdict: verdictTitle(verdict, words), reason });
}

function clauses({ quoted }: ReviewedProvision, words: Words): Html | undefined {
  if (quoted === undefined) return undefined;
  const { clauses: given, hedges, exceptions } = quoted;
  if (given.length === 0) return html`<p>${words.say("review.clauses.none")}</p>`;
  return html`<h4>${words.say("review.clauses")}</h4>${given.map((clause) =>
    quotation(clause, words, { hedges, exceptions }),
  )}`;
}

/** One question: what people say of it, then what the program found. */
export function provisionSection(provision: ReviewedProvision, words: Words): Html {
  const { id, question, review } = provision;
  return html`<article class="rule" aria-labelledby="provision-${id}"><h3 id="provision-${id}">${question}</h3>
<p class="small"><code>${id}</code></p>${reviewLines(review, words)}<p>${machineText(
    provision,
    words,
  )}</p>${clauses(provision, words)}</article>
`;
}
