import type { Release, UnitCount } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import { dataTable, numberCell, textCell } from "./data-table.ts";
import { type Html, html } from "./html.ts";

const basisKey = (basis: UnitCount["basis"], columns: readonly string[]): string =>
  basis === "attributes" && columns.length === 0 ? "page.basis.attributes.none" : `page.basis.${basis}`;

/** What the report is made from: files, lines and what could be counted. */
export function sourceSection(release: Release, words: Words): Html {
  const files = words.say("page.source.files");
  const units = words.say("page.source.units");
  const columns = (names: readonly string[]) =>
    names.length === 0 ? words.say("page.basis.columns.none") : words.list(names);
  return html`<section aria-labelledby="source"><h2 id="source">${words.say("page.source")}</h2><p>${words.say(
    "page.source.what",
  )}</p><p>${words.say("page.source.lines", release.lines)}</p>${dataTable({
    caption: files,
    label: words.say("page.scroll", { caption: files }),
    head: [
      textCell(words.say("page.source.file")),
      numberCell(words.say("page.source.bytes")),
      textCell(words.say("page.source.got")),
    ],
    rows: release.snapshots.map(({ name, bytes, url, retrievedOn }) => {
      const got = [retrievedOn === undefined ? undefined : words.date(retrievedOn), url].filter(
        (part) => part !== undefined,
      );
      return [
        textCell(name),
        numberCell(words.number(bytes)),
        textCell(got.length > 0 ? got.join(", ") : words.say("page.source.got.none")),
      ];
    }),
  })}${dataTable({
    caption: units,
    label: words.say("page.scroll", { caption: units }),
    head: [
      textCell(words.say("page.source.unit")),
      numberCell(words.say("page.source.count")),
      textCell(words.say("page.source.basis")),
    ],
    rows: release.scope.units.map(({ unit, basis, count, columns: names }) => [
      textCell(words.say(`say.units.${unit}`)),
      count === undefined ? textCell(words.say("page.count.none")) : numberCell(words.number(count)),
      textCell(words.say(basisKey(basis, names), { columns: columns(names) })),
    ]),
  })}</section>`;
}
