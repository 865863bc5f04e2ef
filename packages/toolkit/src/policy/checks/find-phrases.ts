import type { Mark } from "./mark.ts";
import { phrasePattern } from "./phrase-pattern.ts";

/**
 * Every place where one of the phrases stands in a text, in the text's own words.
 *
 * @example findPhrases(["interven*"], "must intervene") // [{ start: 5, end: 14, text: "intervene" }]
 */
export function findPhrases(phrases: readonly string[], text: string): Mark[] {
  if (phrases.length === 0) return [];
  return Array.from(text.matchAll(phrasePattern(phrases)), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
  }));
}
