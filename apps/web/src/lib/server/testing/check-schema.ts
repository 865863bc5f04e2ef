/** A JSON Schema in the few words that our API is described with. */
export type Schema = Readonly<Record<string, unknown>>;

const known: readonly string[] = [
  "$ref",
  "type",
  "properties",
  "required",
  "additionalProperties",
  "items",
  "enum",
  "format",
  "minimum",
  "maximum",
  "default",
  "description",
];

/**
 * What is wrong with a value by a schema, as paths with reasons; a property that the schema does not name is wrong too,
 * so that the description cannot lag behind.
 *
 * @throws Error when the schema uses a word that this check does not know
 */
export function checkSchema(value: unknown, schema: Schema, document: Schema, path = "$"): readonly string[] {
  const unknown = Object.keys(schema).filter((word) => !known.includes(word));
  if (unknown.length > 0) throw new Error(`invalid schema; unknown words: ${unknown.join(", ")} at ${path}`);
  if (typeof schema.$ref === "string") return checkSchema(value, referred(schema.$ref, document), document, path);
  if (Array.isArray(schema.enum) && !schema.enum.includes(value))
    return [`${path}: not one of ${schema.enum.join(", ")}`];
  if (!isOfType(value, schema.type)) return [`${path}: not ${String(schema.type)}`];
  if (Array.isArray(value))
    return value.flatMap((item, index) =>
      checkSchema(item, (schema.items ?? {}) as Schema, document, `${path}[${index}]`),
    );
  if (typeof value !== "object" || value === null) return [];
  return checkObject(value as Schema, schema, document, path);
}

function checkObject(value: Schema, schema: Schema, document: Schema, path: string): readonly string[] {
  const properties = (schema.properties ?? {}) as Readonly<Record<string, Schema>>;
  const required = (schema.required ?? []) as readonly string[];
  const rest = schema.additionalProperties as Schema | undefined;
  const isOpen = schema.properties === undefined && rest === undefined;
  return [
    ...required.filter((name) => !(name in value)).map((name) => `${path}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, part]) => {
      const own = properties[name] ?? rest;
      if (own !== undefined) return checkSchema(part, own, document, `${path}.${name}`);
      return isOpen ? [] : [`${path}.${name}: not described`];
    }),
  ];
}

function referred(reference: string, document: Schema): Schema {
  const found = reference
    .replace("#/", "")
    .split("/")
    .reduce<unknown>((at, name) => (at as Schema | undefined)?.[name], document);
  if (found === undefined) throw new Error(`invalid schema; no ${reference}`);
  return found as Schema;
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === undefined) return true;
  if (type === "integer") return Number.isInteger(value);
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}
