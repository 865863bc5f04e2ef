import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import type { MarkedWords } from "./versions-page.ts";

/** Both wordings in one: what went is struck through, what is new is underlined, and each is named for those who hear it. */
export function markedWords(marks: readonly MarkedWords[], words: Words): Html {
  return html`${marks.map((mark, index) => html`${index === 0 ? "" : " "}${stretch(mark, words)}`)}`;
}

function stretch({ kind, text }: MarkedWords, words: Words): Html {
  if (kind === "same") return html`${text}`;
  const label = (key: string): Html =>
    html`<span class="hidden" lang="${words.language}"> ${words.say(`versions.mark.${key}`)} </span>`;
  return kind === "added"
    ? html`<ins>${label("added")}${text}${label("end")}</ins>`
    : html`<del>${label("removed")}${text}${label("end")}</del>`;
}
