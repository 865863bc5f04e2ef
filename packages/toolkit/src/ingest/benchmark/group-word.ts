import { codeLists, findCode } from "@evenhand/standard";
import { findField } from "../mapping/field-catalogue.ts";
import { normaliseValue } from "../mapping/normalise-value.ts";
import { meaningOf } from "../mapping/value-words.ts";
import words from "./words.json" with { type: "json" };

/** What a word for a group of people means in a file of counts. */
export type GroupWord =
  | {
      readonly means: "group";
      /** Code of `race_ethnicity`. */
      readonly code: string;
      /** Whether Hispanic people are left out of the group, or the group is Hispanic people, or it does not say. */
      readonly hispanic: "left-out" | "only" | "unsaid";
      /** Says `alone`, as tables of the Census Bureau do. */
      readonly isAlone: boolean;
      /** The usual word for the whole group, not for a part of it such as `Chinese`. */
      readonly isWhole: boolean;
      /** Written as our code, so that groups do not overlap. */
      readonly isCode: boolean;
    }
  | { readonly means: "total" }
  /** Everybody who is not Hispanic: the sum of other rows. */
  | { readonly means: "not-hispanic" }
  /** A word for people whose group is not known, or that are no people. */
  | { readonly means: "no-group"; readonly reason: string };

const entry = findField("person.race_ethnicity");
const withoutMarks = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "");
const totals = new Set(words.totals);
const leavesHispanicOut =
  /\b(?:not|non)[ -]?(?:hispanic|latin[oaex]?)(?:(?: or |\/| )(?:latin[oaex]?|hispanic))?|\bnh\b|\bno hispan[oa]s?(?: (?:o|ni) latin[oa]s?)?/gu;
const quietWords =
  /\b(?:alone|only|people|persons|residents|population|drivers|individuals|(?:of )?any race|de cualquier raza|no hispana)\b|[()[\],]/gu;

const codeByWord = new Map<string, string>(
  [
    ...codeLists.race_ethnicity.codes.flatMap(({ code, title, titleEs }) => [
      [code.replaceAll("_", " "), code] as const,
      [title.toLowerCase(), code] as const,
      [titleEs.toLowerCase(), code] as const,
    ]),
    ...Object.entries(words.groups).flatMap(([code, list]) => list.map((word) => [word, code] as const)),
  ].map(([word, code]) => [tidy(withoutMarks(word)), code]),
);

/**
 * Reads a word for a group: a code of `race_ethnicity`, a total, or undefined for a word that is not understood. Uses
 * the vocabulary of published values and the words of census tables (`White alone, not Hispanic or Latino`).
 *
 * @example readGroupWord("Not Hispanic: Asian alone") // { means: "group", code: "asian", hispanic: "left-out" }
 */
export function readGroupWord(text: string): GroupWord | undefined {
  const written = normaliseValue(text);
  const plain = tidy(withoutMarks(written).replace(/[_:;]+|!!/gu, " "));
  if (plain === "") return undefined;
  if (totals.has(plain)) return { means: "total" };
  const rest = tidy(plain.replace(leavesHispanicOut, " ").replace(quietWords, " "));
  const isLeftOut = plain.search(leavesHispanicOut) >= 0;
  if (rest === "") return isLeftOut ? { means: "not-hispanic" } : { means: "total" };
  const found = meaning(written) ?? meaning(rest) ?? hispanicPart(rest);
  if (found === undefined) return undefined;
  if (found.startsWith("?") || found.startsWith("!")) return { means: "no-group", reason: found.slice(1) };
  const wholes = (words.wholes as Readonly<Record<string, readonly string[]>>)[found] ?? [];
  return {
    means: "group",
    code: found,
    hispanic: found === "hispanic_latino" ? "only" : isLeftOut ? "left-out" : "unsaid",
    isAlone: /\balone\b/u.test(plain),
    isWhole: wholes.includes(rest) || findCode("race_ethnicity", written) !== undefined,
    isCode: written.includes("_") && findCode("race_ethnicity", written) !== undefined,
  };
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/^[\s;,–-]+|[\s;,–-]+$/gu, "")
    .replace(/^(?:or|and) | (?:or|and)$/gu, "");
}

/** Code, `?reason` or `!disposition` of a word; undefined for words that are open or stand for several codes. */
function meaning(word: string): string | undefined {
  if (findCode("race_ethnicity", word) !== undefined) return word;
  const own = codeByWord.get(tidy(withoutMarks(word)));
  if (own !== undefined) return own;
  const target = entry === undefined ? undefined : meaningOf(entry, word)?.target;
  return typeof target === "string" && !target.includes("=") ? target : undefined;
}

/** `Black Hispanic` and `White, Hispanic` are parts of Hispanic people of any race. */
function hispanicPart(rest: string): string | undefined {
  const other = tidy(rest.replace(/\b(?:hispanic|latin[oaex])\b|[-/]/gu, " "));
  return other !== rest && meaning(other) !== undefined ? "hispanic_latino" : undefined;
}
