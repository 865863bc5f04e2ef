import { type Code, type CodeListId, codeLists, type Field, fields } from "@evenhand/standard";
import { csvText } from "../csv-text.ts";

/** Columns of a code list's own file, in its order; the last are there only where a list has them. */
const codeColumns: readonly (readonly [column: string, part: keyof Code])[] = [
  ["code", "code"],
  ["title", "title"],
  ["title_es", "titleEs"],
  ["definition", "definition"],
  ["definition_es", "definitionEs"],
  ["source", "source"],
  ["deprecated", "deprecated"],
  ["legacy", "legacy"],
  ["family", "family"],
  ["stage", "stage"],
  ["tier", "tier"],
  ["seed_force", "seedForce"],
  ["low", "low"],
  ["high", "high"],
  ["singular", "singular"],
  ["singular_es", "singularEs"],
];

/** A code list as CSV, in the order of the list. */
export function codeListCsv(id: CodeListId): string {
  const { codes } = codeLists[id];
  const columns = codeColumns.filter(([, part]) => codes.some((code) => code[part] !== undefined));
  const cell = (value: Code[keyof Code]) => (typeof value === "boolean" ? String(value) : (value ?? ""));
  return csvText([
    columns.map(([column]) => column),
    ...codes.map((code) => columns.map(([, part]) => cell(code[part]))),
  ]);
}

const fieldColumns = [
  "field",
  "title",
  "title_es",
  "type",
  "code_list",
  "multiple",
  "level",
  "privacy",
  "unit",
  "description",
  "description_es",
] as const;

const fieldCells = (field: Field) => [
  field.id,
  field.title,
  field.titleEs,
  field.type,
  field.codeList ?? "",
  field.multiple ? "yes" : "",
  field.level,
  field.privacy,
  field.unit ?? "",
  field.description,
  field.descriptionEs,
];

/** Every field of the standard as CSV. */
export const fieldsCsv = (): string => csvText([fieldColumns, ...fields.map(fieldCells)]);
