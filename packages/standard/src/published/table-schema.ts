import { codeLists } from "../code-lists.ts";
import { entityDetails } from "../entities/entity-details.ts";
import { type EntityName, entityNames } from "../entities/entity-schemas.ts";
import type { FieldType } from "../entities/field-meta.ts";
import type { Field } from "../field.ts";
import { fieldsOf } from "../fields.ts";
import { missingReasons } from "../missing.ts";
import { standardVersion } from "../standard-version.ts";

type Json = Record<string, unknown>;

/** What separates the codes of a cell that holds several. */
export const listDelimiter = ";";

/** What a cell says instead of a value, and why: `?unknown`, `?refused` … An empty cell gives no reason. */
export const missingValues = [
  { value: "", label: "left blank, no reason given" },
  ...missingReasons.map((reason) => ({ value: `?${reason}`, label: reason })),
];

const typeOf: Readonly<Record<FieldType, string>> = {
  id: "string",
  code: "string",
  integer: "integer",
  number: "number",
  boolean: "boolean",
  date: "date",
  time: "time",
  text: "string",
  url: "string",
  object: "object",
  list: "array",
};

/** Frictionless Table Schema (v2) of one table, in which a missing value is written in its own cell. */
export function tableSchema(entity: EntityName): Json {
  const { primaryKey, foreignKeys } = entityDetails[entity];
  return {
    $schema: "https://datapackage.org/profiles/2.0/tableschema.json",
    fields: fieldsOf(entity).map(tableField),
    fieldsMatch: "subset",
    missingValues,
    ...(primaryKey.length > 0 ? { primaryKey } : {}),
    ...(foreignKeys.length > 0
      ? {
          foreignKeys: foreignKeys.map(({ fields, entity: resource }) => ({ fields, reference: { resource, fields } })),
        }
      : {}),
  };
}

function tableField(field: Field): Json {
  const codes = field.type === "code" && field.codeList ? codeLists[field.codeList].codes : undefined;
  const single = codes && !field.multiple;
  return {
    name: field.name,
    title: field.title,
    description: field.description,
    type: field.multiple ? "list" : typeOf[field.type],
    ...(field.multiple ? { itemType: "string", delimiter: listDelimiter } : {}),
    ...(field.type === "url" ? { format: "uri" } : {}),
    ...(field.type === "time" ? { format: "%H:%M" } : {}),
    ...(single ? { categories: codes.map(({ code, title }) => ({ value: code, label: title })) } : {}),
    constraints: {
      ...(field.type === "id" && field.level === "seed_minimum" ? { required: !nullable(field) } : {}),
      ...(single ? { enum: codes.map(({ code }) => code) } : {}),
    },
    "x-title-es": field.titleEs,
    "x-level": field.level,
    "x-privacy": field.privacy,
    ...(field.codeList ? { "x-code-list": field.codeList } : {}),
    ...(field.unit ? { "x-unit": field.unit } : {}),
  };
}

function nullable({ entity, name }: Field): boolean {
  return (
    entity !== "incident" &&
    !entityDetails[entity].primaryKey.includes(name) &&
    name !== "incident_id" &&
    name.endsWith("_id")
  );
}

/** Data Package (v2) of the blank templates: one CSV per kind of record. */
export function templateDataPackage(): Json {
  return {
    $schema: "https://datapackage.org/profiles/2.0/datapackage.json",
    name: "use-of-force-records",
    title: "Use-of-force records: blank templates",
    version: standardVersion,
    licenses: [
      { name: "Apache-2.0", path: "https://www.apache.org/licenses/LICENSE-2.0", title: "Apache License 2.0" },
    ],
    resources: entityNames.map((entity) => ({
      name: entity,
      title: entityDetails[entity].title,
      description: entityDetails[entity].description,
      path: `templates/${entity}.csv`,
      type: "table",
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: tableSchema(entity),
    })),
  };
}
