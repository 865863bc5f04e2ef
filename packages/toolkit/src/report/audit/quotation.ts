import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { QuotedWords } from "./audit-page.ts";
import { markWords, type Stretch } from "./mark-words.ts";
import { sectionPath } from "./section-path.ts";

/** Words of a list between the quotation marks of the language. */
export const inQuotes = (texts: readonly string[], { language }: Words): string =>
  [...new Set(texts)].map((text) => (language === "es" ? `«${text}»` : `“${text}”`)).join(", ");

function stretch({ text, kind }: Stretch, words: Words): Html {
  if (kind === undefined) return html`${text}`;
  const label = (key: string) =>
    html`<span class="hidden" lang="${words.language}"> ${words.say(`audit.mark.${key}`)} </span>`;
  return html`${label(kind)}<mark class="${kind}">${text}</mark>${label("end")}`;
}

/** Where a clause stands: document, page, section. */
export function clausePlace({ document, page, section, href }: QuotedWords, words: Words): Html {
  const rest = [
    ...(page === undefined ? [] : [words.say("audit.place.page", { page: String(page) })]),
    ...(section.length === 0 ? [] : [words.say("audit.place.section", { section: sectionPath(section) })]),
  ];
  const place = html`<cite>${document}</cite>${rest.map((text) => html`, ${text}`)}`;
  return href === undefined ? place : html`<a href="${href}">${place}</a>`;
}

/** The words before the list that a clause is an item of. */
export const leadInNote = ({ leadIn }: QuotedWords, words: Words): Html | undefined =>
  leadIn
    ? html`<p class="small">${words.say("audit.lead-in")}</p><blockquote class="lead-in" lang="en"><p>${leadIn}</p></blockquote>`
    : undefined;

/** A clause as written, with its place and with what weakens it marked by line and by word. */
export function quotation(clause: QuotedWords, words: Words, weak: Parameters<typeof markWords>[1] = {}): Html {
  const stretches = markWords(clause.text, weak);
  const marked = (["hedge", "exception", "found"] as const).flatMap((kind) => {
    const texts = stretches.filter((one) => one.kind === kind).map(({ text }) => text);
    return texts.length === 0 ? [] : [words.say(`audit.marked.${kind}`, { words: inQuotes(texts, words) })];
  });
  return html`<figure class="clause">${leadInNote(clause, words)}<blockquote lang="en"><p>${stretches.map((one) =>
    stretch(one, words),
  )}</p></blockquote><figcaption>${clausePlace(clause, words)}${marked.map((text) => html`<br>${text}`)}</figcaption></figure>`;
}
