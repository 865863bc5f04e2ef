import { type Html, html } from "../page/html.ts";
import type { Words } from "../words/words.ts";
import { changeOrder, withChangeSymbol } from "./change-order.ts";
import type { VersionsPage } from "./versions-page.ts";

/** What to look at twice, then how many questions were lost, gained and so on, with links to them. */
export function versionsSummary({ cautions, provisions, counts }: VersionsPage, words: Words): Html {
  const groups = changeOrder.flatMap((change) => {
    const same = provisions.filter((provision) => provision.change === change);
    return same.length === 0 ? [] : [{ change, same }];
  });
  return html`<section aria-labelledby="summary"><h2 id="summary">${words.say("versions.summary")}</h2>${cautions.map(
    (caution) =>
      html`<p class="caution"><strong>${words.say("versions.caution")}</strong> ${words.say(`versions.caution.${caution}`)}</p>`,
  )}<p>${words.say("versions.summary.note")}</p><ul class="tally">${groups.map(
    ({ change, same }) =>
      html`<li>${withChangeSymbol(change, words.say(`versions.tally.${change}`, { count: same.length }))}${
        change === "unchanged"
          ? undefined
          : html`<ul>${same.map(({ id, question }) => html`<li><a href="#rule-${id}">${question}</a></li>`)}</ul>`
      }</li>`,
  )}</ul><p>${words.say("versions.summary.clauses", {
    removed: counts.removed,
    added: counts.added,
    reworded: counts.reworded,
    moved: counts.moved,
  })}</p></section>`;
}
