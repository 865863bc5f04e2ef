import { findPhrases } from "./find-phrases.ts";
import type { Mark } from "./mark.ts";
import { ruleWords } from "./rule-words.ts";

/**
 * The vague words of a sentence that leave a duty to judgment, as written: "if feasible", "when practicable". Lists:
 * `rules/hedges.json`. Not for "should", which is a modality.
 *
 * @example findHedges("Officers shall render aid if feasible.").map(({ text }) => text) // ["if feasible"]
 */
export function findHedges(text: string, more: readonly string[] = []): Mark[] {
  const marks = [...findPhrases(ruleWords.hedges, text), ...findPhrases(more, text)].toSorted(
    (a, b) => a.start - b.start,
  );
  return marks.filter((mark, index) => index === 0 || mark.start >= (marks[index - 1]?.end ?? 0));
}
