import type { Language } from "@evenhand/standard";
import { letterArticles } from "@evenhand/toolkit/report/letter/letter-html";
import { letterMarkdown } from "@evenhand/toolkit/report/letter/letter-markdown";
import { html } from "@evenhand/toolkit/report/page/html";
import {
  type RegisterLetterContent,
  registerLetterParts,
} from "@evenhand/toolkit/report/register/register-letter-parts";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";
import { guideLink } from "./learn-pages.ts";

/** The records request for the policies that the public cannot read, to be printed; undefined where none is asked for. */
export function registerLetterPage(open: OpenPlace, { language }: Asked): Page | undefined {
  const content = contentOf(open, language);
  if (content === undefined) return undefined;
  const { id, name } = open.place;
  const say = siteWords(language);
  const to = addresses(language);
  const title = say("register-letter-title", { place: name });
  const markup = html`<div class="letter"><div class="no-print"><h1>${title}</h1><p class="lede">${say(
    "register-letter-about",
  )}</p><ul class="downloads"><li><a href="${to.policy(id, "register/letter")}.md">${say("letter-download")}</a></li><li><a href="${to.policy(
    id,
    "register",
  )}">${say("register-letter-back")}</a></li><li>${guideLink("ask-of-policy", language)}</li></ul></div>${letterArticles(
    registerLetterParts(content),
    "later",
  )}</div>`;
  return { title, description: say("register-letter-about"), markup: markup.markup };
}

/** The same letter as Markdown. */
export function registerLetterText(open: OpenPlace, language: Language): string | undefined {
  const content = contentOf(open, language);
  return content && letterMarkdown(registerLetterParts(content));
}

/** What the letter says, without a date or a name: those are the sender's. */
function contentOf({ answers }: OpenPlace, language: Language): RegisterLetterContent | undefined {
  const { release, register } = answers;
  const items = register?.[language].request ?? [];
  if (items.length === 0) return undefined;
  return { agency: release.agency.name, items, state: release.agency.state ?? "", language };
}
