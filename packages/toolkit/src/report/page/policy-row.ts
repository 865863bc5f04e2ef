import { codeTitle, type Finding } from "@evenhand/standard";
import { quotation } from "../audit/quotation.ts";
import { capital, measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { elementAnchor, findingAnchor, policyAnchor, ruleAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";
import type { LinkBeside, PolicyBeside, RuleBeside } from "./policy-beside.ts";
import { policySentences } from "./policy-sentences.ts";

/** What an entry needs beside itself. */
export type RowContext = {
  readonly rules: PolicyBeside["rules"];
  readonly findings: readonly Finding[];
  /** Ids that stand on the page: nothing else is linked to. */
  readonly anchors: ReadonlySet<string>;
  /** Addresses of what stands on other pages, by the id it has there. */
  readonly elsewhere?: ReadonlyMap<string, string>;
  readonly words: Words;
};

/** An entry is named by the element that a report must hold, else by the question that was asked of the policy. */
function title({ role, elements, item }: LinkBeside, rule: RuleBeside | undefined, words: Words): string {
  const [element] = elements;
  if (role === "record" && element) return codeTitle("element", element.id, words.language);
  return rule?.question ?? capital(item[words.language]);
}

function quotations({ clauses }: LinkBeside, rule: RuleBeside | undefined, words: Words): Html | undefined {
  const [first, ...others] = clauses;
  if (first === undefined) return undefined;
  const weak = { hedges: rule?.hedges ?? [], exceptions: rule?.exceptions ?? [] };
  return html`${quotation(first, words, weak)}${
    others.length === 0
      ? undefined
      : html`<details><summary>${words.say("policy.quote.more", { n: others.length })}</summary>${others.map((clause) =>
          quotation(clause, words, weak),
        )}</details>`
  }`;
}

function placesToRead(
  { rule, elements, findings: ids }: LinkBeside,
  { findings, anchors, elsewhere, words }: RowContext,
): Html | undefined {
  const rows = elements.map(({ id }) => ({
    anchor: elementAnchor(id),
    text: words.say("policy.links.element", { element: codeTitle("element", id, words.language) }),
  }));
  const named = findings
    .filter(({ id }) => ids.includes(id))
    .map((finding) => ({
      anchor: findingAnchor(finding.id),
      text: words.say("policy.links.finding", { title: measureText("title", finding, words) }),
    }));
  const asked = { anchor: ruleAnchor(rule), text: words.say("policy.links.rule") };
  const there = [asked, ...rows, ...named].flatMap(({ anchor, text }) => {
    const href = anchors.has(anchor) ? `#${anchor}` : elsewhere?.get(anchor);
    return href === undefined ? [] : [{ href, text }];
  });
  if (there.length === 0) return undefined;
  return html`<ul class="places" aria-label="${words.say("policy.links")}">${there.map(
    ({ href, text }) => html`<li><a href="${href}">${text}</a></li>`,
  )}</ul>`;
}

/** One entry: what the policy says, what the records hold, the words that decide it, and where to read on. */
export function policyRow(link: LinkBeside, context: RowContext): Html {
  const { rules, findings, words } = context;
  const rule = rules.find(({ id }) => id === link.rule);
  const anchor = policyAnchor(link.id);
  return html`<article class="rule" id="${anchor}" aria-labelledby="${anchor}-title"><h4 id="${anchor}-title">${title(
    link,
    rule,
    words,
  )}</h4><p>${policySentences(link, rule, findings, words).join(" ")}</p>${quotations(link, rule, words)}${placesToRead(
    link,
    context,
  )}<p class="small">${words.say("policy.permanent")} <code>${link.id}</code></p></article>
`;
}
