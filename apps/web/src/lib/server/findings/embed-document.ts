import type { Finding, Language } from "@evenhand/standard";
import { findingAlone, sentenceAlone } from "@evenhand/toolkit/report/page/finding-alone";
import { html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import { mainHeading } from "../pages/headings.ts";
import type { OpenPlace } from "../place-index.ts";

/** The only page that any site may put into a frame. */
export const embedPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/** One finding alone, as a whole HTML document: sentence, chart, numbers, how sure it is, and where it comes from. */
export function embedDocument(
  finding: Finding,
  { place, answers }: OpenPlace,
  { language, origin }: { readonly language: Language; readonly origin: string },
): string {
  const words = openWords(language);
  const say = siteWords(language);
  const { release, isFictional } = answers;
  const own = origin + addresses(language).finding(place.id, finding.id);
  const section = mainHeading(findingAlone(finding, answers, words));
  const notice = isFictional
    ? html`<div class="fiction" role="note"><div class="wrap"><p>${words.say("page.fiction", { agency: place.name })}</p></div></div>`
    : undefined;
  const source = say("embed-source", {
    place: place.name,
    date: words.date(release.date),
    hash: release.hash.slice(0, 8),
  });
  return html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${sentenceAlone(
    finding,
    answers,
    words,
  )}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="stylesheet" href="/style.css"><link rel="canonical" href="${own}"></head>
<body class="embed">${notice}<main class="wrap">${section}</main><footer><div class="wrap"><p>${source} <a href="${own}" target="_blank" rel="noopener">${say(
    "embed-check",
  )}<span class="hidden"> ${say("embed-new-window")}</span></a></p></div></footer></body>
</html>
`.markup;
}
