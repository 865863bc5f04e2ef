import type { Finding, PolicyEvent } from "@evenhand/standard";
import type { Boundaries } from "../charts/boundaries.ts";
import { type FindingChart, findingChart } from "../charts/finding-chart.ts";
import { changeStatement } from "../words/change/change-statement.ts";
import { listedEvents } from "../words/change/listed-events.ts";
import { reasonText } from "../words/disparity/reason-text.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { type ChangeParts, changeChart } from "./change-figure.ts";
import { changeFinding } from "./change-finding.ts";
import { changeTitleAlone } from "./change-title.ts";
import { findingSection } from "./finding-section.ts";
import type { Html } from "./html.ts";

/** What a finding that stands alone still needs: the others of its event, all events, and the borders of areas. */
export type FindingBeside = {
  readonly findings: readonly Finding[];
  readonly events: readonly PolicyEvent[];
  readonly boundaries?: Boundaries | undefined;
  /** The event is named right above the finding, so that its title need not name it again. */
  readonly isEventNamed?: boolean;
};

/**
 * One finding alone, with the same sentence, chart and table as on the page of its question: a finding about an event
 * never claims more here than beside the others of its event, and says itself why it refuses.
 */
export function findingAlone(finding: Finding, beside: FindingBeside, words: Words): Html {
  const event = eventParts(finding, beside, words);
  if (event === undefined) return findingSection(finding, [], words, beside.boundaries);
  return changeFinding(finding, event.ofEvent, event.parts);
}

/** The chart of a finding that stands alone, the same as {@link findingAlone} shows; undefined when it has none. */
export function chartAlone(finding: Finding, beside: FindingBeside, words: Words): FindingChart | undefined {
  const event = eventParts(finding, beside, words);
  if (event === undefined) return findingChart(finding, words, beside.boundaries);
  return changeChart(finding, event.ofEvent, event.parts);
}

/** The sentence of a finding that stands alone, the same as {@link findingAlone} has for its heading. */
export function sentenceAlone(finding: Finding, beside: FindingBeside, words: Words): string {
  const event = eventParts(finding, beside, words);
  return event === undefined
    ? findingSentence(finding, words)
    : (changeStatement(finding, words, event.ofEvent)?.headline ?? findingSentence(finding, words));
}

/** What else must be said wherever a change is quoted: what speaks for and against it, and that it names no reason. */
export function evidenceAlone(finding: Finding, beside: FindingBeside, words: Words): readonly string[] {
  const event = eventParts(finding, beside, words);
  if (event === undefined) return [];
  return [...(changeStatement(finding, words, event.ofEvent)?.more ?? []), reasonText("followed-not-caused", words)];
}

/** What a finding is called where it stands alone: its measure, and the event it is about. */
export const findingTitle = (finding: Finding, words: Words): string =>
  finding.question === "change" ? changeTitleAlone(finding, words) : measureText("title", finding, words);

type OfEvent = { readonly ofEvent: readonly Finding[]; readonly parts: ChangeParts };

function eventParts(
  finding: Finding,
  { findings, events, isEventNamed = false }: FindingBeside,
  words: Words,
): OfEvent | undefined {
  if (finding.question !== "change") return undefined;
  const own = findings.filter(({ question }) => question === "change");
  const listed = listedEvents(events, own);
  const one = listed.find(({ event }) => event.id === finding.values?.event);
  // What is refused says why by itself: the finding that tells of a change in recording does not stand beside it.
  const isTold = ({ id, measure }: Finding) => finding.shown === "full" || measure !== "recording" || id === finding.id;
  const ofEvent = own.filter((other) => other.values?.event === finding.values?.event && isTold(other));
  return one && { ofEvent, parts: { one, listed, words, isApart: true, namesEvent: !isEventNamed } };
}
