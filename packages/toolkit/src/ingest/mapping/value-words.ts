import { findCode } from "@evenhand/standard";
import letters from "../vocabulary/letters.json" with { type: "json" };
import missing from "../vocabulary/missing-words.json" with { type: "json" };
import patternDocument from "../vocabulary/patterns.json" with { type: "json" };
import document from "../vocabulary/values.json" with { type: "json" };
import { ageBandOf } from "./age-band.ts";
import { type FieldEntry, findField } from "./field-catalogue.ts";
import type { Target } from "./mapping.ts";

/** What is known of the agency; resolves letters and codes that differ by place. */
export type Place = { readonly name: string; readonly state?: string };

/** What a value was understood as, and how: by its exact words, a letter table, a pattern, or as missing. */
export type Meaning = { readonly target: Target; readonly by: "words" | "letters" | "pattern" | "missing" };

type Letters = Readonly<Record<string, Target>>;

const targetByWord = new Map<string, Map<string, string>>();
for (const [list, codes] of Object.entries(document.lists)) {
  const words = new Map<string, string>();
  for (const [target, values] of Object.entries(codes))
    for (const value of Object.keys(values)) words.set(value, target);
  targetByWord.set(list, words);
}

const missingByWord = new Map<string, string>();
for (const [reason, words] of Object.entries(missing.words))
  for (const word of words) missingByWord.set(word, `?${reason}`);

const patterns = patternDocument.patterns.map((rule) => ({ ...rule, pattern: new RegExp(rule.pattern, "u") }));

const prefix = /^(?:expired code-|- |l[1-4]-)\s*/u;
const wrapping = /^["'*([]+|["'*)\]]+$/gu;

/** A letter in fewer rows than this share is a slip of the pen: it stays open, the others are read. */
const strayShare = 0.01;

/** Whether a list of values.json knows this exact word. */
export function isKnownWord(entry: FieldEntry, value: string): boolean {
  return entry.words.some((list) => targetByWord.get(list)?.has(value) ?? false);
}

/** The missing reason that a word stands for in any column, such as `?not_recorded` for `null`. */
export const missingTarget = (value: string): string | undefined => missingByWord.get(value);

/**
 * The letters and short codes of a column, where they can be told: by the agency, or because the column's own set of
 * letters explains itself. Undefined when they cannot; nothing is guessed letter by letter.
 */
export function lettersOf(
  list: string,
  values: ReadonlyMap<string, number>,
  place: Place,
): { letters: Letters; source: string } | undefined {
  const rows = [...values.values()].reduce((sum, count) => sum + count, 0);
  const short = [...values.keys()].filter((value) => /^[a-z]{1,3}$/u.test(value));
  if (short.length === 0) return undefined;
  const agency = place.name.toLowerCase();
  const state = place.state?.toUpperCase();
  const local = letters.places.find(
    (table) =>
      table.list === list &&
      table.agencies.some((name: string) => agency.includes(name)) &&
      (state === undefined || state === table.state) &&
      short.some((value) => Object.hasOwn(table.values, value)),
  );
  const general = letters.general.find(
    (table) =>
      table.list === list &&
      table.needs.every((letter) => short.includes(letter)) &&
      short.every(
        (value) =>
          value.length > 1 ||
          Object.hasOwn(table.values, value) ||
          (table.allows as readonly string[]).includes(value) ||
          Object.hasOwn(local?.values ?? {}, value) ||
          (values.get(value) ?? 0) < strayShare * rows,
      ),
  );
  if (!local && !general) return undefined;
  const merged = { ...(general?.values ?? {}), ...(local?.values ?? {}) } as Letters;
  return { letters: merged, source: [local?.source, general?.source].filter(Boolean).join("; ") };
}

/** Makes a target of the list's words valid for the field: its own code, another field's code, or undefined. */
function asTarget(entry: FieldEntry, target: Target): Target | undefined {
  if (typeof target !== "string") {
    const parts = target.map((part) => asTarget(entry, part));
    return parts.every((part) => typeof part === "string") ? (parts as string[]) : undefined;
  }
  if (target.startsWith("?") || target.startsWith("!")) return target;
  if (target.includes("=")) {
    const [field = "", code = ""] = target.split("=");
    const list = findField(field)?.codes;
    return list && findCode(list, code) ? target : undefined;
  }
  return entry.codes && findCode(entry.codes, target) ? target : undefined;
}

/**
 * What a normalised value means in a field, or undefined when it is not understood: then it is left out of the
 * mapping for a person to decide.
 */
export function meaningOf(entry: FieldEntry, value: string, table?: Letters): Meaning | undefined {
  if (entry.id === "person.age") {
    const band = ageBandOf(value);
    if (band) return { target: band, by: "words" };
  }
  const letter = table && Object.hasOwn(table, value) ? table[value] : undefined;
  if (letter !== undefined) {
    const target = asTarget(entry, letter);
    if (target !== undefined) return { target, by: "letters" };
  }
  const bare = value.replace(prefix, "").replace(wrapping, "").trim();
  for (const word of [value, bare]) {
    for (const list of entry.words) {
      const found = targetByWord.get(list)?.get(word);
      if (found === "_open") return undefined;
      const target = found === undefined ? undefined : asTarget(entry, found);
      if (target !== undefined)
        return { target, by: typeof target === "string" && target.startsWith("?") ? "missing" : "words" };
    }
  }
  const reason = missingByWord.get(value) ?? missingByWord.get(bare);
  if (reason !== undefined) return { target: reason, by: "missing" };
  for (const rule of patterns) {
    if (!entry.words.includes(rule.list) || !rule.pattern.test(bare)) continue;
    const target = asTarget(entry, rule.code);
    if (target !== undefined) return { target, by: "pattern" };
  }
  return undefined;
}
