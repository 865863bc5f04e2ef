import type { AnsweredRule } from "@evenhand/toolkit/report/audit/audit-page";
import { quotation } from "@evenhand/toolkit/report/audit/quotation";
import { standingOf } from "@evenhand/toolkit/report/audit/standing-groups";
import { standingTitle, withSymbol } from "@evenhand/toolkit/report/audit/verdict-text";
import { dataTable, type TableCell, textCell } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { policyDoubt } from "@evenhand/toolkit/report/page/policy-section";
import { policySources } from "@evenhand/toolkit/report/page/policy-sources";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { provisionTitle } from "../../words/provision-title.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import { openPlace, type Place } from "../place-index.ts";
import { fictionNote } from "../policy/fiction-note.ts";
import { type LinkedPolicy, linkedPolicy } from "../policy/linked-policy.ts";
import { raised } from "../policy/raised.ts";
import { readSettings } from "../settings.ts";

type Language = Asked["language"];

/** One department with its answers. */
type Side = { readonly place: Place; readonly policy: LinkedPolicy };

/** A question that was asked of both. */
type Pair = { readonly one: AnsweredRule; readonly other: AnsweredRule };

/** Most clauses that are quoted of one answer: the first decides it. */
const mostQuoted = 2;

/** Two departments' policies side by side, question by question; undefined where one of them has no policy here. */
export async function comparePoliciesPage({ language, params }: Asked): Promise<Page | undefined> {
  const { one: first = "", other: second = "" } = params;
  if (first === second) return undefined;
  const [one, other] = [await openSide(first, language), await openSide(second, language)];
  if (one === undefined || other === undefined) return undefined;
  const pairs = one.policy.audit.rules.flatMap((rule): Pair[] => {
    const same = other.policy.audit.rules.find(({ id }) => id === rule.id);
    return same === undefined ? [] : [{ one: rule, other: same }];
  });
  const say = siteWords(language);
  const names = { one: one.place.name, other: other.place.name };
  const title = say("compare-title", names);
  const alike = pairs.filter((pair) => standingOf(pair.one) === standingOf(pair.other)).length;
  const lede = pairs.length === 0 ? say("compare-nothing") : say("compare-same", { same: alike, count: pairs.length });
  const markup = html`<h1>${title}</h1><p class="lede">${lede}</p><p>${say("compare-about")}</p>${sources(
    [one, other],
    language,
  )}${pairs.length === 0 ? undefined : answersTables(pairs, names, language)}${pairs.map((pair) =>
    pairSection(pair, [one, other], language),
  )}`;
  return { title, description: lede, markup: markup.markup };
}

async function openSide(id: string, language: Language): Promise<Side | undefined> {
  const open = await openPlace(readSettings().releases, id);
  const policy = open?.answers.policy;
  return open && policy && { place: open.place, policy: linkedPolicy(policy, id, language) };
}

function sources(sides: readonly Side[], language: Language): Html {
  const words = openWords(language);
  const to = addresses(language);
  return html`<div class="sides">${sides.map(({ place, policy }) => {
    const list = raised(policySources(policy.beside.documents, words), 1).markup.replaceAll(
      "policy-sources",
      `policy-sources-${place.id}`,
    );
    return html`<div class="side"><p class="side-name"><a href="${to.policy(place.id)}">${place.name}</a></p>${fictionNote(place, language)}${policyDoubt(policy.beside, words)}${{
      markup: list,
    }}</div>`;
  })}</div>`;
}

/** Where the answers differ, then where they are the same; each question leads to the words. */
function answersTables(
  pairs: readonly Pair[],
  names: { readonly one: string; readonly other: string },
  language: Language,
): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const isSame = ({ one, other }: Pair): boolean => standingOf(one) === standingOf(other);
  const question = ({ one }: Pair): TableCell =>
    textCell(html`<a href="#compare-${one.id}">${provisionTitle(one.id, language) ?? one.question}</a>`);
  const answer = (rule: AnsweredRule): TableCell => {
    const standing = standingOf(rule);
    return textCell(withSymbol(standing, standingTitle(standing, words)));
  };
  const table = (caption: string, head: readonly string[], rows: readonly (readonly TableCell[])[]) =>
    rows.length === 0
      ? undefined
      : dataTable({ caption, label: words.say("page.scroll", { caption }), head: head.map(textCell), rows });
  const differing = pairs.filter((pair) => !isSame(pair));
  return html`<section aria-labelledby="answers"><h2 id="answers">${say("compare-answers")}</h2>${table(
    say("compare-differing"),
    [say("provision"), names.one, names.other],
    differing.map((pair) => [question(pair), answer(pair.one), answer(pair.other)]),
  )}${table(
    say("compare-alike"),
    [say("provision"), say("compare-both")],
    pairs.filter(isSame).map((pair) => [question(pair), answer(pair.one)]),
  )}</section>`;
}

function pairSection({ one, other }: Pair, sides: readonly [Side, Side], language: Language): Html {
  const id = `compare-${one.id}`;
  return html`<section class="rule" aria-labelledby="${id}"><h2 class="question" id="${id}">${one.question}</h2><div class="sides">${answerOf(
    one,
    sides[0],
    language,
  )}${answerOf(other, sides[1], language)}</div></section>
`;
}

/** One department's answer with the words that decide it. */
function answerOf(rule: AnsweredRule, { place }: Side, language: Language): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const standing = standingOf(rule);
  const { hedges, exceptions } = rule;
  return html`<div class="side"><h3><a href="${addresses(language).policyRule(place.id, rule.id)}">${
    place.name
  }<span class="hidden">: ${rule.question}</span></a></h3><p class="verdict">${withSymbol(
    standing,
    standingTitle(standing, words),
  )}</p><p>${rule.why}</p>${
    rule.verdict === "silent" && rule.clauses.length > 0
      ? html`<p class="small">${words.say("audit.clauses.spoken")}</p>`
      : undefined
  }${rule.clauses.slice(0, mostQuoted).map((clause) => quotation(clause, words, { hedges, exceptions }))}${
    rule.clauses.length > mostQuoted
      ? html`<p class="small">${say("compare-more", { count: rule.clauses.length - mostQuoted })}</p>`
      : undefined
  }</div>`;
}
