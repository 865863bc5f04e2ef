import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { type AuditPage, type InconsistencyKind, inconsistencyKinds, type ListedInconsistency } from "./audit-page.ts";
import { quotation } from "./quotation.ts";

const contradictionKinds: ReadonlySet<InconsistencyKind> = new Set([
  "prohibited-and-permitted",
  "required-and-optional",
  "definition",
]);

/** Whether two clauses may contradict each other; else one document names what another lacks. */
export const isContradiction = ({ kind }: Pick<ListedInconsistency, "kind">): boolean => contradictionKinds.has(kind);

/**
 * Possible contradictions: each pair of clauses quoted in place, side by side, the stricter first, with how often such
 * pairs held up when people read them.
 */
export function consistencySection(
  found: readonly ListedInconsistency[],
  precision: AuditPage["consistencyPrecision"],
  words: Words,
): Html {
  const pairs = found.filter(isContradiction);
  return html`<section aria-labelledby="consistency"><h2 id="consistency">${words.say("audit.consistency")}</h2><p>${words.say(
    pairs.length === 0 ? "audit.consistency.none" : "audit.consistency.note",
  )}</p>${
    pairs.length === 0 || precision === undefined
      ? undefined
      : html`<p>${words.say("audit.consistency.precision", {
          low: words.percent(precision.low),
          high: words.percent(precision.high),
        })}</p>`
  }${byKind(pairs, words)}</section>`;
}

/** What the policy names and the form lacks, the other way round, and documents that are pointed to and were not given. */
export const gapsSection = (found: readonly ListedInconsistency[], words: Words): Html =>
  html`<section aria-labelledby="gaps"><h2 id="gaps">${words.say("audit.gaps")}</h2><p>${words.say(
    "audit.gaps.note",
  )}</p>${byKind(
    found.filter((one) => !isContradiction(one)),
    words,
  )}</section>`;

const byKind = (found: readonly ListedInconsistency[], words: Words): readonly Html[] =>
  inconsistencyKinds.flatMap((kind) => {
    const same = found.filter((one) => one.kind === kind);
    const [first] = same;
    if (first === undefined) return [];
    const isOneReason = same.every(({ why, isAcrossDocuments }) => why === first.why && !isAcrossDocuments);
    return html`<h3 class="spaced">${words.say(`audit.consistency.${kind}`, { count: same.length })}</h3>${
      isOneReason ? html`<p>${first.why}</p>` : undefined
    }${
      kind === "field-without-policy"
        ? html`<ul>${same.map(({ subject }) => html`<li>${subject}</li>`)}</ul>`
        : same.map((one) => pair(one, words, isOneReason))
    }`;
  });

/** @param isExplained whether the reason stands above all of them */
function pair(found: ListedInconsistency, words: Words, isExplained: boolean): Html {
  const { kind, subject, why, isAcrossDocuments, clauses } = found;
  const across = isAcrossDocuments ? html` ${words.say("audit.consistency.across")}` : undefined;
  return html`<div class="unfit"><h4 class="subject">${subject}</h4>${
    isExplained ? undefined : html`<p>${why}${across}</p>`
  }<div class="sides">${clauses.map(
    (clause, index) =>
      html`<div>${
        contradictionKinds.has(kind)
          ? html`<p class="small">${words.say(`audit.consistency.${kind}.${index === 0 ? "first" : "second"}`)}</p>`
          : undefined
      }${quotation(clause, words)}</div>`,
  )}</div></div>`;
}
