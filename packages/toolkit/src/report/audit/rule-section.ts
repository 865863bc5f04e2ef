import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { AnsweredRule } from "./audit-page.ts";
import { quotation } from "./quotation.ts";
import { reviewLines } from "./review-lines.ts";
import { verdictTitle, withSymbol } from "./verdict-text.ts";

function presence({ present }: AnsweredRule, words: Words): Html | undefined {
  if (present === undefined) return undefined;
  const key = present === null ? "unknown" : present ? "yes" : "no";
  return html`<p>${words.say(`audit.present.${key}`)}</p>`;
}

/** The clauses; where there are none, how much was read. A silent verdict says in its why where it looked. */
function clauses(
  { clauses: quoted, lookedAt, verdict, hedges, exceptions }: AnsweredRule,
  words: Words,
): Html | undefined {
  if (quoted.length > 0)
    return html`<h4>${words.say(verdict === "silent" ? "audit.clauses.spoken" : "audit.clauses")}</h4>${quoted.map(
      (clause) => quotation(clause, words, { hedges, exceptions }),
    )}`;
  if (verdict === "silent") return undefined;
  const looked = {
    clauses: lookedAt.clauses,
    subject: lookedAt.onSubject,
    documents: words.list(lookedAt.documents),
  };
  return html`<p>${words.say("audit.looked", looked)}</p>`;
}

/**
 * One question: the verdict, why, the words that decide it, what to ask for, and where the question comes from.
 *
 * @param caution said below the reason, where a page has more to say of the answer
 */
export function ruleSection(rule: AnsweredRule, words: Words, caution?: Html): Html {
  const { id, question, verdict, meaning, why, wording, disagreement, sources, review } = rule;
  const known = ` (${words.say("audit.sources.known")})`;
  return html`<article class="rule" aria-labelledby="rule-${id}"><h3 id="rule-${id}">${question}</h3>
<p class="verdict">${withSymbol(verdict, verdictTitle(verdict, words))}</p>${
    meaning === undefined || why.startsWith(meaning)
      ? undefined
      : html`<p>${words.say("audit.meaning", { meaning })}</p>`
  }${presence(rule, words)}<p>${words.say("audit.why", { why })}</p>${caution}${
    review && reviewLines(review, words)
  }${clauses(rule, words)}${
    verdict === "required" ? undefined : html`<h4>${words.say("audit.wording")}</h4><p>${wording}</p>`
  }${
    disagreement === undefined ? undefined : html`<h4>${words.say("audit.disagreement")}</h4><p>${disagreement}</p>`
  }<h4>${words.say("audit.sources")}</h4><ul>${sources.map(
    ({ title, isChecked }) => html`<li><span lang="en">${title}</span>${isChecked ? undefined : known}</li>`,
  )}</ul></article>
`;
}
