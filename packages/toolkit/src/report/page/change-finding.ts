import type { Finding } from "@evenhand/standard";
import { changeStatement } from "../words/change/change-statement.ts";
import { recordingItems } from "../words/change/recording-statement.ts";
import { subjectSentence } from "../words/change/subject-sentence.ts";
import { reasonText } from "../words/disparity/reason-text.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { findingAnchor } from "./anchors.ts";
import { type ChangeParts, changeFigure } from "./change-figure.ts";
import { changeNote } from "./change-note.ts";
import { changeNumbers } from "./change-numbers.ts";
import { changeTitle, changeTitleAlone } from "./change-title.ts";
import { type Html, html } from "./html.ts";

const also = (text: string): Html => html`<p class="also">${text}</p>`;

/** One finding about an event: its sentence, what it rests on, its chart, its table, and how sure it is. */
export function changeFinding(finding: Finding, ofEvent: readonly Finding[], parts: ChangeParts): Html {
  const { words, isApart = false, namesEvent = false } = parts;
  const title = namesEvent ? changeTitleAlone(finding, words) : changeTitle(finding, words);
  const statement = changeStatement(finding, words, ofEvent);
  const headline = statement?.headline ?? findingSentence(finding, words);
  const subject = subjectSentence(finding, parts.one.event, words);
  const follows = isApart ? [reasonText("followed-not-caused", words)] : [];
  const before = [...(statement?.more ?? []), ...(subject === undefined ? [] : [subject]), ...follows];
  const found = finding.measure === "recording" ? recordingItems(finding, words) : [];
  const list =
    found.length === 0 ? undefined : html`<ul class="found">${found.map((text) => html`<li>${text}</li>`)}</ul>`;
  return html`<section class="finding" id="${findingAnchor(finding.id)}"><div class="body"><p class="kicker">${title}</p><h4 class="said">${headline}</h4>${before.map(also)}${list}${changeFigure(finding, ofEvent, parts)}${(
    statement?.after ?? []
  ).map(also)}${changeNumbers(finding, words)}</div>${changeNote(finding, words)}</section>`;
}
