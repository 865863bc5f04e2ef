import type { Finding, FootprintList, Language, Release } from "@evenhand/standard";
import { findingChart } from "../charts/finding-chart.ts";
import { dataTable } from "../page/data-table.ts";
import { caveatText } from "../page/finding-table.ts";
import { footprintList } from "../page/footprint-list.ts";
import { type Html, html, trusted } from "../page/html.ts";
import { reportStyle } from "../page/style.ts";
import { whatIfTable } from "../page/what-if-table.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { classTitle } from "../words/footprint/class-phrase.ts";
import { supposed, whatIfStatement } from "../words/footprint/what-if-statement.ts";
import { capital } from "../words/titles.ts";
import { unlockText } from "../words/unlock-text.ts";
import { openWords, type Words } from "../words/words.ts";
import { whatIfSteps } from "./what-if-steps.ts";

/** What a what-if page is made from. */
export type WhatIfPage = {
  /** Finding of measure `what-if`. */
  readonly finding: Finding;
  readonly release: Release;
  readonly language: Language;
  /** The code list that the finding was made with, to be shown with it. */
  readonly list?: FootprintList;
  /** The place is made up: the page says so at the top and in its title. */
  readonly fictional?: boolean;
};

/**
 * One what-if as a page that needs nothing else: the sentence, the sum step by step, by group with what it does to the
 * ratios, and what it assumes. Never a forecast. The same input gives the same bytes.
 */
export function renderWhatIf({ finding, release, language, list, fictional }: WhatIfPage): string {
  const words = openWords(language);
  const agency = release.agency.name;
  const title = words.say("footprint.whatif.page", { agency });
  const fiction = fictional ? words.say("page.fiction", { agency }) : undefined;
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}${
    fiction && `. ${fiction}`
  }</title><style>${trusted(reportStyle)}</style></head>
<body><a class="skip" href="#report">${words.say("page.skip")}</a>
${fiction && html`<div class="fiction" role="note"><div class="wrap"><p>${fiction}</p></div></div>`}
<header class="bar"><div class="wrap"><p class="brand">${words.say("page.brand")}</p></div></header>
<main class="wrap" id="report" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("footprint.whatif.lede", {
    agency,
  })}</p>
${whatIfSections({ finding, release, ...(list === undefined ? {} : { list }) }, words)}
</main>
<footer><div class="wrap"><p>${words.say("page.footer")}</p></div></footer>
</body></html>
`.markup;
}

/**
 * The sections of a what-if, below the page's heading: the answer or why there is none, its classes, how to check it.
 * `method` leads to the method where it has a page.
 */
export function whatIfSections(
  { finding, release, list, method }: Pick<WhatIfPage, "finding" | "release" | "list"> & { readonly method?: Html },
  words: Words,
): Html {
  return html`${finding.shown === "cannot-say" ? cannotSay(finding, words) : answer(finding, words)}
${list && html`<section aria-labelledby="list"><h2 id="list">${words.say("footprint.list.title")}</h2>${footprintList(list, words)}</section>`}
<section aria-labelledby="check"><h2 id="check">${words.say("footprint.whatif.check")}</h2><p>${words.say(
    "footprint.whatif.check.list",
    { release: release.hash.slice(0, 8), hash: String(finding.values?.list ?? "") },
  )}</p><p>${method ?? words.say("footprint.whatif.check.method")}</p></section>`;
}

function cannotSay(finding: Finding, words: Words): Html {
  const reason =
    finding.reason === undefined
      ? undefined
      : html`<p>${words.say("page.reason", { reason: caveatText(finding.reason, words) })}</p>`;
  return html`<section class="finding"><div class="body"><h2>${capital(findingSentence(finding, words))}</h2>${reason}<p>${words.say(
    "page.unlock",
    { unlock: unlockText(finding, words) },
  )}</p></div></section>`;
}

function answer(finding: Finding, words: Words): Html {
  const { headline, more, after } = whatIfStatement(finding, words);
  const title = classTitle(String(finding.values?.class ?? ""), finding, words);
  return html`<section aria-labelledby="answer"><h2 id="answer">${words.say("footprint.whatif.title")}</h2><p class="kicker">${words.say(
    "footprint.whatif.kicker",
    { title },
  )}</p><ul class="main-sentences"><li>${headline}</li></ul>${paragraphs(more)}</section>
<section aria-labelledby="steps"><h2 id="steps">${words.say("footprint.whatif.steps")}</h2><ol>${items(
    whatIfSteps(finding, words),
  )}</ol></section>
<section aria-labelledby="groups"><h2 id="groups">${words.say("footprint.whatif.groups")}</h2><p>${words.say(
    "footprint.whatif.groups.intro",
  )}</p>${figure(finding, words)}${paragraphs(after)}${table(finding, title, words)}</section>
<section aria-labelledby="assumes"><h2 id="assumes">${words.say("footprint.whatif.assumes")}</h2><ul>${items(
    assumptions(finding, words),
  )}</ul></section>`;
}

const items = (texts: readonly string[]): readonly Html[] => texts.map((text) => html`<li>${text}</li>`);
const paragraphs = (texts: readonly string[]): readonly Html[] => texts.map((text) => html`<p>${text}</p>`);

function figure(finding: Finding, words: Words): Html | undefined {
  const chart = findingChart(finding, words);
  return chart && html`<figure>${trusted(chart.svg)}<figcaption>${chart.caption}</figcaption></figure>`;
}

function table(finding: Finding, title: string, words: Words): Html {
  const caption = words.say("footprint.whatif.table.caption", {
    title,
    years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
  });
  return dataTable({ caption, label: words.say("page.scroll", { caption }), ...whatIfTable(finding, words) });
}

const saidAbove = ["not-a-forecast", "same-risk-assumed"];

/** What the sum takes for granted, and what to know of the counts. */
function assumptions(finding: Finding, words: Words): readonly string[] {
  const risk = supposed("relativeRisk", finding);
  const say = (name: string, values: Parameters<Words["say"]>[1] = {}): string =>
    words.say(`footprint.whatif.assume.${name}`, values);
  return [
    risk === 1 ? say("risk") : say("risk.given", { risk: words.ratio(risk) }),
    say(supposed("backup", finding) === 0 ? "no-backup" : "backup"),
    say("no-more"),
    say("records"),
    ...finding.caveats.filter((id) => !saidAbove.includes(id)).map((id) => caveatText(id, words)),
  ];
}
