import type { Language } from "@evenhand/standard";
import type { AuditPage } from "@evenhand/toolkit/report/audit/audit-page";
import { claritySection } from "@evenhand/toolkit/report/audit/clarity-section";
import { consistencySection, gapsSection, isContradiction } from "@evenhand/toolkit/report/audit/consistency-section";
import { documentsSection } from "@evenhand/toolkit/report/audit/documents-section";
import { formSection } from "@evenhand/toolkit/report/audit/form-section";
import { ruleSection } from "@evenhand/toolkit/report/audit/rule-section";
import { summarySection } from "@evenhand/toolkit/report/audit/summary-section";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { policyDoubt } from "@evenhand/toolkit/report/page/policy-section";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { linkedPolicy } from "../policy/linked-policy.ts";

/** Every question of the audit with its answer and the words that decide it; undefined without a policy. */
export function policyAuditPage({ place, answers }: OpenPlace, { language }: Asked): Page | undefined {
  if (answers.policy === undefined) return undefined;
  const { audit, beside } = linkedPolicy(answers.policy, place.id, language);
  const words = openWords(language);
  const say = siteWords(language);
  const to = addresses(language);
  const { rules, documents, consistency, form, clarity } = audit;
  const title = say("audit-title", { place: place.name });
  const lede = words.say("audit.lede", { rules: rules.length });
  const markup = html`<p class="back"><a href="${to.policy(place.id)}">${say("policy-back")}</a></p><h1>${title}</h1><p class="lede">${lede}</p>${policyDoubt(beside, words)}<p>${words.say(
    `audit.rubric.${audit.rubric}`,
  )} ${words.say("audit.first-reading")}</p>${parts(audit, language)}
${summarySection(rules, words)}
${documentsSection(documents, words)}
<section aria-labelledby="rules"><h2 id="rules">${words.say("audit.rules")}</h2>${rules.map(
    (rule) =>
      html`${ruleSection(rule, words)}<p class="also"><a href="${to.policyRule(place.id, rule.id)}">${say(
        "rule-own",
      )}<span class="hidden">: ${rule.question}</span></a></p>`,
  )}</section>
${consistency && consistencySection(consistency, audit.consistencyPrecision, words)}
${hasGaps(audit) && consistency ? gapsSection(consistency, words) : undefined}
${form && formSection(form, words)}
${clarity && claritySection(clarity, words)}`;
  return { title, description: lede, markup: markup.markup };
}

/** Documents that are pointed to and were not given, and what policy and form do not share. */
const hasGaps = ({ consistency = [] }: AuditPage): boolean => consistency.some((one) => !isContradiction(one));

function parts(audit: AuditPage, language: Language): Html {
  const words = openWords(language);
  const shown = [
    "summary",
    "documents",
    "rules",
    ...(audit.consistency === undefined ? [] : ["consistency"]),
    ...(hasGaps(audit) ? ["gaps"] : []),
    ...(["form", "clarity"] as const).filter((part) => audit[part] !== undefined),
  ];
  return html`<nav class="parts" aria-labelledby="parts"><h2 id="parts">${words.say("audit.nav")}</h2><ul>${shown.map(
    (id) => html`<li><a href="#${id}">${words.say(`audit.${id}`)}</a></li>`,
  )}</ul></nav>`;
}
