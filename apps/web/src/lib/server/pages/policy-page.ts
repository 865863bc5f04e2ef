import { standingGroups } from "@evenhand/toolkit/report/audit/standing-groups";
import { standingCount, withSymbol } from "@evenhand/toolkit/report/audit/verdict-text";
import { elementAnchor, findingAnchor, ruleAnchor } from "@evenhand/toolkit/report/page/anchors";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { policySection } from "@evenhand/toolkit/report/page/policy-section";
import { policySources } from "@evenhand/toolkit/report/page/policy-sources";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, readPlaces } from "../place-index.ts";
import { type LinkedPolicy, linkedPolicy } from "../policy/linked-policy.ts";
import { raised } from "../policy/raised.ts";
import { readSettings } from "../settings.ts";
import { guideLink } from "./learn-pages.ts";

/** What the policy says beside what the records hold, with the way to its audit, its text, its versions and its register. */
export async function policyPage(open: OpenPlace, { language }: Asked): Promise<Page> {
  const { place, answers } = open;
  const words = openWords(language);
  const say = siteWords(language);
  const title = say("policy-title", { place: place.name });
  const ways = waysOn(open, language);
  if (answers.policy === undefined) {
    const markup = html`<h1>${title}</h1><p class="lede">${say("policy-none")}</p>${ways}${nextSteps(language, say("policy-ask"))}<p class="small">${say("policy-how")}</p>`;
    return { title, markup: markup.markup };
  }
  const { beside, audit } = linkedPolicy(answers.policy, place.id, language);
  const section = policySection(beside, {
    findings: answers.findings,
    anchors: new Set(),
    elsewhere: elsewhere(open, language),
    words,
  });
  const markup = html`<h1>${title}</h1>${inShort(audit, open, language)}${ways}${raised(
    policySources(beside.documents, words),
    1,
  )}${section}${await comparisons(open, language)}${nextSteps(language)}`;
  return { title, description: say("policy-about", { place: place.name }), markup: markup.markup };
}

/** Where findings, elements and questions stand on the site, by the id that they have on a page. */
export function elsewhere({ place, answers }: OpenPlace, language: Asked["language"]): ReadonlyMap<string, string> {
  const to = addresses(language);
  const elements = answers.findings.flatMap(({ element }) => element ?? []);
  return new Map([
    ...answers.findings.map(({ id }) => [findingAnchor(id), to.finding(place.id, id)] as const),
    ...elements.map((id) => [elementAnchor(id), `${to.notRecorded(place.id)}#${elementAnchor(id)}`] as const),
    ...(answers.policy?.audit.en.rules ?? []).map(({ id }) => [ruleAnchor(id), to.policyRule(place.id, id)] as const),
  ]);
}

/** The other pages about the policy. */
function waysOn({ place: { id }, answers: { policy, register } }: OpenPlace, language: Asked["language"]): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const ways = [
    ...(policy === undefined
      ? []
      : [{ href: to.policy(id, "audit"), text: say("policy-to-audit", { count: policy.audit.en.rules.length }) }]),
    ...(policy?.versions === undefined ? [] : [{ href: to.policy(id, "versions"), text: say("policy-to-versions") }]),
    ...(register === undefined ? [] : [{ href: to.policy(id, "register"), text: say("policy-to-register") }]),
  ];
  return html`<ul class="ways">${ways.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>`)}</ul>`;
}

function inShort({ rules }: LinkedPolicy["audit"], { place }: OpenPlace, language: Asked["language"]): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const audit = addresses(language).policy(place.id, "audit");
  return html`<section aria-labelledby="answers"><h2 id="answers">${say("policy-answers", {
    count: rules.length,
  })}</h2><p>${say("policy-lede")}</p><ul class="tally">${standingGroups(rules).map(
    ({ standing, rules: same }) =>
      html`<li><a href="${audit}#standing-${standing}">${withSymbol(standing, standingCount(standing, same.length, words))}</a></li>`,
  )}</ul></section>`;
}

/** What a reader can do with it. */
const nextSteps = (language: Asked["language"], first?: string): Html =>
  html`<section aria-labelledby="next"><h2 id="next">${siteWords(language)("policy-next")}</h2>${
    first && html`<p>${first}</p>`
  }<ul class="ways"><li>${guideLink("ask-of-policy", language)}</li><li>${guideLink("start-a-group", language)}</li></ul></section>`;

/** The departments whose policies can be set beside this one. */
async function comparisons({ place }: OpenPlace, language: Asked["language"]): Promise<Html | undefined> {
  const say = siteWords(language);
  const to = addresses(language);
  const others = (await readPlaces(readSettings().releases)).filter(
    ({ id, summary }) => id !== place.id && summary.provisions !== undefined,
  );
  if (others.length === 0) return undefined;
  return html`<section aria-labelledby="compare"><h2 id="compare">${say("policy-compare")}</h2><ul class="ways">${others.map(
    (other) =>
      html`<li><a href="${to.comparePolicies(...inOrder(place.id, other.id))}">${say("policy-compare-with", {
        place: place.name,
        other: other.name,
      })}</a></li>`,
  )}</ul></section>`;
}

/** Two departments have one address, whichever a reader comes from. */
const inOrder = (one: string, other: string): readonly [string, string] => (one < other ? [one, other] : [other, one]);
