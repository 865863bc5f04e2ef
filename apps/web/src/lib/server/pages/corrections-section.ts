import type { Language } from "@evenhand/standard";
import type { Correction } from "@evenhand/toolkit/report/corrections";
import { findingTitle } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { OpenPlace } from "../place-index.ts";

/** What was corrected, newest first, with the findings concerned that there still are; says so when nothing was. */
export function correctionsSection(
  corrections: readonly Correction[],
  { place, answers }: OpenPlace,
  language: Language,
): Html {
  const say = siteWords(language);
  const words = openWords(language);
  const to = addresses(language);
  const items = corrections.map(({ date, what, release, findings }) => {
    const text = what[language] ?? what.en;
    const isForeign = language === "es" && what.es === undefined;
    const links = [
      ...(release === undefined ? [] : [html`<a href="${to.release(place.id, release)}">${release}</a>`]),
      ...findings.map((id) => {
        const finding = answers.findings.find((one) => one.id === id);
        return finding === undefined
          ? html`<code>${id}</code>`
          : html`<a href="${to.finding(place.id, id)}">${findingTitle(finding, words)}</a>`;
      }),
    ];
    return html`<li><strong>${words.date(date)}</strong>: ${isForeign ? html`<span lang="en">${text}</span>` : text} ${links.map(
      (link, index) => html`${index === 0 ? undefined : ", "}${link}`,
    )}</li>`;
  });
  return html`<section aria-labelledby="corrections"><h2 id="corrections">${say("data-corrections")}</h2>${
    items.length === 0 ? html`<p>${say("data-corrections-none")}</p>` : html`<ul>${items}</ul>`
  }</section>`;
}
