import { type Html, html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { openWords, type Words } from "../words/words.ts";
import { policiesTable } from "./policies-table.ts";
import { type ListedPolicy, type RegisterPage, statusOrder } from "./register-page.ts";

const registerStyle = `.evidence{margin:0;padding-left:1.1em}.evidence li{margin:.1rem 0;overflow-wrap:anywhere}cite{font-style:normal;font-weight:600}.tally li{margin:.3rem 0}.scroll td:last-child{min-width:9rem}`;

/**
 * A register of policies as one HTML file that needs nothing else. It says what was given, not what a department has:
 * "not found" means only that it is not among the documents read.
 */
export function renderRegister({ language, agency, asOf, policies, documents }: RegisterPage): string {
  const words = openWords(language);
  const title = words.say("register.title", { agency });
  const expected = policies.filter(({ isExpected }) => isExpected);
  const others = policies.filter(({ isExpected }) => !isExpected);
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(
    reportStyle + registerStyle,
  )}</style></head>
<body><a class="skip" href="#register">${words.say("register.skip")}</a>
<header class="bar"><div class="wrap"><p class="brand">${words.say("register.brand")}</p></div></header>
<main class="wrap" id="register" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("register.lede")}</p>
<ul class="meta"><li>${words.say("register.as-of", { date: words.date(asOf) })}</li></ul><p>${words.say("register.limits")}</p>
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
  )}</ul></section>
</main>
<footer><div class="wrap"><p>${words.say("register.footer")}</p></div></footer>
</body></html>
`.markup;
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
