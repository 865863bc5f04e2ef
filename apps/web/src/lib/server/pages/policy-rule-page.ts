import type { AnsweredRule } from "@evenhand/toolkit/report/audit/audit-page";
import { consistencySection, isContradiction } from "@evenhand/toolkit/report/audit/consistency-section";
import { ruleSection } from "@evenhand/toolkit/report/audit/rule-section";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { policyRow } from "@evenhand/toolkit/report/page/policy-row";
import { policyDoubt } from "@evenhand/toolkit/report/page/policy-section";
import { provisionPart } from "@evenhand/toolkit/report/policy-versions/provision-section";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { type LinkedPolicy, linkedPolicy } from "../policy/linked-policy.ts";
import { raised } from "../policy/raised.ts";
import { elsewhere } from "./policy-page.ts";

type Language = Asked["language"];

/** One question of the audit with everything about it; undefined where the audit does not ask it. */
export function policyRulePage(open: OpenPlace, { language, params }: Asked): Page | undefined {
  const { place, answers } = open;
  if (answers.policy === undefined) return undefined;
  const policy = linkedPolicy(answers.policy, place.id, language);
  const { rules } = policy.audit;
  const at = rules.findIndex(({ id }) => id === params.rule);
  const rule = rules[at];
  if (rule === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const markup = html`<p class="back"><a href="${to.policy(place.id, "audit")}">${say("rule-all")}</a></p>${policyDoubt(policy.beside, words)}${raised(
    ruleSection(rule, words, rule.verdict === "silent" ? html`<p>${say("rule-silent")}</p>` : undefined),
    2,
  )}<p class="small">${say("rule-id")} <code>${rule.id}</code></p>${besideRecords(rule, policy, open, language)}${unfit(
    rule,
    policy,
    language,
  )}${betweenVersions(rule, policy, language)}<p><a href="${to.provision(rule.id)}">${say(
    "rule-elsewhere",
  )}</a></p>${neighbours(rules, at, open, language)}`;
  return { title: `${rule.question} ${place.name}`, description: rule.why, markup: markup.markup };
}

function besideRecords(
  { id }: AnsweredRule,
  { beside }: LinkedPolicy,
  open: OpenPlace,
  language: Language,
): Html | undefined {
  const links = beside.links.filter(({ rule }) => rule === id);
  if (links.length === 0) return undefined;
  const addressOf = new Map(elsewhere(open, language));
  addressOf.delete(`rule-${id}`);
  const context = {
    rules: beside.rules,
    findings: open.answers.findings,
    anchors: new Set<string>(),
    elsewhere: addressOf,
    words: openWords(language),
  };
  return html`<section class="policy" aria-labelledby="beside"><h2 id="beside">${siteWords(language)(
    "rule-beside",
  )}</h2>${raised(html`${links.map((link) => policyRow(link, context))}`, 1)}</section>`;
}

/** What does not fit together in the clauses that decide this question. */
function unfit({ clauses }: AnsweredRule, { audit }: LinkedPolicy, language: Language): Html | undefined {
  const key = ({ sha256, start }: { sha256: string; start: number }) => `${sha256} ${start}`;
  const own = new Set(clauses.map(key));
  const found = (audit.consistency ?? []).filter(
    (one) => isContradiction(one) && one.clauses.some((clause) => own.has(key(clause))),
  );
  return found.length === 0 ? undefined : consistencySection(found, audit.consistencyPrecision, openWords(language));
}

function betweenVersions({ id }: AnsweredRule, { versions }: LinkedPolicy, language: Language): Html | undefined {
  if (versions.length === 0) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const changed = versions.flatMap(({ provisions }) =>
    provisions.filter((provision) => provision.id === id && provision.change !== "unchanged"),
  );
  return html`<section aria-labelledby="versions"><h2 id="versions">${say("rule-versions")}</h2>${
    changed.length === 0
      ? html`<p>${say("rule-versions-same")}</p>`
      : changed.map(
          (provision, index) =>
            html`${{ markup: provisionPart(provision, words).markup.replaceAll(`rule-${id}`, `rule-${id}-version-${index + 1}`) }}`,
        )
  }</section>`;
}

function neighbours(rules: readonly AnsweredRule[], at: number, { place }: OpenPlace, language: Language): Html {
  const say = siteWords(language);
  const to = addresses(language);
  const link = (key: "rule-before" | "rule-next", rule: AnsweredRule | undefined): Html | undefined =>
    rule && html`<li>${say(key)} <a href="${to.policyRule(place.id, rule.id)}">${rule.question}</a></li>`;
  return html`<nav aria-label="${say("rule-neighbours")}"><ul class="ways">${link("rule-before", rules[at - 1])}${link(
    "rule-next",
    rules[at + 1],
  )}</ul></nav>`;
}
