import type { Finding } from "@evenhand/standard";
import { reasonText } from "../words/disparity/reason-text.ts";
import { capital, measureText } from "../words/titles.ts";
import { unlockText } from "../words/unlock-text.ts";
import type { Words } from "../words/words.ts";
import { findingAnchor } from "./anchors.ts";
import { type Html, html } from "./html.ts";

/** Why it cannot be said and what would answer it: what makes two findings one line of the list. */
const sameReason = (finding: Finding, words: Words): string =>
  JSON.stringify([finding.reason ?? "", unlockText(finding, words)]);

/**
 * What cannot be said yet, one line for each reason, in place of a section for each.
 *
 * @param inOtherUnits the same measures in other units, named by their ids
 */
export function cannotSayList(
  findings: readonly Finding[],
  inOtherUnits: readonly Finding[],
  words: Words,
): Html | undefined {
  if (findings.length === 0) return undefined;
  const groups = [...Map.groupBy(findings, (finding) => sameReason(finding, words)).values()];
  return html`<div class="cannot-say"><h3 class="spaced">${words.say("disparity.cannot-say.title")}</h3><ul>${groups.map(
    (group) => line(group, inOtherUnits, words),
  )}</ul></div>`;
}

function line(group: readonly Finding[], inOtherUnits: readonly Finding[], words: Words): Html {
  const [first] = group;
  if (first === undefined) return html``;
  const titles = words.list([...new Set(group.map((finding) => measureText("title", finding, words)))]);
  const others = inOtherUnits.filter(({ measure }) => group.some((finding) => finding.measure === measure));
  const ids = [...group, ...others].map(
    ({ id }, index) => html`${index === 0 ? "" : ", "}<code id="${findingAnchor(id)}">${id}</code>`,
  );
  const why =
    first.reason === undefined ? undefined : words.say("page.reason", { reason: reasonText(first.reason, words) });
  return html`<li><strong>${capital(titles)}.</strong> ${why} ${words.say("page.unlock", {
    unlock: unlockText(first, words),
  })} <span class="small">${ids}</span></li>`;
}
