import type { ReviewStatus } from "../audit/review-beside.ts";
import { verdictTitle } from "../audit/verdict-text.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ReviewedProvision } from "./review-page.ts";

/** Every status, from what needs a person most to what is settled. */
export const statusOrder: readonly ReviewStatus[] = [
  "readers-differ",
  "one-reader",
  "first-reading",
  "decided",
  "confirmed",
];

/** How many questions stand where, with links to them; what still needs a person comes first. */
export function standingSection(provisions: readonly ReviewedProvision[], words: Words): Html {
  const groups = statusOrder.flatMap((status) => {
    const same = provisions.filter(({ review }) => review.status === status);
    return same.length === 0 ? [] : [{ status, same }];
  });
  const replied = provisions.filter(({ review }) => review.replies.some(({ isAnswer }) => !isAnswer)).length;
  return html`<section aria-labelledby="summary"><h2 id="summary">${words.say("review.summary")}</h2><p>${words.say(
    "review.summary.note",
  )}</p>${
    replied === 0 ? undefined : html`<p>${words.say("review.summary.replied", { count: replied })}</p>`
  }<ul class="tally">${groups.map(
    ({ status, same }) =>
      html`<li>${words.say("review.summary.count", {
        status: words.say(`review.status.${status}`),
        count: same.length,
      })}<ul>${same.map(
        ({ id, question, review: { verdict } }) =>
          html`<li><a href="#provision-${id}">${question}</a>${
            verdict === undefined ? undefined : html` ${verdictTitle(verdict, words)}`
          }</li>`,
      )}</ul></li>`,
  )}</ul></section>`;
}
