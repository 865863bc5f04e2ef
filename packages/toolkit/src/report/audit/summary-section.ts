import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { AnsweredRule } from "./audit-page.ts";
import { settledCount, standingGroups } from "./standing-groups.ts";
import { standingCount, withSymbol } from "./verdict-text.ts";

/**
 * How many questions got which verdict, with links to them; where people read the answers, by the verdict that stands. No
 * score: verdicts do not add up.
 */
export function summarySection(rules: readonly AnsweredRule[], words: Words): Html {
  return html`<section aria-labelledby="summary"><h2 id="summary">${words.say("audit.summary")}</h2><p>${words.say(
    "audit.summary.note",
  )}</p>${reviewNote(rules, words)}<ul class="tally">${standingGroups(rules).map(
    ({ standing, rules: same }) =>
      html`<li id="standing-${standing}">${withSymbol(standing, standingCount(standing, same.length, words))}<ul>${same.map(
        ({ id, question }) => html`<li><a href="#rule-${id}">${question}</a></li>`,
      )}</ul></li>`,
  )}</ul></section>`;
}

function reviewNote(rules: readonly AnsweredRule[], words: Words): Html | undefined {
  if (rules.every(({ review }) => review === undefined)) return undefined;
  return html`<p>${words.say("audit.summary.reviewed", { count: settledCount(rules), rules: rules.length })}</p>`;
}
