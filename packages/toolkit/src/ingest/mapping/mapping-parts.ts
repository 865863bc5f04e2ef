import { MappingError } from "./mapping-error.ts";
import { nearestWord } from "./nearest-word.ts";

/** An object of a JSON file, nothing known of its values. */
type Fields = Readonly<Record<string, unknown>>;

/** An object, with no other names than those allowed. */
export function asObject(value: unknown, place: string, allowed: readonly string[] | undefined): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new MappingError(place, `must be an object, is ${describe(value)}.`);
  const fields = value as Fields;
  if (allowed) {
    for (const name of Object.keys(fields)) {
      if (!allowed.includes(name))
        throw new MappingError(place, `"${name}" is not known here.${nearestWord(name, allowed)}`);
    }
  }
  return fields;
}

/** A value in a few words, for a message. */
export const describe = (value: unknown): string =>
  value === undefined
    ? "absent"
    : value === null
      ? "null"
      : Array.isArray(value)
        ? "a list"
        : typeof value === "string"
          ? `"${value.slice(0, 60)}"`
          : typeof value === "object"
            ? "an object"
            : String(value);

/** A text that is not empty. */
export function asText(value: unknown, place: string): string {
  if (typeof value !== "string" || value === "")
    throw new MappingError(place, `must be a text, is ${describe(value)}.`);
  return value;
}

/** A list. */
export function asList(value: unknown, place: string): readonly unknown[] {
  if (!Array.isArray(value)) throw new MappingError(place, `must be a list, is ${describe(value)}.`);
  return value;
}

export function asTexts(value: unknown, place: string): readonly string[] {
  const list = asList(value, place);
  if (list.length === 0) throw new MappingError(place, "must name at least one column.");
  return list.map((item, index) => asText(item, `${place}[${index}]`));
}

/** One of some words. */
export function asWord<Word extends string>(value: unknown, place: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) {
    throw new MappingError(
      place,
      `is ${describe(value)}; must be one of ${words.join(", ")}.${typeof value === "string" ? nearestWord(value, words) : ""}`,
    );
  }
  return word;
}
