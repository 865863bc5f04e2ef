import { breakable } from "../page/breakable.ts";
import { dataTable, textCell } from "../page/data-table.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ListedEvidence, ListedPolicy } from "./register-page.ts";

const shownEvidence = 3;

/** Policies with their status, and below it where each was seen: two columns, so that a phone can show them. */
export function policiesTable(policies: readonly ListedPolicy[], caption: string, words: Words): Html {
  return dataTable({
    caption,
    label: caption,
    head: ["policy", "status"].map((key) => textCell(words.say(`register.head.${key}`))),
    rows: policies.map((policy) => [
      textCell(named(policy)),
      textCell(html`${standing(policy, words)}${seen(policy.evidence, words)}`),
    ]),
  });
}

function named({ title, why }: ListedPolicy): Html {
  return html`<strong>${title}</strong>${why === undefined ? undefined : html`<br><span class="small">${why}</span>`}`;
}

function standing({ status, found, setBy, note }: ListedPolicy, words: Words): Html {
  const title = words.say(`register.status.${status}`);
  const lines = [
    ...(setBy === undefined ? [] : [words.say("register.set-by", { name: setBy })]),
    ...(found === undefined ? [] : [words.say("register.found", { status: words.say(`register.status.${found}`) })]),
    ...(note === undefined ? [] : [words.say("register.note", { note })]),
  ];
  return html`<strong>${title}</strong>${lines.map((line) => html`<br><span class="small">${line}</span>`)}`;
}

function seen(evidence: readonly ListedEvidence[], words: Words): Html {
  if (evidence.length === 0) return html`<br><span class="small">${words.say("register.nothing")}</span>`;
  const shown = evidence.slice(0, shownEvidence).map((one) => html`<li>${place(one, words)}</li>`);
  const more = evidence.length - shown.length;
  return html`<ul class="evidence">${shown}${
    more > 0 ? html`<li>${words.say("register.more", { count: more })}</li>` : undefined
  }</ul>`;
}

function place({ kind, document, page, words: written }: ListedEvidence, words: Words): Html {
  const where = [
    ...(document === undefined ? [] : [document]),
    ...(page === undefined ? [] : [words.say("audit.place.page", { page: String(page) })]),
  ];
  const text = words.language === "es" ? `«${written}»` : `“${written}”`;
  return html`${words.say(`register.kind.${kind}`)} <span lang="en">${text}</span>${
    where.length === 0 ? undefined : html`, <cite>${breakable(where.join(", "))}</cite>`
  }`;
}
