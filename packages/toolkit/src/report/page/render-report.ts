import type { Finding, FootprintList, Issue, Language, PolicyEvent, Release } from "@evenhand/standard";
import { type Boundaries, readBoundaries } from "../charts/boundaries.ts";
import { mainSentences } from "../main-sentences.ts";
import { openWords, type Words } from "../words/words.ts";
import { changeQuestion, changeSection } from "./change-section.ts";
import { changeStyle } from "./change-style.ts";
import { checkSection } from "./check-section.ts";
import { footprintList } from "./footprint-list.ts";
import { gapSection } from "./gap-section.ts";
import { type Html, html, trusted } from "./html.ts";
import { issuesSection } from "./issues-section.ts";
import { glossarySection, limitsSection } from "./limits-section.ts";
import type { PolicyBeside } from "./policy-beside.ts";
import { policySection } from "./policy-section.ts";
import { policySources } from "./policy-sources.ts";
import { policyStyle } from "./policy-style.ts";
import { questionIds, questionSection, questionTitle } from "./question-sections.ts";
import { sourceSection } from "./source-section.ts";
import { reportStyle } from "./style.ts";

/** What a report is made from. */
export type Report = {
  readonly findings: readonly Finding[];
  readonly release: Release;
  readonly language: Language;
  /** Heading of the page; by default it names the agency. */
  readonly title?: string;
  /** Findings of the gap report, where they are not among `findings`. */
  readonly gap?: readonly Finding[];
  /** Issues of the release; without them the report says where they are. */
  readonly issues?: readonly Issue[];
  /** Areas, to draw a map of where. */
  readonly boundaries?: Boundaries;
  /** The place is made up: the page says so at the top and in its title. */
  readonly fictional?: boolean;
  /** The department's audited policy, to stand beside the data. */
  readonly policy?: PolicyBeside;
  /** What happened to policy, practice and records: shown on a timeline, the untested ones too. */
  readonly events?: readonly PolicyEvent[];
  /** The code list of situations that the findings were made with, to be shown with them. */
  readonly footprint?: FootprintList;
};

function navigation(questions: readonly string[], { policy }: Report, words: Words): Html {
  const parts = [
    ...["source", "gap"].map((id) => ({ id, text: words.say(`page.${id}`) })),
    ...(policy === undefined ? [] : [{ id: "policy", text: words.say("policy.title") }]),
    ...questions.map((id) => ({ id, text: questionTitle(id, words) })),
    ...["limits", "issues", "check", "glossary"].map((id) => ({ id, text: words.say(`page.${id}`) })),
  ];
  return html`<nav class="parts" aria-labelledby="parts"><h2 id="parts">${words.say("page.nav")}</h2><ul>${parts.map(
    ({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`,
  )}</ul></nav>`;
}

/** The ids that findings and elements have on the page. */
const anchorsIn = (parts: readonly Html[]): ReadonlySet<string> =>
  new Set(parts.flatMap(({ markup }) => Array.from(markup.matchAll(/ id="([^"]+)"/g), ([, id]) => id ?? "")));

function meta(release: Release, words: Words): Html {
  const { period, date, hash } = release;
  const records =
    period === undefined
      ? words.say("page.meta.period.none")
      : words.say("page.meta.period", { from: words.date(period.from), to: words.date(period.to) });
  const made = words.say("page.meta.release", { date: words.date(date), hash: hash.slice(0, 8) });
  return html`<ul class="meta"><li>${records}</li><li>${made}</li></ul>`;
}

/**
 * The report as one HTML file that needs nothing else: no network, no script, styles for light, dark and print. The
 * same input gives the same bytes. Throws a RangeError when `boundaries` are not areas.
 */
export function renderReport(report: Report): string {
  const { release, language } = report;
  const boundaries = report.boundaries && readBoundaries(report.boundaries);
  const words = openWords(language);
  const known = new Set(report.findings.map(({ id }) => id));
  const findings = [...(report.gap ?? []).filter(({ id }) => !known.has(id)), ...report.findings];
  const agency = release.agency.name;
  const title = report.title ?? words.say("page.title", { agency });
  const fiction = report.fictional ? words.say("page.fiction", { agency }) : undefined;
  const { events = [] } = report;
  const questions = questionIds(findings, events.length > 0 ? [changeQuestion] : []);
  const gap = gapSection(findings, words, report.policy);
  const codes = report.footprint && footprintList(report.footprint, words);
  const answers = questions.map((id) =>
    id === changeQuestion
      ? changeSection(findings, events, words)
      : questionSection(id, findings, words, { boundaries, last: id === "footprint" ? codes : undefined }),
  );
  const anchors = anchorsIn([gap, ...answers]);
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}${
    fiction && `. ${fiction}`
  }</title><style>${trusted(
    `${reportStyle}${report.policy ? policyStyle : ""}${questions.includes(changeQuestion) ? changeStyle : ""}`,
  )}</style></head>
<body><a class="skip" href="#report">${words.say("page.skip")}</a>
${fiction && html`<div class="fiction" role="note"><div class="wrap"><p>${fiction}</p></div></div>`}
<header class="bar"><div class="wrap"><p class="brand">${words.say("page.brand")}</p></div></header>
<main class="wrap" id="report" tabindex="-1"><h1>${title}</h1><p class="lede">${words.say("page.lede", { agency })}</p>${meta(
    release,
    words,
  )}
<section aria-labelledby="main"><h2 id="main">${words.say("page.main")}</h2><ul class="main-sentences">${mainSentences(
    findings,
    language,
  ).map((sentence) => html`<li>${sentence}</li>`)}</ul></section>
${navigation(questions, report, words)}
${sourceSection(release, words)}${report.policy && policySources(report.policy.documents, words)}
${gap}
${report.policy && policySection(report.policy, { findings, anchors, words })}
${answers}
${limitsSection(findings, words)}
${issuesSection(report.issues, words)}
${checkSection(release, findings, words)}
${glossarySection(words)}
</main>
<footer><div class="wrap"><p>${words.say("page.footer")}</p></div></footer>
</body></html>
`;
  return page.markup;
}
