import { codeLists } from "../code-lists.ts";
import { entityDetails } from "../entities/entity-details.ts";
import { type EntityName, entityNames } from "../entities/entity-schemas.ts";
import type { Field } from "../field.ts";
import { fieldsOf } from "../fields.ts";
import type { Language } from "../language.ts";
import { listDelimiter } from "./table-schema.ts";

/** A column of a blank template: its header and what to tell the person who fills it in. */
export type TemplateColumn = {
  readonly header: string;
  readonly title: string;
  readonly note: string;
  readonly required: boolean;
  /** Codes of new records, for a list to choose from; absent for free values. */
  readonly codes?: readonly { readonly code: string; readonly title: string }[];
  /** True when a cell may hold several codes, separated by `;`. */
  readonly multiple: boolean;
};

/** A blank table to fill in, one kind of record. */
export type TemplateTable = {
  readonly name: EntityName;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly TemplateColumn[];
};

/** Headers, notes and lists of choices of every blank table, for a spreadsheet in one language. Codes and headers are the same in every language. */
export function templateTables(language: Language = "en"): readonly TemplateTable[] {
  const spanish = language === "es";
  return entityNames.map((entity) => {
    const details = entityDetails[entity];
    return {
      name: entity,
      title: spanish ? details.titleEs : details.title,
      note: spanish ? details.descriptionEs : details.description,
      columns: fieldsOf(entity).map((field) => column(field, spanish)),
    };
  });
}

function column(field: Field, spanish: boolean): TemplateColumn {
  const codes = field.type === "code" && field.codeList ? codeLists[field.codeList].codes : undefined;
  return {
    header: field.name,
    title: spanish ? field.titleEs : field.title,
    note: [spanish ? field.descriptionEs : field.description, howToWrite(field, spanish)].join(" ").trim(),
    required: field.level === "seed_minimum",
    ...(codes
      ? {
          codes: codes
            .filter(({ legacy, deprecated }) => !legacy && !deprecated)
            .map(({ code, title, titleEs }) => ({ code, title: spanish ? titleEs : title })),
        }
      : {}),
    multiple: field.multiple,
  };
}

function howToWrite(field: Field, spanish: boolean): string {
  if (field.multiple)
    return spanish ? `Separe varios códigos con ${listDelimiter}` : `Separate several codes with ${listDelimiter}`;
  if (field.type === "date") return spanish ? "Escriba AAAA-MM-DD." : "Write YYYY-MM-DD.";
  if (field.type === "time") return spanish ? "Escriba HH:MM, de 00:00 a 23:59." : "Write HH:MM, from 00:00 to 23:59.";
  if (field.type === "boolean") return spanish ? "Escriba true o false." : "Write true or false.";
  if (field.type === "object" || field.type === "list") return spanish ? "Escriba JSON." : "Write JSON.";
  return "";
}

/** The header line of an entity's blank CSV. */
export function blankCsv(entity: EntityName): string {
  return `${fieldsOf(entity)
    .map(({ name }) => name)
    .join(",")}\n`;
}
