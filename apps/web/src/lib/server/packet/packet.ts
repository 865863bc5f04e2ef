import type { Finding, Language } from "@evenhand/standard";
import { findingChart } from "@evenhand/toolkit/report/charts/finding-chart";
import { changeFigure } from "@evenhand/toolkit/report/page/change-figure";
import { findingTitle } from "@evenhand/toolkit/report/page/finding-alone";
import { type Html, html, trusted } from "@evenhand/toolkit/report/page/html";
import { listedEvents } from "@evenhand/toolkit/report/words/change/listed-events";
import { mainChangeSentence } from "@evenhand/toolkit/report/words/change/main-change";
import { findingSentence } from "@evenhand/toolkit/report/words/finding-sentence";
import { gapSummary } from "@evenhand/toolkit/report/words/gap-summary";
import { missingSentence } from "@evenhand/toolkit/report/words/missing-sentence";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Term } from "../glossary.ts";
import type { OpenPlace } from "../place-index.ts";
import { packetQuestions } from "./packet-questions.ts";
import { packetTerms } from "./packet-terms.ts";

/** One finding as a packet shows it. */
export type PacketFinding = {
  readonly id: string;
  readonly title: string;
  /** Its own page. */
  readonly href: string;
  readonly sentence: string;
  readonly missing?: string;
  /** A chart in two widths, with its caption; absent where a sentence says it better. */
  readonly figure?: Html;
};

/** What a packet for a meeting holds, whatever it is written on. */
export type Packet = {
  readonly language: Language;
  readonly title: string;
  readonly place: string;
  /** Which release, of which day. */
  readonly source: string;
  /** The place is made up, and how that is said. */
  readonly fiction?: string;
  readonly findings: readonly PacketFinding[];
  /** What the files leave out, and what to know before a number is used. */
  readonly missing: readonly string[];
  readonly questions: readonly string[];
  readonly terms: readonly Term[];
  /** Where everything can be checked. */
  readonly address: string;
};

/**
 * The packet of a place from the findings chosen.
 *
 * @param origin where the public reaches the site
 */
export function makePacket(
  open: OpenPlace,
  chosen: readonly Finding[],
  { language, origin }: { readonly language: Language; readonly origin: string },
): Packet {
  const { place, answers } = open;
  const words = openWords(language);
  const say = siteWords(language);
  const { release, findings, isFictional } = answers;
  const summary = gapSummary(findings, words);
  return {
    language,
    title: say("packet-title", { place: place.name }),
    place: place.name,
    source: words.say("page.meta.release", { date: words.date(release.date), hash: release.hash.slice(0, 8) }),
    ...(isFictional ? { fiction: words.say("page.fiction", { agency: place.name }) } : {}),
    findings: chosen.map((finding) => packetFinding(finding, open, words)),
    missing: [...(summary === undefined ? [] : [summary]), say("packet-know-missing"), say("packet-know-difference")],
    questions: packetQuestions(answers, chosen, language),
    terms: packetTerms(chosen, language),
    address: `${origin}${addresses(language).place(place.id)}`,
  };
}

function packetFinding(finding: Finding, { place, answers }: OpenPlace, words: Words): PacketFinding {
  const isChange = finding.question === "change";
  const missing = isChange ? undefined : missingSentence(finding, words);
  const figure = isChange ? eventFigure(finding, answers, words) : ownFigure(finding, words);
  return {
    id: finding.id,
    title: findingTitle(finding, words),
    href: addresses(words.language).finding(place.id, finding.id),
    sentence: isChange ? mainChangeSentence(finding, answers.findings, words) : findingSentence(finding, words),
    ...(missing === undefined ? {} : { missing }),
    ...(figure === undefined ? {} : { figure }),
  };
}

/** Without boundaries, so that areas are bars: a map's shades are lost on a copier. */
function ownFigure(finding: Finding, words: Words): Html | undefined {
  const chart = findingChart(finding, words);
  return chart && html`<figure>${trusted(chart.svg)}<figcaption>${chart.caption}</figcaption></figure>`;
}

function eventFigure(finding: Finding, { findings, events }: OpenPlace["answers"], words: Words): Html | undefined {
  const ofEvent = findings.filter(
    ({ question, values }) => question === "change" && values?.event === finding.values?.event,
  );
  const listed = listedEvents(events, findings);
  const one = listed.find(({ event }) => event.id === finding.values?.event);
  return one && changeFigure(finding, ofEvent, { one, listed, words });
}
