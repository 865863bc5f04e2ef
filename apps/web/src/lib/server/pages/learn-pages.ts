import type { Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { guideDocuments, methodDocuments } from "../documents.ts";
import { glossaryList } from "../glossary.ts";
import { type FollowLink, renderMarkdown } from "../markdown.ts";
import type { Asked } from "../page-load.ts";

/** Guides in the order they are read. */
export const guideIds: readonly string[] = [
  "read-a-finding",
  "ask-of-tracking",
  "ask-of-policy",
  "reduce-force",
  "start-a-group",
  "first-three-meetings",
  "glossary",
];

/** Where the guides take their subjects from. */
const sourceAddress =
  "https://policingequity.org/newsroom/official-statements/cpe-publishes-a-new-community-toolkit-for-improving-use-of-force-policy";

/** Every guide with its opening. */
export function learnPage({ language }: Asked): Page {
  const say = siteWords(language);
  const to = addresses(language);
  const items = guideIds.flatMap((id) => {
    const text = guideDocuments[language].get(id);
    if (text === undefined) return [];
    const { title, opening } = renderMarkdown(text, () => undefined);
    return [html`<li><a href="${to.guide(id)}">${title}</a><p>${opening}</p></li>`];
  });
  const markup = html`<h1>${say("learn-title")}</h1><p class="lede">${say("learn-about")}</p><ul class="index">${items}</ul>${source(language)}`;
  return { title: say("learn-title"), description: say("learn-about"), markup: markup.markup };
}

/** One guide; undefined when there is none of that id. */
export function guidePage({ language, params }: Asked): Page | undefined {
  const { guide: id = "" } = params;
  const text = guideDocuments[language].get(id);
  const at = guideIds.indexOf(id);
  if (text === undefined || at < 0) return undefined;
  const say = siteWords(language);
  const to = addresses(language);
  const { title, opening, body } = renderMarkdown(text, followGuide(language));
  const next = guideIds[at + 1];
  const nextTitle = next && guideTitle(next, language);
  const markup = html`<p class="kicker"><a href="${to.learn}">${say("learn-title")}</a></p><h1>${title}</h1><div class="guide">${body}${
    id === "glossary" ? glossaryList(language) : undefined
  }</div>${next && nextTitle && html`<p>${say("learn-next")} <a href="${to.guide(next)}">${nextTitle}</a></p>`}${source(language)}`;
  return { title, description: opening, markup: markup.markup };
}

/** A guide by its title, with the way to it. */
export const guideLink = (id: string, language: Language): Html =>
  html`<a href="${addresses(language).guide(id)}">${guideTitle(id, language) ?? id}</a>`;

function guideTitle(id: string, language: Language): string | undefined {
  const text = guideDocuments[language].get(id);
  return text === undefined ? undefined : renderMarkdown(text, () => undefined).title;
}

function source(language: Language): Html {
  const say = siteWords(language);
  return html`<p class="small">${say("learn-source")} <a href="${sourceAddress}">${say("learn-source-name")}</a></p>`;
}

/** `glossary.md` leads to that guide, `../../methods/count.md` (from Spanish `../../methods/es/count.md`) to that method. */
const followGuide =
  (language: Language): FollowLink =>
  (target) => {
    const [, guide = ""] = /^([a-z0-9-]+)\.md$/.exec(target) ?? [];
    if (guideDocuments[language].has(guide)) return addresses(language).guide(guide);
    const [, method = ""] = /^\.\.\/\.\.\/methods\/(?:es\/)?([a-z0-9-]+)\.md$/.exec(target) ?? [];
    return methodDocuments[language].has(method) ? addresses(language).method(method) : undefined;
  };
