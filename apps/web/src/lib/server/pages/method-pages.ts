import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { methodDocuments } from "../documents.ts";
import { type FollowLink, type RenderedMarkdown, renderMarkdown } from "../markdown.ts";
import type { Asked } from "../page-load.ts";

/** Every method by title, with what it answers. */
export function methodsPage({ language }: Asked): Page {
  const say = siteWords(language);
  const to = addresses(language);
  const methods = [...methodDocuments.en.keys()]
    .flatMap((id) => {
      const read = readMethod(id, language);
      return read === undefined ? [] : [{ id, ...read }];
    })
    .toSorted((one, other) => one.title.localeCompare(other.title, language));
  const markup = html`<h1>${say("methods-title")}</h1><p class="lede">${say("methods-about")}</p><ul class="index">${methods.map(
    ({ id, title, opening }) =>
      html`<li><a href="${to.method(id)}">${withoutId(title)}</a><p>${withoutLabel(opening)}</p></li>`,
  )}</ul>`;
  return { title: say("methods-title"), description: say("methods-about"), markup: markup.markup };
}

/** How one published number is made; undefined when there is no method of that id. */
export function methodPage({ language, params }: Asked): Page | undefined {
  const { method: id = "" } = params;
  const read = readMethod(id, language);
  if (read === undefined) return undefined;
  const say = siteWords(language);
  const to = addresses(language);
  const title = withoutId(read.title);
  const markup = html`<p class="kicker"><a href="${to.methods}">${say("methods-title")}</a></p><h1>${title}</h1><div class="guide">${
    read.body
  }</div><p class="small">${say("methods-id", { id })}</p>`;
  return { title: `${title}: ${say("methods-title")}`, description: withoutLabel(read.opening), markup: markup.markup };
}

/** A method by its title, with the way to its page; its id alone where it has none. */
export function methodLink(id: string, language: Language): Html {
  const read = readMethod(id, language);
  return read === undefined
    ? html`${id}`
    : html`<a href="${addresses(language).method(id)}">${withoutId(read.title)}</a> (${id})`;
}

function readMethod(id: string, language: Language): RenderedMarkdown | undefined {
  const text = methodDocuments[language].get(id);
  return text === undefined ? undefined : renderMarkdown(text, followMethod(language));
}

/** `count.md` beside a method leads to that method's page. */
const followMethod =
  (language: Language): FollowLink =>
  (target) => {
    const [, id = "", anchor = ""] = /^(?:\.\/)?([a-z0-9-]+)\.md(#[a-z0-9-]+)?$/.exec(target) ?? [];
    return methodDocuments[language].has(id) ? `${addresses(language).method(id)}${anchor}` : undefined;
  };

/** "Counts (`count`)" is headed "Counts": the id stands below. */
const withoutId = (title: string): string => title.replace(/\s*\([a-z0-9, -]+\)\s*$/, "");

/** "What it answers. How many…" without its label, and without a last sentence that opens a list. */
const withoutLabel = (text: string): string =>
  text.replace(/^(What it answers|Qué responde)\.\s*/, "").replace(/\s[^.?]*:$/, "");
