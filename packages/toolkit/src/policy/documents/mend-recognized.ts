import { vocabularyOf } from "./mend-words.ts";

/** Letters that recognition takes for one another in small print: what it writes, and what may stand there. */
const confused: readonly (readonly [string, string])[] = [
  ["m", "rn"],
  ["m", "rri"],
  ["mi", "rri"],
  ["n", "ri"],
  ["n", "rr"],
  ["vv", "w"],
  ["d", "cl"],
  ["ii", "ll"],
  ["1", "l"],
  ["0", "o"],
];

/** Short words that recognition joins to a neighbor. */
const joined = ["a", "an", "the", "of", "or", "to", "in", "is", "be", "by", "if", "and", "not"];

const { isWord } = vocabularyOf([]);

/**
 * Puts right a word that recognition misread: only where the word is none of policies' words and exactly one change of
 * letters that look alike, or one gap beside a short word, makes it one. Names and rare words stay as they are. Not for
 * text that a file holds itself: that is never misread.
 *
 * @example mendRecognized("Waming") // "Warning"
 */
export function mendRecognized(word: string): string {
  const [, before = "", core = "", after = ""] = /^([^\p{L}\d]*)([\p{L}\d]*)([^\p{L}\d]*)$/u.exec(word) ?? [];
  if (core.length < 3 || !/\p{L}/u.test(core) || isWord(core)) return word;
  const changed = new Set(confused.flatMap(([seen, meant]) => replacedOnce(core, seen, meant)).filter(isWord));
  const [only, ...others] = changed.size > 0 ? changed : new Set(gapped(core));
  return only === undefined || others.length > 0 ? word : before + only + after;
}

/**
 * Puts right the sign after the number that opens a line, where recognition saw a point as a colon or comma. For the first
 * word of a line before a capital only.
 *
 * @example mendRecognizedMarker("9:", "Use") // "9."
 */
export const mendRecognizedMarker = (first: string, next: string): string =>
  /^\p{Lu}/u.test(next) ? first.replace(/^(\d{1,2}|[A-Z])[:;,]$/, "$1.") : first;

/** The word with each occurrence, one at a time, exchanged. */
function replacedOnce(word: string, seen: string, meant: string): readonly string[] {
  const found: string[] = [];
  for (let at = word.indexOf(seen); at >= 0; at = word.indexOf(seen, at + 1))
    found.push(word.slice(0, at) + meant + word.slice(at + seen.length));
  return found;
}

/** Both pieces must be words and one of them short and common: "oran" is "or an", "ora" is "or a". */
function gapped(word: string): readonly string[] {
  if (!/^\p{L}\p{Ll}+$/u.test(word)) return [];
  return Array.from(
    { length: word.length - 1 },
    (_, index) => [word.slice(0, index + 1), word.slice(index + 1)] as const,
  )
    .filter(([left, right]) => joined.includes(left.toLowerCase()) && joined.includes(right))
    .map(([left, right]) => `${left} ${right}`);
}
