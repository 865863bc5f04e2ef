import type { Issue } from "@evenhand/standard";
import type { TextTable } from "./text-table.ts";

/** Headers by what they mean, as plain words: see {@link headerWord}. */
export type HeaderWords = Readonly<Record<string, readonly string[]>>;

/**
 * A header as plain words: small letters without accents, `enteredBy` and `entered_by` as `entered by`.
 *
 * @example headerWord("Título_es") // "titulo es"
 */
export const headerWord = (header: string): string =>
  header
    .replace(/([a-z])([A-Z])/gu, "$1 $2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, " ")
    .trim();

/** What a header means, or undefined. */
export const roleOf = (header: string, words: HeaderWords): string | undefined =>
  Object.keys(words).find((role) => words[role]?.includes(headerWord(header)));

/** Where each part of a record stands, and a note for every column that is not read. */
export function columnPlaces(
  { name, columns }: TextTable,
  words: HeaderWords,
): { readonly places: ReadonlyMap<string, number>; readonly issues: readonly Issue[] } {
  const places = new Map<string, number>();
  const issues: Issue[] = [];
  for (const [index, column] of columns.entries()) {
    const role = roleOf(column, words);
    if (role !== undefined && !places.has(role)) places.set(role, index);
    else if (column !== "")
      issues.push({
        code: "column-not-read",
        severity: "note",
        file: name,
        column,
        count: 1,
        message:
          role === undefined
            ? `Column “${column}” is not read. Columns that are: ${Object.keys(words).join(", ")}.`
            : `Column “${column}” is not read: another column says the same (${role}).`,
      });
  }
  return { places, issues };
}
