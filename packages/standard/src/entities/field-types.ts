import { z } from "zod";
import type { CodeListId, CodeOf } from "../code-lists.ts";
import { codesOf } from "../generated/code-lists.ts";
import type { FieldType } from "./field-meta.ts";

const typed = <Schema extends z.ZodType>(schema: Schema, fieldType: FieldType): Schema => schema.meta({ fieldType });

/** One code of a list, or null with a reason in `<field>_missing`. Legacy codes pass here; `validateRecords` refuses them. */
export function code<List extends CodeListId>(list: List) {
  return z
    .enum(codesOf[list] as readonly CodeOf<List>[])
    .nullable()
    .meta({ fieldType: "code", codeList: list });
}

/** One or more codes of a list, or null with a reason. An empty list is refused: it would not say whether none was looked for. */
export function codes<List extends CodeListId>(list: List) {
  return z
    .array(z.enum(codesOf[list] as readonly CodeOf<List>[]))
    .min(1)
    .nullable()
    .meta({ fieldType: "code", codeList: list, multiple: true });
}

/** An identifier that is always there. */
export const id = () => typed(z.string().min(1), "id");
/** An identifier of another row, or null with a reason. */
export const reference = () => typed(z.string().min(1).nullable(), "id");
/** Words in free form, or null. */
export const text = () => typed(z.string().min(1).nullable(), "text");
export const url = () => typed(z.url().nullable(), "url");
/** A calendar day, `YYYY-MM-DD`, or null. */
export const date = () => typed(z.iso.date().nullable(), "date");
/** Local time, `HH:MM`, or null. */
export const time = () => typed(z.iso.time({ precision: -1 }).nullable(), "time");
export const flag = () => typed(z.boolean(), "boolean");
/** A whole number from `least` up, or null. */
export const integer = (least: number) => typed(z.int().min(least).nullable(), "integer");
/** A number between two bounds, both included, or null. */
export const number = (low: number, high: number) => typed(z.number().min(low).max(high).nullable(), "number");
