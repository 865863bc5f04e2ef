import { documentName } from "../audit/document-name.ts";
import type { Words } from "../words/words.ts";
import { type Html, html } from "./html.ts";
import type { DatedDocument } from "./policy-beside.ts";

function dates({ effective, revised, holdsSeveral }: DatedDocument, words: Words): string {
  if (holdsSeveral) return words.say("policy.sources.dates.several");
  const stated = [
    ...(effective === undefined ? [] : [words.say("policy.sources.effective", { date: words.date(effective) })]),
    ...(revised === undefined ? [] : [words.say("policy.sources.revised", { date: words.date(revised) })]),
  ];
  return stated.length === 0 ? words.say("policy.sources.dates.none") : stated.join(", ");
}

function line(document: DatedDocument, words: Words): Html {
  const { name, sha256, pages, confidence, unreadable } = document;
  const hash = sha256 === "" ? undefined : html`<br><span class="small">sha256 <code>${sha256}</code></span>`;
  if (unreadable !== undefined) {
    const reason = words.say(`audit.reason.${unreadable.reason}`);
    return html`<li><strong>${name}</strong>: ${words.say("audit.unreadable", { reason })} <span lang="en">(${
      unreadable.detail
    })</span>${hash}</li>`;
  }
  const parts = [
    pages === undefined ? words.say("audit.documents.no-pages") : words.say("audit.documents.pages", { pages }),
    ...(confidence === undefined ? [] : [words.say("audit.documents.scan", { percent: words.percent(confidence) })]),
    words.say("policy.sources.dates", { dates: dates(document, words) }),
  ];
  return html`<li>${documentName(document)}: ${parts.join("; ")}${hash}</li>`;
}

/** The policy documents with their dates and hashes; those that could not be read, with the reason. */
export function policySources(documents: readonly DatedDocument[], words: Words): Html {
  const hasUnread = documents.some(({ unreadable }) => unreadable !== undefined);
  return html`<section aria-labelledby="policy-sources"><h3 class="spaced" id="policy-sources">${words.say(
    "policy.sources",
  )}</h3><ul class="documents">${documents.map((document) => line(document, words))}</ul>${
    hasUnread ? html`<p>${words.say("policy.sources.unread")}</p>` : undefined
  }</section>`;
}
