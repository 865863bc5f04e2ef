import { findingSection } from "@evenhand/toolkit/report/page/finding-section";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { measureText } from "@evenhand/toolkit/report/words/titles";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { findingAlternates, findingTakeAway } from "../findings/finding-take-away.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, readWorkings } from "../place-index.ts";
import { policyEntries } from "../policy/policy-entries.ts";
import { guideLink } from "./learn-pages.ts";
import { methodLink } from "./method-pages.ts";
import { workingsSection } from "./workings-section.ts";

/** One finding with everything needed to check it; undefined when the release has none of that id. */
export async function findingPage(
  { place, answers }: OpenPlace,
  { language, params }: Asked,
): Promise<Page | undefined> {
  const { finding: id = "" } = params;
  const finding = answers.findings.find((candidate) => candidate.id === id);
  if (finding === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const { release } = answers;
  const sentence = findingSentence(finding, words);
  const section = findingSection(finding, [], words, answers.boundaries)
    .markup.replace("<h3>", "<h1>")
    .replace("</h3>", "</h1>");
  const facts: readonly (readonly [string, string | Html])[] = [
    [say("fact-method"), methodLink(finding.method, language)],
    [say("fact-unit"), words.say(`say.units.${finding.unit}`)],
    [say("fact-known"), words.number(finding.denominator)],
    [say("fact-total"), words.number(finding.total)],
    [say("fact-release"), `${release.date}, ${release.hash}`],
    [say("fact-id"), finding.id],
  ];
  const workings = (await readWorkings(place))[id];
  const cite = say("citation", {
    sentence,
    place: place.name,
    date: words.date(release.date),
    hash: release.hash.slice(0, 8),
  });
  const markup = html`${{ markup: section }}
<h2>${say("check-title")}</h2><p>${guideLink("read-a-finding", language)}</p><dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
${workings === undefined ? undefined : workingsSection(workings, language)}
${findingTakeAway(finding, { place, answers }, { language, hasChart: section.includes("<svg") })}
${policyEntries(finding.id, { place, answers }, language)}
<h2>${say("cite-title")}</h2><p>${cite}</p>`;
  return {
    title: `${measureText("title", finding, words)}: ${place.name}`,
    description: sentence,
    markup: markup.markup,
    alternates: findingAlternates(finding, place, language),
  };
}
