import { standingOf } from "@evenhand/toolkit/report/audit/standing-groups";
import { standingTitle } from "@evenhand/toolkit/report/audit/verdict-text";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import type { DocumentText } from "@evenhand/toolkit/report/place-answers";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { clauseNumbers } from "../policy/clause-number.ts";
import { type DocumentPart, documentParts, type TextClause } from "../policy/document-parts.ts";
import { type Quoting, quotedClauses } from "../policy/quoted-clauses.ts";

type Language = Asked["language"];

type Shown = {
  readonly place: string;
  readonly language: Language;
  readonly quoted: ReadonlyMap<number, Quoting>;
};

/** The text of a document, clause by clause; undefined where the place has no such document or part. */
export function policyDocumentPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  const { document = "", part = "1" } = params;
  if (answers.policy === undefined || !/^[0-9a-f]{8}$/.test(document) || !/^[1-9][0-9]{0,3}$/.test(part))
    return undefined;
  const { texts, audit } = answers.policy;
  const text = texts.find(({ sha256 }) => sha256.startsWith(document));
  const parts = text && documentParts(text);
  const own = parts?.[Number(part) - 1];
  if (text === undefined || parts === undefined || own === undefined) return undefined;
  const say = siteWords(language);
  const to = addresses(language);
  const quoted = quotedClauses(audit[language], text.sha256);
  const isCurrent = audit[language].documents.some(({ sha256 }) => sha256 === text.sha256);
  const ways = partList(text, { count: parts.length, at: Number(part), place: place.id, language });
  const markup = html`<p class="back"><a href="${to.policy(place.id)}">${say("policy-back")}</a></p><h1 class="file">${text.name}</h1><p class="lede">${say(
    isCurrent ? "document-about" : "document-about-earlier",
  )}</p><p>${say("document-caution")}${quoted.size === 0 ? "" : ` ${say("document-marks", { count: quoted.size })}`}</p><p class="small">sha256 <code>${text.sha256}</code></p>${ways}${body(
    own,
    { place: place.id, language, quoted },
  )}${ways}`;
  return { title: `${text.name}: ${place.name}`, markup: markup.markup };
}

function partList(
  { sha256 }: DocumentText,
  shown: { readonly count: number; readonly at: number; readonly place: string; readonly language: Language },
): Html | undefined {
  const { count, at, place, language } = shown;
  if (count < 2) return undefined;
  const say = siteWords(language);
  const to = addresses(language);
  return html`<nav aria-label="${say("document-parts")}"><ul class="document-parts">${Array.from(
    { length: count },
    (_, index) => {
      const label = say("document-part", { part: index + 1, parts: count });
      return index + 1 === at
        ? html`<li><strong aria-current="page">${label}</strong></li>`
        : html`<li><a href="${to.policyDocument(place, sha256, index + 1)}">${label}</a></li>`;
    },
  )}</ul></nav>`;
}

function body({ policies }: DocumentPart, shown: Shown): Html {
  const isOne = policies.length === 1 && !policies[0]?.isContinued;
  const level = isOne ? 2 : 3;
  return html`<div class="document">${policies.map(({ title, number, isContinued, clauses }) => {
    const numbers = clauseNumbers(clauses);
    return html`${isOne ? undefined : policyTitle({ title, number, isContinued }, shown)}${clauses.map(
      (clause, index) => clauseHtml(clause, clauses[index - 1], { ...shown, level, number: numbers.get(clause.start) }),
    )}`;
  })}</div>`;
}

function policyTitle(
  { title, number, isContinued }: { title: string; number: string | undefined; isContinued: boolean },
  { language }: Shown,
): Html {
  const name = number === undefined || title.includes(number) ? title : `${number} ${title}`;
  const note = isContinued
    ? html` <span lang="${language}">(${siteWords(language)("document-continued")})</span>`
    : undefined;
  return html`<h2 lang="en">${name}${note}</h2>`;
}

/** A clause with its number, the page where a new one begins, and who quotes it. */
function clauseHtml(
  clause: TextClause,
  before: TextClause | undefined,
  { level, number, ...shown }: Shown & { readonly level: 2 | 3; readonly number: string | undefined },
): Html {
  const { start, text, kind, page } = clause;
  const id = `c${start}`;
  const written = html`${number === undefined ? "" : `${number} `}${text}`;
  const block =
    kind !== "heading"
      ? html`<p lang="en" id="${id}" class="${kind}">${written}</p>`
      : level === 2
        ? html`<h2 lang="en" id="${id}">${written}</h2>`
        : html`<h3 lang="en" id="${id}">${written}</h3>`;
  const quoting = shown.quoted.get(start);
  const mark =
    page === undefined || page === before?.page
      ? undefined
      : html`<p class="page-mark">${siteWords(shown.language)("document-page", { page })}</p>`;
  return html`${mark}${
    quoting === undefined
      ? block
      : html`<div class="quoted">${block}${quoters(quoting, shown.place, shown.language)}</div>`
  }
`;
}

function quoters({ rules, unfit }: Quoting, place: string, language: Language): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  return html`<ul class="quoters" aria-label="${say("document-quoted")}">${rules.map(
    (rule) =>
      html`<li><a href="${to.policyRule(place, rule.id)}">${rule.question}</a> ${standingTitle(standingOf(rule), words)}</li>`,
  )}${unfit.map(
    (subject) =>
      html`<li><a href="${to.policy(place, "audit")}#consistency">${say("document-unfit", { subject })}</a></li>`,
  )}</ul>`;
}
