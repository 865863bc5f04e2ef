import type { Code } from "../code.ts";
import { codeTitle } from "../code-lists.ts";
import type { Field } from "../field.ts";
import type { Language } from "../language.ts";
import { dictionaryJson } from "./dictionary-json.ts";
import { dictionaryStyle } from "./dictionary-style.ts";
import { dictionaryWords, fieldTypeWords } from "./dictionary-words.ts";

/**
 * The dictionary as one HTML page in one language: complete in itself, no script, no network, readable in black and
 * white and by a screen reader.
 */
export function renderDictionary(language: Language): string {
  const { version, entities, importOnlyFields, codeLists } = dictionaryJson();
  const words = dictionaryWords[language];
  const spanish = language === "es";
  const records = entities.map((entity) => {
    const title = spanish ? entity.titleEs : entity.title;
    const description = spanish ? entity.descriptionEs : entity.description;
    return `<section><h3 id="entity-${entity.name}">${escapeHtml(title)} <code>${entity.name}</code></h3><p>${escapeHtml(description)}</p>${fieldTable(entity.fields, title, language)}</section>`;
  });
  const lists = codeLists.map(
    ({ id, codes }) =>
      `<section><h3 id="list-${id}"><code>${id}</code></h3>${codeTable(id, codes, language)}</section>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(words.title)}</title><style>${dictionaryStyle}</style></head>
<body>
<a class="skip" href="#records">${escapeHtml(words.skip)}</a>
<header><h1>${escapeHtml(words.title)}</h1><p class="note">${escapeHtml(words.version)} ${version}</p><p>${escapeHtml(words.intro)}</p><p>${escapeHtml(words.missing)}</p>${words.language ? `<p class="note">${escapeHtml(words.language)}</p>` : ""}</header>
<nav aria-label="${escapeHtml(words.contents)}"><h2>${escapeHtml(words.contents)}</h2><ul>${entities
    .map(
      ({ name, title, titleEs }) => `<li><a href="#entity-${name}">${escapeHtml(spanish ? titleEs : title)}</a></li>`,
    )
    .join(
      "",
    )}<li><a href="#import-only">${escapeHtml(words.importOnly)}</a></li><li><a href="#code-lists">${escapeHtml(words.codeLists)}</a></li></ul></nav>
<main>
<h2 id="records" tabindex="-1">${escapeHtml(words.records)}</h2>
${records.join("\n")}
<h2 id="import-only">${escapeHtml(words.importOnly)}</h2>
<p>${escapeHtml(words.importOnlyNote)}</p>
${fieldTable(importOnlyFields, words.importOnly, language)}
<h2 id="code-lists">${escapeHtml(words.codeLists)}</h2>
${lists.join("\n")}
</main>
</body>
</html>
`;
}

function fieldTable(fields: readonly Field[], caption: string, language: Language): string {
  const words = dictionaryWords[language];
  const spanish = language === "es";
  const rows = fields.map((field) => {
    const title = spanish ? field.titleEs : field.title;
    const name = field.importOnly ? field.id : field.name;
    const cells = [
      kind(field, language),
      escapeHtml(codeTitle("level", field.level, language)),
      escapeHtml(codeTitle("privacy", field.privacy, language)),
      escapeHtml(spanish ? field.descriptionEs : field.description),
    ];
    return `<tr><th scope="row"><span class="title">${escapeHtml(title)}</span><code>${name}</code></th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  return table(caption, [words.field, words.kind, words.level, words.privacy, words.holds], rows);
}

function kind({ type, codeList, multiple, unit }: Field, language: Language): string {
  const words = dictionaryWords[language];
  const types = fieldTypeWords[language];
  if (codeList && type === "code")
    return `${escapeHtml(multiple ? words.several : words.one)} <a href="#list-${codeList}"><code>${codeList}</code></a>`;
  return escapeHtml([types[type] ?? type, unit ? (types[unit] ?? unit) : ""].filter(Boolean).join(", "));
}

function codeTable(list: string, codes: readonly Code[], language: Language): string {
  const words = dictionaryWords[language];
  const english = language === "en" ? "" : ' lang="en"';
  const rows = codes.map(({ code, title, titleEs, definition, definitionEs, source, legacy, deprecated }) => {
    const marks = [legacy ? words.legacy : "", deprecated ? words.retired : ""].filter(Boolean).join(". ");
    return `<tr><th scope="row"><code>${escapeHtml(code)}</code></th><td>${escapeHtml(language === "es" ? titleEs : title)}</td><td>${escapeHtml(language === "es" ? definitionEs : definition)}${marks ? ` <em>${escapeHtml(marks)}.</em>` : ""}</td><td class="from"${english}>${escapeHtml(source)}</td></tr>`;
  });
  return table(list, [words.code, words.name, words.means, words.from], rows);
}

/** Wide tables scroll in a region of their own, which the keyboard can reach. */
function table(caption: string, headers: readonly string[], rows: readonly string[]): string {
  const label = escapeHtml(caption);
  const head = headers.map((header) => `<th scope="col">${escapeHtml(header)}</th>`).join("");
  return `<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table><caption>${label}</caption><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
