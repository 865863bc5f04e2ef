import { z } from "zod";
import { codeLists } from "../code-lists.ts";
import { entityDetails } from "../entities/entity-details.ts";
import { type EntityName, entityNames, entitySchemas } from "../entities/entity-schemas.ts";
import type { Field } from "../field.ts";
import { fieldsOf, hasMissing } from "../fields.ts";
import { missingReasons } from "../missing.ts";
import { standardVersion } from "../standard-version.ts";

type Json = Record<string, unknown>;

const dialect = "https://json-schema.org/draft/2020-12/schema";
const schemaId = (name: string) => `urn:evenhand:standard:${name}:${standardVersion}`;

/** JSON Schema 2020-12 of one kind of record. Codes are `oneOf` with titles; legacy codes are marked deprecated. */
export function entityJsonSchema(entity: EntityName): Json {
  return { $schema: dialect, $id: schemaId(entity), ...body(entity) };
}

/** JSON Schema 2020-12 of a whole submission: one list per kind of record, complete in itself. */
export function submissionJsonSchema(): Json {
  return {
    $schema: dialect,
    $id: schemaId("submission"),
    title: "Use-of-force records",
    description: "Records of every kind, as one agency sends them.",
    type: "object",
    additionalProperties: false,
    properties: {
      standard: { type: "string", description: "Version of the standard, such as 0.1.0." },
      ...Object.fromEntries(
        entityNames.map((entity) => [entity, { type: "array", items: { $ref: `#/$defs/${entity}` } }]),
      ),
    },
    $defs: Object.fromEntries(entityNames.map((entity) => [entity, body(entity)])),
  };
}

function body(entity: EntityName): Json {
  const generated = z.toJSONSchema(entitySchemas[entity], { target: "draft-2020-12", io: "input" });
  const byName = new Map(fieldsOf(entity).map((field) => [field.name, field]));
  const properties = Object.entries(generated.properties ?? {}).map(([name, schema]) => {
    const field = byName.get(name);
    return [name, field ? property(field, schema as Json) : missingProperty()];
  });
  const conditions = [...byName.keys()].filter((name) => hasMissing(entity, name)).map(nullNeedsReason);
  return {
    title: entityDetails[entity].title,
    description: entityDetails[entity].description,
    type: "object",
    properties: Object.fromEntries(properties),
    required: generated.required ?? [],
    additionalProperties: false,
    ...(conditions.length > 0 ? { allOf: conditions } : {}),
  };
}

function property(field: Field, generated: Json): Json {
  const words = {
    title: field.title,
    description: field.description,
    "x-title-es": field.titleEs,
    "x-description-es": field.descriptionEs,
    "x-level": field.level,
    "x-privacy": field.privacy,
    ...(field.codeList ? { "x-code-list": field.codeList } : {}),
    ...(field.unit ? { "x-unit": field.unit } : {}),
  };
  if (field.type !== "code") return { ...words, ...withoutMeta(generated) };
  const codes = { oneOf: codeSchemas(field) };
  if (!field.multiple) return { ...words, oneOf: [...codes.oneOf, { type: "null" }] };
  return { ...words, anyOf: [{ type: "array", minItems: 1, uniqueItems: true, items: codes }, { type: "null" }] };
}

function codeSchemas(field: Field): Json[] {
  const list = field.codeList ? codeLists[field.codeList].codes : [];
  return list.map(({ code, title, legacy, deprecated }) => ({
    const: code,
    title,
    ...(legacy || deprecated ? { deprecated: true } : {}),
  }));
}

const ownMeta = [
  "title",
  "titleEs",
  "description",
  "descriptionEs",
  "level",
  "privacy",
  "fieldType",
  "codeList",
  "multiple",
  "unit",
];

function withoutMeta(schema: Json): Json {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !ownMeta.includes(key)));
}

function missingProperty(): Json {
  return {
    description: "Why the field is null; null or left out when it has a value.",
    oneOf: [
      ...missingReasons.map((reason) => ({
        const: reason,
        title: codeLists.missing_reason.codes.find(({ code }) => code === reason)?.title,
      })),
      { type: "null" },
    ],
  };
}

function nullNeedsReason(name: string): Json {
  const missing = `${name}_missing`;
  return {
    if: { properties: { [name]: { type: "null" } }, required: [name] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { [missing]: { type: "string" } }, required: [missing] },
    else: { properties: { [missing]: { type: "null" } } },
  };
}
