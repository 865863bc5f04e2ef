import type { Language } from "@evenhand/standard";
import { policyAnchor } from "@evenhand/toolkit/report/page/anchors";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";

/** What the policy says on the subject of a finding, by name, with the way there; undefined where it is not asked. */
export function policyEntries(finding: string, { place, answers }: OpenPlace, language: Language): Html | undefined {
  const beside = answers.policy?.beside[language];
  const links = beside?.links.filter(({ findings }) => findings.includes(finding)) ?? [];
  if (beside === undefined || links.length === 0) return undefined;
  const page = addresses(language).policy(place.id);
  const items = links.map(({ id, rule, item }) => {
    const question = beside.rules.find((one) => one.id === rule)?.question ?? item[language];
    return html`<li><a href="${page}#${policyAnchor(id)}">${question}</a></li>`;
  });
  return html`<h2>${siteWords(language)("policy-on-this")}</h2><ul class="ways">${items}</ul>`;
}
