import type { Finding } from "@evenhand/standard";
import { changeStatement } from "../words/change/change-statement.ts";
import { recordingItems } from "../words/change/recording-statement.ts";
import { subjectSentence } from "../words/change/subject-sentence.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { findingAnchor } from "./anchors.ts";
import { type ChangeParts, changeFigure } from "./change-figure.ts";
import { changeNote } from "./change-note.ts";
import { changeNumbers } from "./change-numbers.ts";
import { changeTitle } from "./change-title.ts";
import { type Html, html } from "./html.ts";

const also = (text: string): Html => html`<p class="also">${text}</p>`;

/** One finding about an event: its sentence, what it rests on, its chart, its table, and how sure it is. */
export function changeFinding(finding: Finding, ofEvent: readonly Finding[], parts: ChangeParts): Html {
  const { words } = parts;
  const statement = changeStatement(finding, words, ofEvent);
  const headline = statement?.headline ?? findingSentence(finding, words);
  const subject = subjectSentence(finding, parts.one.event, words);
  const before = [...(statement?.more ?? []), ...(subject === undefined ? [] : [subject])];
  const found = finding.measure === "recording" ? recordingItems(finding, words) : [];
  const list =
    found.length === 0 ? undefined : html`<ul class="found">${found.map((text) => html`<li>${text}</li>`)}</ul>`;
  return html`<section class="finding" id="${findingAnchor(finding.id)}"><div class="body"><p class="kicker">${changeTitle(
    finding,
    words,
  )}</p><h4 class="said">${headline}</h4>${before.map(also)}${list}${changeFigure(finding, ofEvent, parts)}${(
    statement?.after ?? []
  ).map(also)}${changeNumbers(finding, words)}</div>${changeNote(finding, words)}</section>`;
}
