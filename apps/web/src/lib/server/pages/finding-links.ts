import type { Finding, Language } from "@evenhand/standard";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { measureText } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Place } from "../place-index.ts";

/** A finding's section, with the way to its own page. */
export function withOwnPage(finding: Finding, section: Html, place: Place, language: Language): Html {
  const title = measureText("title", finding, openWords(language));
  return html`${section}<p class="also"><a href="${addresses(language).finding(place.id, finding.id)}">${siteWords(
    language,
  )("own-page")}<span class="hidden">: ${title}</span></a></p>`;
}

/** A section as a page of its own: its heading becomes the page's, and every finding is linked. */
export function asPage(section: Html, findings: readonly Finding[], place: Place, language: Language): Html {
  return html`${headed(section)}${findingList(findings, place, language)}`;
}

/** The section's own heading as the page's. */
export const headed = ({ markup }: Html): Html => ({
  markup: markup.replace(/<h2([^>]*)>(.*?)<\/h2>/s, "<h1$1>$2</h1>"),
});

/** Each finding by name, with the way to its own page. */
export function findingList(findings: readonly Finding[], place: Place, language: Language): Html {
  const words = openWords(language);
  const to = addresses(language);
  return html`<h2>${siteWords(language)("each-finding")}</h2><ul>${findings.map(
    (finding) =>
      html`<li><a href="${to.finding(place.id, finding.id)}">${measureText("title", finding, words)} (${words.say(
        `say.units.${finding.unit}`,
      )})</a></li>`,
  )}</ul>`;
}
