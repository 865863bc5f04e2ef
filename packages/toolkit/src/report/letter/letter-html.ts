import type { Language } from "@evenhand/standard";
import { breakable } from "../page/breakable.ts";
import { type Html, html, trusted } from "../page/html.ts";
import type { LetterBlock, LetterPart } from "./letter-block.ts";

const style = `:root{color-scheme:light dark;--ink:#1d2126;--paper:#fcfbf8;--line:#d9d6cf;--tint:#f2e6d0}
@media(prefers-color-scheme:dark){:root{--ink:#ecebe7;--paper:#15181b;--line:#42484f;--tint:#3b321d}}
body{margin:0;background:var(--paper);color:var(--ink);font:400 1.06rem/1.55 "Source Serif 4",Charter,Georgia,"Times New Roman",serif;overflow-wrap:break-word}
main{max-width:42rem;margin:0 auto;padding:1.5rem 1rem 3rem}article{border-top:1px solid var(--line);padding-top:1rem;margin-top:2rem}article:first-child{border:0;margin:0}
h1,h2,h3{line-height:1.25;text-wrap:balance}h1,h2{font-size:1.5rem}h3{font-size:1.15rem;margin-bottom:.3rem}.check{background:var(--tint);padding:.5rem .8rem;font-weight:600}li{margin:.4rem 0}
@media print{:root{--ink:#000;--paper:#fff;--tint:#fff;--line:#999}.check{border:2px solid #000}article+article{break-before:page}@page{margin:2.2cm}}`;

/** Text whose addresses can be followed, without the mark that ends their sentence. */
const linked = (text: string): Html =>
  html`${text
    .split(/(https:\/\/\S*[^\s.,;:)”»])/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${breakable(part)}</a>` : html`${part}`))}`;

function written(block: LetterBlock, level: "first" | "later"): Html {
  switch (block.kind) {
    case "title":
      return level === "first" ? html`<h1>${block.text}</h1>` : html`<h2>${block.text}</h2>`;
    case "heading":
      return html`<h3>${block.text}</h3>`;
    case "check":
      return html`<p class="check">${block.text}</p>`;
    case "paragraph":
      return html`<p>${linked(block.text)}</p>`;
    case "lines":
      return html`<p>${block.lines.map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}</p>`;
    case "list":
      return html`<ul>${block.items.map(
        ({ name, text }) => html`<li>${name === undefined ? undefined : html`<strong>${name}.</strong> `}${text}</li>`,
      )}</ul>`;
  }
}

/**
 * The parts of a letter, each an article in its language; text is escaped.
 *
 * @param first whether the first title is the page's own heading, or stands under one
 */
export function letterArticles(parts: readonly LetterPart[], first: "first" | "later"): readonly Html[] {
  return parts.map(
    ({ language, blocks }, index) =>
      html`<article lang="${language}">${blocks.map((block) => written(block, index === 0 ? first : "later"))}</article>`,
  );
}

/** A letter as one HTML file; each part begins on its own printed page and says its language. */
export function letterHtml(title: string, language: Language, parts: readonly LetterPart[]): string {
  const articles = letterArticles(parts, "first");
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${trusted(style)}</style></head>
<body><main>${articles}</main></body></html>
`.markup;
}
