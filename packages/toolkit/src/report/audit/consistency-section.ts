import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { inconsistencyKinds, type ListedInconsistency } from "./audit-page.ts";
import { quotation } from "./quotation.ts";

/** What does not fit together: each pair of clauses quoted in place, side by side, the stricter first. */
export function consistencySection(found: readonly ListedInconsistency[], words: Words): Html {
  const groups = inconsistencyKinds.flatMap((kind) => {
    const same = found.filter((one) => one.kind === kind);
    return same.length === 0 ? [] : [{ kind, same }];
  });
  return html`<section aria-labelledby="consistency"><h2 id="consistency">${words.say(
    "audit.consistency",
  )}</h2><p>${words.say(found.length === 0 ? "audit.consistency.none" : "audit.consistency.note")}</p>${groups.map(
    ({ kind, same }) =>
      html`<h3 class="spaced">${words.say(`audit.consistency.${kind}`, { count: same.length })}</h3>${
        kind === "field-without-policy"
          ? html`<p>${same[0]?.why ?? ""}</p><ul>${same.map(({ subject }) => html`<li>${subject}</li>`)}</ul>`
          : same.map((one) => pair(one, words))
      }`,
  )}</section>`;
}

function pair({ kind, subject, why, isAcrossDocuments, clauses }: ListedInconsistency, words: Words): Html {
  const across = isAcrossDocuments ? html` ${words.say("audit.consistency.across")}` : undefined;
  const sides = kind === "prohibited-and-permitted" || kind === "required-and-optional" || kind === "definition";
  return html`<div class="unfit"><h4 class="subject">${subject}</h4><p>${why}${across}</p><div class="sides">${clauses.map(
    (clause, index) =>
      html`<div>${
        sides
          ? html`<p class="small">${words.say(`audit.consistency.${kind}.${index === 0 ? "first" : "second"}`)}</p>`
          : undefined
      }${quotation(clause, words)}</div>`,
  )}</div></div>`;
}
