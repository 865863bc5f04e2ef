import { z } from "zod";
import { missingReasons } from "../missing.ts";
import type { FieldWords, Level, Privacy } from "./field-meta.ts";

function describe<Schema extends z.ZodType>(
  typed: z.ZodType,
  schema: Schema,
  level: Level,
  privacy: Privacy,
  words: FieldWords,
) {
  const [title, titleEs, description, descriptionEs] = words;
  return schema.meta({ ...typed.meta(), title, titleEs, description, descriptionEs, level, privacy });
}

/** A field that every record has: a value, or null with a reason. */
export function minimum<Schema extends z.ZodType>(typed: Schema, privacy: Privacy, ...words: FieldWords): Schema {
  return describe(typed, typed, "seed_minimum", privacy, words);
}

/** A field that a record should have. Left out altogether, it says that the agency does not exchange it. */
export function recommended<Schema extends z.ZodType>(typed: Schema, privacy: Privacy, ...words: FieldWords) {
  return describe(typed, typed.optional(), "recommended", privacy, words);
}

/** A field that is useful where it exists. */
export function optional<Schema extends z.ZodType>(typed: Schema, privacy: Privacy, ...words: FieldWords) {
  return describe(typed, typed.optional(), "optional", privacy, words);
}

const missingReason = z.enum(missingReasons).nullable().optional();

/** Adds `<field>_missing` for each field named: why it is null. Null or left out when the field has a value. */
export function withMissing<Shape extends z.ZodRawShape, Name extends keyof Shape & string>(
  shape: Shape,
  names: readonly Name[],
): Shape & { [Key in Name as `${Key}_missing`]: typeof missingReason } {
  const missing = Object.fromEntries(names.map((name) => [`${name}_missing`, missingReason]));
  return { ...shape, ...missing } as Shape & { [Key in Name as `${Key}_missing`]: typeof missingReason };
}
