import type { Finding } from "@evenhand/standard";
import { findingAlone, findingTitle, sentenceAlone } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import { findingAlternates, findingTakeAway } from "../findings/finding-take-away.ts";
import type { Asked } from "../page-load.ts";
import { type OpenPlace, readWorkings } from "../place-index.ts";
import { policyEntries } from "../policy/policy-entries.ts";
import { aboutFinding } from "./finding-links.ts";
import { mainHeading } from "./headings.ts";
import { guideLink } from "./learn-pages.ts";
import { methodLink } from "./method-pages.ts";
import { workingsSection } from "./workings-section.ts";

/** One finding with everything needed to check it; undefined when the release has none of that id. */
export async function findingPage(open: OpenPlace, { language, params }: Asked): Promise<Page | undefined> {
  const { place, answers } = open;
  const { finding: id = "" } = params;
  const finding = answers.findings.find((candidate) => candidate.id === id);
  if (finding === undefined) return undefined;
  const words = openWords(language);
  const say = siteWords(language);
  const { release } = answers;
  const sentence = sentenceAlone(finding, answers, words);
  const workings = (await readWorkings(place))[id];
  const cite = say("citation", {
    sentence,
    place: place.name,
    date: words.date(release.date),
    hash: release.hash.slice(0, 8),
  });
  const markup = html`${aboutFinding(finding, open, language)}${mainHeading(findingAlone(finding, { ...answers, isEventNamed: true }, words))}
<h2>${say("check-title")}</h2><p>${guideLink("read-a-finding", language)}</p>${factList(finding, open, language)}
${workings === undefined ? undefined : workingsSection(workings, language)}
${findingTakeAway(finding, open, language)}
${policyEntries(finding.id, open, language)}
<h2>${say("cite-title")}</h2><p>${cite}</p>`;
  return {
    title: `${findingTitle(finding, words)}: ${place.name}`,
    description: sentence,
    markup: markup.markup,
    alternates: findingAlternates(finding, place, language),
  };
}

/** What a reader who checks the finding must know of it, by name. */
function factList(finding: Finding, { answers }: OpenPlace, language: Asked["language"]): Html {
  const words = openWords(language);
  const say = siteWords(language);
  const { date, hash } = answers.release;
  const facts: readonly (readonly [string, string | Html])[] = [
    [say("fact-method"), methodLink(finding.method, language)],
    [say("fact-unit"), words.say(`say.units.${finding.unit}`)],
    [say("fact-known"), words.number(finding.denominator)],
    [say("fact-total"), words.number(finding.total)],
    [say("fact-release"), html`${words.date(date)}, <code>${hash}</code>`],
    [say("fact-id"), html`<code>${finding.id}</code>`],
  ];
  return html`<dl class="facts">${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
