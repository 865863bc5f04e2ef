import type { Finding } from "@evenhand/standard";
import type { Boundaries } from "../charts/boundaries.ts";
import { findingChart } from "../charts/finding-chart.ts";
import { disparityStatement } from "../words/disparity/disparity-statement.ts";
import { findingSentence } from "../words/finding-sentence.ts";
import { footprintStatement } from "../words/footprint/footprint-statement.ts";
import { missingSentence } from "../words/missing-sentence.ts";
import { measureText } from "../words/titles.ts";
import { unlockText } from "../words/unlock-text.ts";
import type { Words } from "../words/words.ts";
import { findingAnchor } from "./anchors.ts";
import { findingNote } from "./finding-note.ts";
import { caveatText, findingTable, tableCaption } from "./finding-table.ts";
import { howSure } from "./how-sure.ts";
import { type Html, html, trusted } from "./html.ts";
import { mapLegend } from "./map-legend.ts";

const also = (text: string): Html => html`<p class="also">${text}</p>`;

/** What would answer a finding that cannot be said yet. */
function unlock(finding: Finding, words: Words): string | undefined {
  if (finding.shown !== "cannot-say") return undefined;
  return words.say("page.unlock", { unlock: unlockText(finding, words) });
}

/** Why it cannot be said: the reason's sentence. */
function why(finding: Finding, words: Words): string | undefined {
  if (finding.shown !== "cannot-say" || finding.reason === undefined) return undefined;
  return words.say("page.reason", { reason: caveatText(finding.reason, words) });
}

function otherUnits(findings: readonly Finding[], words: Words): Html | undefined {
  if (findings.length === 0) return undefined;
  return html`<details><summary>${words.say("say.other-units")}</summary>${findings.map(
    (finding) =>
      html`<h4 id="${findingAnchor(finding.id)}">${measureText("title", finding, words)}: ${words.say(`say.units.${finding.unit}`)}</h4><p>${findingSentence(
        finding,
        words,
      )} ${finding.shown === "cannot-say" ? why(finding, words) : missingSentence(finding, words)}</p>${
        finding.rows.length > 0 ? findingTable(finding, words) : undefined
      }`,
  )}</details>`;
}

/**
 * One finding as a reader meets it: kicker, sentence, what is missing, what else a comparison says, chart, its table
 * twin, the same question in other units, how sure it is, and the side note.
 */
export function findingSection(
  finding: Finding,
  inOtherUnits: readonly Finding[],
  words: Words,
  boundaries?: Boundaries,
): Html {
  const chart = findingChart(finding, words, boundaries);
  const table = finding.rows.length > 0 ? findingTable(finding, words) : undefined;
  const captioned =
    chart &&
    html`<figure>${trusted(chart.svg)}<figcaption>${chart.caption}${chart.classes && mapLegend(chart.classes, words)}</figcaption></figure>`;
  const numbers =
    table && (chart || finding.question === "gap")
      ? html`<details><summary>${words.say("page.numbers")}<span class="hidden">: ${tableCaption(finding, words)}</span></summary>${table}</details>`
      : table;
  const statement = disparityStatement(finding, words) ?? footprintStatement(finding, words);
  const texts = [
    finding.shown === "cannot-say" ? why(finding, words) : undefined,
    finding.question === "gap" ? undefined : missingSentence(finding, words),
    unlock(finding, words),
    ...(statement?.more ?? []),
  ].flatMap((text) => (text === undefined ? [] : [also(text)]));
  return html`<section class="finding" id="${findingAnchor(finding.id)}"><div class="body"><p class="kicker">${measureText("title", finding, words)}</p><h3>${findingSentence(
    finding,
    words,
  )}</h3>${texts}${captioned}${(statement?.after ?? []).map(also)}${numbers}${otherUnits(inOtherUnits, words)}${howSure(finding, words)}</div>${findingNote(finding, words)}</section>`;
}
