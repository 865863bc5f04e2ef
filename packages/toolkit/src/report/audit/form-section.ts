import { dataTable, textCell } from "../page/data-table.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ListedForm } from "./audit-page.ts";
import { inQuotes } from "./quotation.ts";

const shownLabels = 60;

/** What the form was, and how it was read: field → the words that say so, for a person to check. */
export function formSection(form: ListedForm, words: Words): Html {
  const { source, name, sha256, isComplete, fields, hasOtherBox, unread, otherReports } = form;
  const hash = sha256 === undefined ? "" : ` (${words.say("audit.documents.hash", { hash: sha256.slice(0, 12) })})`;
  const rows = fields.map(({ title, state, words: labels }) => [
    textCell(title),
    textCell(words.say(`audit.form.state.${state}`)),
    textCell(labels.length === 0 ? "–" : html`<span lang="en">${inQuotes(labels, words)}</span>`),
  ]);
  const notes = [
    ...(source === "release" || source === "declared" || isComplete ? [] : ["audit.form.incomplete"]),
    ...(hasOtherBox ? ["audit.form.other"] : []),
    ...(source === "form" ? ["audit.form.limits"] : []),
  ];
  return html`<section aria-labelledby="form"><h2 id="form">${words.say("audit.form")}</h2><p><strong>${name}</strong>${hash}. ${words.say(
    `audit.form.source.${source}`,
  )}</p>${lacking(form, words)}${notes.map((key) => html`<p>${words.say(key)}</p>`)}${dataTable({
    caption: words.say("audit.form.caption"),
    label: words.say("audit.form"),
    head: ["field", "state", "words"].map((key) => textCell(words.say(`audit.form.head.${key}`))),
    rows,
  })}${listed("audit.form.unread", unread, words)}${listed("audit.form.other-reports", otherReports, words)}</section>`;
}

/** Elements alone: kinds of force that no policy names may be rightly absent. */
function lacking({ fields }: ListedForm, words: Words): Html | undefined {
  const titles = fields
    .filter(({ isElement, state }) => isElement && state === "not_collected")
    .map(({ title }) => title);
  return titles.length === 0
    ? undefined
    : html`<p><strong>${words.say("audit.form.lacking", { fields: words.list(titles) })}</strong></p>`;
}

function listed(key: string, labels: readonly string[], words: Words): Html | undefined {
  if (labels.length === 0) return undefined;
  const shown = labels.slice(0, shownLabels);
  const more = labels.length - shown.length;
  return html`<p>${words.say(key, { count: labels.length })} <span lang="en">${inQuotes(shown, words)}</span>${
    more > 0 ? ` … (+${words.number(more)})` : ""
  }</p>`;
}
