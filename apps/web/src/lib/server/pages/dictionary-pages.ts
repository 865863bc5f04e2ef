import { codeLists, codeTitle, dictionaryJson, type Field, isCodeListId, type Language } from "@evenhand/standard";
import { dictionaryWords, fieldTypeWords } from "@evenhand/standard/published/dictionary-words";
import { breakable } from "@evenhand/toolkit/report/page/breakable";
import { dataTable, textCell } from "@evenhand/toolkit/report/page/data-table";
import { type Html, html } from "@evenhand/toolkit/report/page/html";
import { openWords } from "@evenhand/toolkit/report/words/words";
import { addresses } from "../../addresses.ts";
import type { Page } from "../../page.ts";
import { siteWords } from "../../words/site-words.ts";
import type { Asked } from "../page-load.ts";

/** What a record holds, field by field, with the way to every code list. */
export function dictionaryPage({ language }: Asked): Page {
  const terms = dictionaryWords[language];
  const say = siteWords(language);
  const to = addresses(language);
  const isSpanish = language === "es";
  const { version, entities, importOnlyFields, codeLists: lists } = dictionaryJson();
  const records = entities.map(
    ({ name, title, titleEs, description, descriptionEs, fields }) =>
      html`<h3 class="spaced" id="${`entity-${name}`}">${isSpanish ? titleEs : title} <code>${name}</code></h3><p>${
        isSpanish ? descriptionEs : description
      }</p>${fieldTable(fields, isSpanish ? titleEs : title, language)}`,
  );
  const contents = entities.map(
    ({ name, title, titleEs }) => html`<li><a href="${`#entity-${name}`}">${isSpanish ? titleEs : title}</a></li>`,
  );
  const markup = html`<h1>${terms.title}</h1><p class="small">${terms.version} ${version}</p><p class="lede">${terms.intro}</p><p>${
    terms.missing
  }</p><ul class="downloads"><li><a href="/dictionary.json">${say("dictionary-json")}</a></li><li><a href="/dictionary/fields.csv">${say(
    "dictionary-fields-csv",
  )}</a></li></ul><nav class="parts" aria-label="${terms.contents}"><h2>${terms.contents}</h2><ul>${contents}<li><a href="#import-only">${
    terms.importOnly
  }</a></li><li><a href="#code-lists">${terms.codeLists}</a></li></ul></nav><h2 id="records">${terms.records}</h2>${records}<h2 id="import-only">${
    terms.importOnly
  }</h2><p>${terms.importOnlyNote}</p>${fieldTable(importOnlyFields, terms.importOnly, language)}<h2 id="code-lists">${
    terms.codeLists
  }</h2><ul class="choices">${lists.map(
    ({ id, codes }) =>
      html`<li><a href="${to.codeList(id)}"><code>${id}</code></a> <span class="small">${say("dictionary-codes", {
        count: codes.length,
      })}</span></li>`,
  )}</ul>`;
  return { title: terms.title, description: terms.intro, markup: markup.markup };
}

function fieldTable(fields: readonly Field[], caption: string, language: Language): Html {
  const terms = dictionaryWords[language];
  const isSpanish = language === "es";
  return html`<div class="fields">${dataTable({
    caption,
    label: openWords(language).say("page.scroll", { caption }),
    head: [terms.field, terms.holds, terms.kind, terms.level, terms.privacy].map(textCell),
    rows: fields.map((field) => [
      textCell(
        html`${isSpanish ? field.titleEs : field.title}<br><code>${breakable(field.importOnly ? field.id : field.name)}</code>`,
      ),
      textCell(isSpanish ? field.descriptionEs : field.description),
      textCell(kind(field, language)),
      textCell(codeTitle("level", field.level, language)),
      textCell(codeTitle("privacy", field.privacy, language)),
    ]),
  })}</div>`;
}

function kind({ type, codeList, multiple, unit }: Field, language: Language): Html | string {
  const terms = dictionaryWords[language];
  if (codeList && type === "code")
    return html`${multiple ? terms.several : terms.one} <a href="${addresses(language).codeList(codeList)}"><code>${breakable(codeList)}</code></a>`;
  const word = (text: string) => fieldTypeWords[language][text] ?? text;
  return unit === undefined ? word(type) : `${word(type)}, ${word(unit)}`;
}

/** The codes of one list; undefined when there is no list of that name. */
export function codeListPage({ language, params }: Asked): Page | undefined {
  const { list = "" } = params;
  if (!isCodeListId(list)) return undefined;
  const terms = dictionaryWords[language];
  const say = siteWords(language);
  const isSpanish = language === "es";
  const title = say("dictionary-list-title", { list });
  const markup = html`<p class="kicker"><a href="${addresses(language).dictionary}">${terms.title}</a></p><h1>${title}</h1><ul class="downloads"><li><a href="${`/dictionary/${list}.csv`}">CSV</a></li></ul><div class="codes">${dataTable(
    {
      caption: title,
      label: openWords(language).say("page.scroll", { caption: title }),
      head: [terms.name, terms.means, terms.from].map(textCell),
      rows: codeLists[list].codes.map((code) => {
        const marks = [code.legacy ? terms.legacy : "", code.deprecated ? terms.retired : ""]
          .filter(Boolean)
          .join(". ");
        return [
          textCell(html`${isSpanish ? code.titleEs : code.title}<br><code>${breakable(code.code)}</code>`),
          textCell(
            html`${isSpanish ? code.definitionEs : code.definition}${marks === "" ? undefined : html` <em>${marks}.</em>`}`,
          ),
          textCell(isSpanish ? html`<span lang="en">${code.source}</span>` : code.source),
        ];
      }),
    },
  )}</div>`;
  return { title, markup: markup.markup };
}
