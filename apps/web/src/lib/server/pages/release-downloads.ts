import type { Language } from "@evenhand/standard";
import { dataTable, numberCell, textCell } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords, type Words } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import { type SiteKey, type SiteSay, siteWords } from "../../words/site-words.ts";
import { readAnswers } from "../files/read-answers.ts";
import { findingsFile, workbookFile } from "../files/release-download.ts";
import { publishedTables, type ReleaseFile, releaseFiles } from "../files/release-file.ts";
import { sizeText } from "../files/size-text.ts";
import { isGivenAsCsv, mostWorkbookRows, workbookLimit } from "../files/table-forms.ts";
import { mostSheetRows } from "../files/write-workbook.ts";
import type { Place, PublishedRelease } from "../place-index.ts";

type Asked = { readonly place: Place; readonly language: Language };

/** Everything that can be had of one release: tables in each form, the whole as one workbook, and its descriptions. */
export async function releaseDownloads(published: PublishedRelease, { place, language }: Asked): Promise<Html> {
  const say = siteWords(language);
  const words = openWords(language);
  const files = await releaseFiles(published);
  const link = (file: string) => addresses(language).releaseFile(place.id, published.name, file);
  const hasFindings = (await readAnswers(place, published.name)) !== undefined;
  const described = files.filter(({ name }) => name.endsWith(".json"));
  return html`<h2 id="tables">${say("data-tables")}</h2><p>${say("data-tables-about")}</p>${tablesTable(
    published,
    files,
    { say, words, link },
  )}<h2 id="whole">${say("data-whole")}</h2><ul class="downloads"><li>${workbookLine(published, { say, words, link })}</li>${
    hasFindings ? html`<li><a href="${link(findingsFile)}">${say("data-findings")}</a></li>` : undefined
  }${described.map(
    ({ name, bytes }) =>
      html`<li><a href="${link(name)}">${name}</a> (${sizeText(bytes, words)}): ${say(`data-file-${name.slice(0, -".json".length)}` as SiteKey)}</li>`,
  )}</ul>`;
}

type With = { readonly say: SiteSay; readonly words: Words; readonly link: (file: string) => string };

function tablesTable({ release }: PublishedRelease, files: readonly ReleaseFile[], { say, words, link }: With): Html {
  const tables = publishedTables.flatMap((table) => {
    const file = files.find(({ name }) => name === `${table}.parquet`);
    return file === undefined ? [] : [{ table, file, rows: release.tables[table] }];
  });
  const caption = say("data-tables");
  const table = dataTable({
    caption,
    label: words.say("page.scroll", { caption }),
    head: [
      textCell(say("data-table")),
      textCell(say("data-holds")),
      numberCell(say("data-rows")),
      textCell("CSV"),
      textCell("Parquet"),
    ],
    rows: tables.map(({ table, file, rows }) => [
      textCell(html`<code>${table}</code>`),
      textCell(say(`data-table-${table}` as SiteKey)),
      numberCell(rows === undefined ? "–" : words.number(rows)),
      textCell(
        isGivenAsCsv(rows ?? 0)
          ? html`<a href="${link(`${table}.csv`)}">CSV<span class="hidden">: ${table}</span></a>`
          : say("data-csv-too-long"),
      ),
      textCell(
        html`<a href="${link(file.name)}">Parquet<span class="hidden">: ${table}</span></a> <span class="small">(${sizeText(file.bytes, words)})</span>`,
      ),
    ]),
  });
  return html`<div class="files">${table}</div>`;
}

function workbookLine({ release }: PublishedRelease, { say, words, link }: With): Html | string {
  const limit = workbookLimit(release);
  if (limit === undefined) return html`<a href="${link(workbookFile)}">${say("data-xlsx")}</a>`;
  return limit === "sheet"
    ? say("data-xlsx-sheet", { most: words.number(mostSheetRows) })
    : say("data-xlsx-long", { most: words.number(mostWorkbookRows) });
}
