import type { z } from "zod";
import { type EntityName, entityNames, entitySchemas } from "./entities/entity-schemas.ts";
import type { FieldMeta } from "./entities/field-meta.ts";
import { importOnlyFields } from "./entities/import-only-fields.ts";
import type { Field } from "./field.ts";

/** The fields of an entity's records in their order, without the `_missing` companions and without import-only fields. */
export function fieldsOf(entity: EntityName): readonly Field[] {
  const shape: Readonly<Record<string, z.ZodType>> = entitySchemas[entity].shape;
  return Object.entries(shape).flatMap(([name, schema]) => {
    const meta = schema.meta() as FieldMeta | undefined;
    if (!meta) return [];
    const { fieldType, multiple = false, ...rest } = meta;
    return [{ id: `${entity}.${name}`, entity, name, type: fieldType, multiple, ...rest }];
  });
}

/** Whether an entity's records have `<name>_missing`. */
export function hasMissing(entity: EntityName, name: string): boolean {
  return Object.hasOwn(entitySchemas[entity].shape, `${name}_missing`);
}

/** Every field of the standard: those of records, and those that are only read on import. */
export const fields: readonly Field[] = [...entityNames.flatMap(fieldsOf), ...importOnlyFields];

const fieldByName = new Map(fields.map((field) => [field.id, field]));

/** The field with this id (`entity.name`), or undefined. */
export function fieldById(id: string): Field | undefined {
  return fieldByName.get(id);
}
