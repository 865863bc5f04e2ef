import type { QuotedWords } from "../audit/audit-page.ts";
import { clausePlace, leadInNote } from "../audit/quotation.ts";
import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { markedWords } from "./marked-words.ts";
import type { ListedChange } from "./versions-page.ts";

/** What became of one clause: the kind in words, the words themselves, and where they stand. */
export function changeItem(change: ListedChange, words: Words): Html {
  const { kind } = change;
  const isMoved = kind === "reworded" && change.isMoved;
  const title = words.say(isMoved ? "versions.kind.reworded-moved" : `versions.kind.${kind}`);
  const shown = kind === "removed" ? change.before : change.after;
  const text =
    kind === "reworded"
      ? markedWords(change.marks, words)
      : kind === "added"
        ? html`<ins>${shown.text}</ins>`
        : kind === "removed"
          ? html`<del>${shown.text}</del>`
          : html`${shown.text}`;
  return html`<li class="change"><p class="kind">${title}</p><figure class="clause">${leadInNote(
    shown,
    words,
  )}<blockquote lang="en"><p>${text}</p></blockquote><figcaption>${places(change, words)}</figcaption></figure></li>
`;
}

function places(change: ListedChange, words: Words): Html {
  const named = (side: "before" | "after", clause: QuotedWords): Html =>
    html`${words.say(`versions.place.${side}`)} ${clausePlace(clause, words)}`;
  if (change.kind === "added") return named("after", change.after);
  if (change.kind === "removed") return named("before", change.before);
  return html`${named("before", change.before)}<br>${named("after", change.after)}`;
}
