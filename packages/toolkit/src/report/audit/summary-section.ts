import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { AnsweredRule } from "./audit-page.ts";
import { verdictOrder, verdictTitle, withSymbol } from "./verdict-text.ts";

/** How many questions got which verdict, with links to them. No score: verdicts do not add up. */
export function summarySection(rules: readonly AnsweredRule[], words: Words): Html {
  const groups = verdictOrder.flatMap((verdict) => {
    const same = rules.filter((rule) => rule.verdict === verdict);
    return same.length === 0 ? [] : [{ verdict, same }];
  });
  return html`<section aria-labelledby="summary"><h2 id="summary">${words.say("audit.summary")}</h2><p>${words.say(
    "audit.summary.note",
  )}</p><ul class="tally">${groups.map(
    ({ verdict, same }) =>
      html`<li>${withSymbol(
        verdict,
        words.say("audit.summary.count", { verdict: verdictTitle(verdict, words), count: same.length }),
      )}<ul>${same.map(({ id, question }) => html`<li><a href="#rule-${id}">${question}</a></li>`)}</ul></li>`,
  )}</ul></section>`;
}
