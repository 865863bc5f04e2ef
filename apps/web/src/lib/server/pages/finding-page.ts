import { findingSection } from "@evenhand/toolkit/report/page/finding-section";
import { html } from "@evenhand/toolkit/report/page/html";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { measureText } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";
import type { OpenPlace } from "../place-index.ts";

/** One finding with everything needed to check it; undefined when the release has none of that id. */
export function findingPage({ place, answers }: OpenPlace, { language, params }: Asked): Page | undefined {
  const { finding: id = "" } = params;
  const finding = answers.findings.find((candidate) => candidate.id === id);
  if (finding === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const { release } = answers;
  const to = addresses(language);
  const sentence = findingSentence(finding, words);
  const own = to.finding(place.id, id);
  const section = findingSection(finding, [], words, answers.boundaries)
    .markup.replace("<h3>", "<h1>")
    .replace("</h3>", "</h1>");
  const facts: readonly (readonly [string, string])[] = [
    [say("fact-method"), finding.method],
    [say("fact-unit"), words.say(`say.units.${finding.unit}`)],
    [say("fact-known"), words.number(finding.denominator)],
    [say("fact-total"), words.number(finding.total)],
    [say("fact-release"), `${release.date}, ${release.hash}`],
    [say("fact-id"), finding.id],
  ];
  const cite = say("citation", {
    sentence,
    place: place.name,
    date: words.date(release.date),
    hash: release.hash.slice(0, 8),
  });
  const markup = html`${{ markup: section }}
<h2>${say("check-title")}</h2><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<h2>${say("take-title")}</h2><ul class="downloads">${["json", "csv", "svg"].flatMap((form) =>
    form === "svg" && !section.includes("<svg")
      ? []
      : [html`<li><a href="${`${own}.${form}`}">${form.toUpperCase()}</a></li>`],
  )}</ul>
<h2>${say("cite-title")}</h2><p>${cite}</p>`;
  return {
    title: `${measureText("title", finding, words)}: ${place.name}`,
    description: sentence,
    markup: markup.markup,
  };
}
