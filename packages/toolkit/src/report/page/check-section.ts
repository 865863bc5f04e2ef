import type { Finding, Release } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { dataTable, numberCell, textCell } from "./data-table.ts";
import { type Html, html } from "./html.ts";

/** Everything needed to make the numbers again: hashes, tables and methods. */
export function checkSection(release: Release, findings: readonly Finding[], words: Words): Html {
  const files = words.say("page.check.files");
  const tables = words.say("page.check.tables");
  const methods = [...new Set(findings.map(({ method }) => method))].toSorted();
  return html`<section aria-labelledby="check"><h2 id="check">${words.say("page.check")}</h2><p>${words.say(
    "page.check.intro",
  )}</p><p>${words.say("page.check.hash")}: <code>${release.hash}</code></p>${dataTable({
    caption: files,
    label: words.say("page.scroll", { caption: files }),
    head: [textCell(words.say("page.source.file")), textCell("sha256")],
    rows: release.snapshots.map(({ name, sha256 }) => [textCell(name), textCell(html`<code>${sha256}</code>`)]),
  })}${dataTable({
    caption: tables,
    label: words.say("page.scroll", { caption: tables }),
    head: [textCell(words.say("page.check.table")), numberCell(words.say("page.check.rows"))],
    rows: Object.entries(release.tables).map(([name, rows]) => [
      textCell(html`<code>${name}</code>`),
      numberCell(words.number(rows)),
    ]),
  })}<h3 class="spaced">${words.say("page.check.methods")}</h3><p>${words.say("page.check.methods.intro")}</p><ul>${methods.map(
    (method) =>
      html`<li><code>${method}</code>${words.has(`page.method.${method}`) ? `: ${words.say(`page.method.${method}`)}` : undefined}</li>`,
  )}</ul></section>`;
}
