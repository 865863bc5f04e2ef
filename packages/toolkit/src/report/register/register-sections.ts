import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { policiesTable } from "./policies-table.ts";
import { type ListedPolicy, type RegisterPage, statusOrder } from "./register-page.ts";

/** What only the parts of a register need of a style. */
export const registerStyle = `.evidence{margin:0;padding-left:1.1em}.evidence li{margin:.1rem 0}cite{font-style:normal;font-weight:600}.tally li{margin:.3rem 0}.scroll td:last-child{min-width:9rem}.scroll .evidence{font-size:.94em}`;

/** A register of policies as parts of a page: when it was true, how many are open, and each policy with what speaks for it. */
export function registerSections({ asOf, policies, documents }: RegisterPage, words: Words): Html {
  const expected = policies.filter(({ isExpected }) => isExpected);
  const others = policies.filter(({ isExpected }) => !isExpected);
  return html`<ul class="meta"><li>${words.say("register.as-of", { date: words.date(asOf) })}</li></ul><p>${words.say("register.limits")}</p>
${tally(expected, words)}
<section aria-labelledby="expected"><h2 id="expected">${words.say("register.expected")}</h2><p>${words.say(
    "register.expected.note",
  )}</p>${policiesTable(byStatus(expected), words.say("register.expected"), words)}</section>
${
  others.length === 0
    ? undefined
    : html`<section aria-labelledby="others"><h2 id="others">${words.say("register.others")}</h2><p>${words.say(
        "register.others.note",
      )}</p>${policiesTable(byStatus(others), words.say("register.others"), words)}</section>`
}
<section aria-labelledby="read"><h2 id="read">${words.say("register.read")}</h2><ul class="evidence">${documents.map(
    ({ name, isReadable }) =>
      html`<li>${name}${isReadable ? undefined : html` (${words.say("register.unread")})`}</li>`,
  )}</ul></section>`;
}

function tally(policies: readonly ListedPolicy[], words: Words): Html {
  const lines = statusOrder.map((status) => {
    const count = policies.filter((policy) => policy.status === status).length;
    return html`<li><strong>${words.say(`register.status.${status}`)}: ${words.number(count)}</strong>. ${words.say(
      `register.means.${status}`,
    )}</li>`;
  });
  return html`<section aria-labelledby="tally"><h2 id="tally">${words.say("register.tally", {
    count: policies.length,
  })}</h2><ul class="tally">${lines}</ul></section>`;
}

/** What is missing first: that is what a reader can act on. */
const byStatus = (policies: readonly ListedPolicy[]): readonly ListedPolicy[] =>
  policies.toSorted((a, b) => statusOrder.indexOf(b.status) - statusOrder.indexOf(a.status));
