import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";
import type { LinkBeside, PolicyBeside } from "./policy-beside.ts";
import { policyRow, type RowContext } from "./policy-row.ts";

/** In the order in which a reader meets them; the last ones fold. */
const kinds: readonly { readonly kind: LinkBeside["kind"]; readonly isFolded: boolean }[] = [
  { kind: "required-not-recorded", isFolded: false },
  { kind: "required-partly-recorded", isFolded: false },
  { kind: "banned-recorded", isFolded: false },
  { kind: "recorded-not-banned", isFolded: false },
  { kind: "required-recorded", isFolded: false },
  { kind: "banned-none-recorded", isFolded: false },
  { kind: "recorded-not-required", isFolded: true },
  { kind: "neither", isFolded: true },
  { kind: "cannot-tell", isFolded: true },
];

type Group = (typeof kinds)[number] & { readonly links: readonly LinkBeside[] };

const groupsOf = (links: readonly LinkBeside[]): readonly Group[] =>
  kinds
    .map((kind) => ({ ...kind, links: links.filter((link) => link.kind === kind.kind) }))
    .filter((group) => group.links.length > 0);

/** What speaks against the documents being this department's; undefined where nothing does. */
export const policyDoubt = ({ doubt }: PolicyBeside, words: Words): Html | undefined =>
  doubt && html`<p class="doubt"><strong>${words.say(`policy.doubt.${doubt.is}`, { place: doubt.place })}</strong></p>`;

function introduction(policy: PolicyBeside, words: Words): Html {
  const { rubric } = policy;
  return html`${policyDoubt(policy, words)}<p>${words.say("policy.intro")}</p><p>${words.say("policy.intro.files")} ${words.say(
    "policy.intro.documents",
    {
      sources: words.say("policy.sources"),
    },
  )} ${words.say("policy.intro.dates")}</p><p>${words.say("policy.intro.reading")} ${words.say(`audit.rubric.${rubric}`)}</p>`;
}

function summary(groups: readonly Group[], words: Words): Html {
  return html`<ul class="tally" aria-label="${words.say("policy.summary")}">${groups.map(({ kind, links }) => {
    const text = words.say("policy.summary.count", { kind: words.say(`policy.kind.${kind}`), n: links.length });
    return html`<li><a href="#policy-kind-${kind}">${text}</a></li>`;
  })}</ul>`;
}

function groupSection({ kind, isFolded, links }: Group, context: RowContext): Html {
  const { words } = context;
  const rows = links.map((link) => policyRow(link, context));
  const heading = html`<h3 class="spaced" id="policy-kind-${kind}">${words.say(`policy.kind.${kind}`)}</h3>`;
  if (!isFolded) return html`${heading}${rows}`;
  const label = words.say("policy.fold", { n: links.length });
  return html`${heading}<details><summary>${label}<span class="hidden">: ${words.say(`policy.kind.${kind}`)}</span></summary>${rows}</details>`;
}

/** The audit beside the data: what the policy asks for and the files leave out comes first. */
export function policySection(policy: PolicyBeside, context: Omit<RowContext, "rules">): Html {
  const { words } = context;
  const groups = groupsOf(policy.links);
  return html`<section class="policy" aria-labelledby="policy"><h2 id="policy">${words.say("policy.title")}</h2>${introduction(
    policy,
    words,
  )}${summary(groups, words)}${groups.map((group) => groupSection(group, { ...context, rules: policy.rules }))}</section>`;
}
