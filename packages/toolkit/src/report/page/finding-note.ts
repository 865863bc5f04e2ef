import type { Finding } from "@evenhand/standard";
import { isDisparity } from "../words/disparity/disparity-statement.ts";
import { isFootprint } from "../words/footprint/footprint-statement.ts";
import { missingCount } from "../words/missing-count.ts";
import { missingReasons } from "../words/missing-sentence.ts";
import type { Words } from "../words/words.ts";
import { caveatText } from "./finding-table.ts";
import { type Html, html } from "./html.ts";

const paragraph = (text: string | undefined): Html[] => (text === undefined ? [] : [html`<p>${text}</p>`]);

/**
 * The side note of a finding: how it may be shown, why, what is missing, what was counted, and what to know of it. The
 * caveats of a comparison stand in its longer text on how sure it is.
 */
export function findingNote(finding: Finding, words: Words): Html {
  const { denominator, total, unit, interval } = finding;
  const missing = missingCount(finding);
  const lines = [
    // A finding that cannot be said has its reason in its text already.
    ...paragraph(
      finding.reason === undefined || finding.shown === "cannot-say" ? undefined : caveatText(finding.reason, words),
    ),
    ...(missing > 0 ? paragraph(missingReasons(finding, words)) : []),
    ...paragraph(words.say(`say.counted.${unit}`)),
    ...paragraph(
      !isDisparity(finding) && !isFootprint(finding) && finding.rows.some((row) => row.share !== undefined)
        ? words.say("page.note.denominator", { denominator, total: words.say(`say.unit.${unit}`, { n: total }) })
        : undefined,
    ),
    ...paragraph(
      interval === undefined || finding.shown !== "full"
        ? undefined
        : words.say("page.note.interval", words.percentRange(interval)),
    ),
    ...(isDisparity(finding) ? [] : finding.caveats)
      .filter((id) => id !== finding.reason)
      .flatMap((id) => paragraph(caveatText(id, words))),
  ];
  return html`<aside class="note" aria-label="${words.say("page.note.label")}: ${finding.id}"><p><span class="sure">${words.say(
    `page.sure.${finding.shown}`,
  )}</span></p>${lines}<p class="check">${words.say("page.note.check", { id: finding.id, method: finding.method })}</p></aside>`;
}
