import type { Code } from "../code.ts";
import { codeTitle } from "../code-lists.ts";
import type { Field } from "../field.ts";
import { dictionaryJson } from "./dictionary-json.ts";

/** The dictionary as Markdown, in English; `DICTIONARY.md`. */
export function dictionaryMarkdown(): string {
  const { version, entities, importOnlyFields, codeLists } = dictionaryJson();
  return [
    `# Data dictionary, version ${version}`,
    "",
    "Generated from the schemas and code lists. Run: npm run generate",
    "",
    "A null needs its reason in `<field>_missing`: see the code list `missing_reason`. Level and privacy are explained in the code lists `level` and `privacy`.",
    "",
    ...entities.flatMap(({ name, title, description, fields }) => [
      `## ${title} (\`${name}\`)`,
      "",
      description,
      "",
      ...fieldTable(fields),
      "",
    ]),
    "## Read on import only",
    "",
    "Existing files hold these; records of the standard do not.",
    "",
    ...fieldTable(importOnlyFields, (field) => field.id),
    "",
    "# Code lists",
    "",
    ...codeLists.flatMap(({ id, codes }) => [`## ${id}`, "", ...codeTable(codes), ""]),
  ].join("\n");
}

function fieldTable(fields: readonly Field[], nameOf = (field: Field) => field.name): string[] {
  return [
    "| Field | Title | Type | Level | Privacy | What it holds |",
    "|---|---|---|---|---|---|",
    ...fields.map((field) =>
      row(
        `\`${nameOf(field)}\``,
        field.title,
        kind(field),
        codeTitle("level", field.level, "en"),
        codeTitle("privacy", field.privacy, "en"),
        field.description,
      ),
    ),
  ];
}

function kind({ type, codeList, multiple, unit }: Field): string {
  if (codeList && type === "code") return `${multiple ? "codes" : "code"} of [${codeList}](#${codeList})`;
  return unit ? `${type}, ${unit}` : type;
}

function codeTable(codes: readonly Code[]): string[] {
  return [
    "| Code | Title | Spanish | What it means | From |",
    "|---|---|---|---|---|",
    ...codes.map(({ code, title, titleEs, definition, source, legacy, deprecated }) =>
      row(
        `\`${code}\``,
        title,
        titleEs,
        `${definition}${legacy ? " *Existing files only.*" : ""}${deprecated ? " *Retired.*" : ""}`,
        source,
      ),
    ),
  ];
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
