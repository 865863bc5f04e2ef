import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { ListedDocument } from "./audit-page.ts";
import { documentName } from "./document-name.ts";

/** Letters of a hash that are shown. */
const shownHash = 12;

function readDocument(document: ListedDocument, words: Words): Html {
  const { sha256, pages, confidence } = document;
  const parts = [
    pages === undefined ? words.say("audit.documents.no-pages") : words.say("audit.documents.pages", { pages }),
    ...(confidence === undefined ? [] : [words.say("audit.documents.scan", { percent: words.percent(confidence) })]),
    words.say("audit.documents.hash", { hash: sha256.slice(0, shownHash) }),
  ];
  return html`<li>${documentName(document)}: ${parts.join(", ")}</li>`;
}

function unreadDocument({ name, sha256, unreadable }: ListedDocument, words: Words): Html {
  const reason = words.say(`audit.reason.${unreadable?.reason}`);
  const hash = sha256 === "" ? "" : `, ${words.say("audit.documents.hash", { hash: sha256.slice(0, shownHash) })}`;
  return html`<li><strong>${name}</strong>: ${words.say("audit.unreadable", { reason })} <span lang="en">(${
    unreadable?.detail
  })</span>${hash}</li>`;
}

/** What was read, and what could not be and why. */
export function documentsSection(documents: readonly ListedDocument[], words: Words): Html {
  const read = documents.filter(({ unreadable }) => unreadable === undefined);
  const unread = documents.filter(({ unreadable }) => unreadable !== undefined);
  return html`<section aria-labelledby="documents"><h2 id="documents">${words.say("audit.documents")}</h2>
<h3 class="spaced">${words.say("audit.documents.read")}</h3>${
    read.length === 0
      ? html`<p>${words.say("audit.documents.none")}</p>`
      : html`<ul class="documents">${read.map((document) => readDocument(document, words))}</ul>`
  }${
    unread.length === 0
      ? undefined
      : html`<h3 class="spaced">${words.say("audit.documents.unread")}</h3><ul class="documents">${unread.map(
          (document) => unreadDocument(document, words),
        )}</ul><p>${words.say("audit.documents.unread-note")}</p>`
  }</section>`;
}
