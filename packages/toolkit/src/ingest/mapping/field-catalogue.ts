import { type CodeListId, findCode, isCodeListId } from "@evenhand/standard";
import document from "../vocabulary/fields.json" with { type: "json" };
import { type HeaderWords, ideaOf } from "./header-words.ts";
import type { Reading } from "./mapping.ts";

/** A field of the standard, as a column of a published file can fill it. */
export type FieldEntry = {
  readonly id: string;
  readonly read: Reading;
  readonly role: "any" | "person" | "person!" | "officer";
  /** Code list that its codes belong to. */
  readonly codes?: CodeListId;
  /** Lists of `values.json` that explain its values. */
  readonly words: readonly string[];
  readonly headers: readonly {
    readonly words: readonly string[];
    /** The header must say this and no more. */
    readonly isWhole: boolean;
    /** The header must name the person too. */
    readonly needsPerson: boolean;
  }[];
  /** Smallest and largest number that can be meant. */
  readonly low?: number;
  readonly high?: number;
};

function codeListOf(id: string, name: string | undefined): { codes?: CodeListId } {
  if (name === undefined) return {};
  if (!isCodeListId(name)) throw new RangeError(`invalid fields.json; ${id} names no code list: ${name}`);
  return { codes: name };
}

/** Every field that a column can be mapped to; data in `vocabulary/fields.json`. */
export const fieldEntries: readonly FieldEntry[] = document.fields.map((field) => ({
  id: field.id,
  read: field.read as Reading,
  role: field.role as FieldEntry["role"],
  ...codeListOf(field.id, field.codes),
  words: field.words ?? [],
  headers: field.headers.map((header) => ({
    words: header.replace(/^[=@]/, "").split(" ").map(ideaOf),
    isWhole: header.startsWith("="),
    needsPerson: header.startsWith("@"),
  })),
  ...(field.low === undefined ? {} : { low: field.low }),
  ...(field.high === undefined ? {} : { high: field.high }),
}));

/** Headers that count people only when the number comes first. */
const countsPeople = new Set(["number person", "number officer"]);

const entryById = new Map(fieldEntries.map((entry) => [entry.id, entry]));

/** The entry of a field id, or undefined. */
export const findField = (id: string): FieldEntry | undefined => entryById.get(id);

/** Whether a field has that code. Fields without a code list have none. */
export function fieldHasCode(id: string, code: string): boolean {
  const list = entryById.get(id)?.codes;
  return list !== undefined && findCode(list, code) !== undefined;
}

/**
 * How well a header names a field, 0–1: 1 when it says exactly that, less when it says more. `role` is whom the whole
 * table is about, for headers that name nobody.
 */
export function headerScore(entry: FieldEntry, header: HeaderWords, role: "person" | "officer" | undefined): number {
  const names = (who: "person" | "officer") => header.roles.includes(who);
  const who = header.roles.length === 0 ? role : undefined;
  if (entry.role === "officer" && !(names("officer") || who === "officer")) return 0;
  const isOfPeople = who === "person";
  if (entry.role === "person!" && !names("person") && !isOfPeople) return 0;
  if (entry.role.startsWith("person") && (who === "officer" || (names("officer") && !names("person")))) return 0;
  const roleShare =
    header.roles.length > 1 && entry.role !== "any" && header.roles[0] !== entry.role.replace("!", "") ? 0.8 : 1;

  const words = new Set(header.words);
  if (entry.role === "any") {
    if (names("person")) words.add("person");
    if (names("officer")) words.add("officer");
  }
  const quiet = entry.id.startsWith("location.") ? ["person", "officer", "location"] : ["person", "officer"];
  const isKey = entry.read === "key" && entry.role === "any";
  let best = 0;
  for (const { words: phrase, isWhole, needsPerson } of entry.headers) {
    if (!phrase.every((word) => words.has(word)) || (needsPerson && !names("person"))) continue;
    if (countsPeople.has(phrase.join(" ")) && header.startsWithRole) continue;
    const extra = [...words].filter((word) => !phrase.includes(word) && !quiet.includes(word)).length;
    if (isWhole && extra > 0) continue;
    if (entry.role === "person!" && !names("person") && extra > 0) continue;
    if (isKey && header.roles.length > 0) continue;
    best = Math.max(best, (0.5 + 0.5 * (phrase.length / (phrase.length + extra))) * (extra === 0 ? 1 : 0.95));
  }
  return best * roleShare;
}
