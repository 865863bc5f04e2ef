import { findPhrases } from "./find-phrases.ts";
import type { Mark } from "./mark.ts";
import { ruleWords } from "./rule-words.ts";

/**
 * References to another document ("see Policy 319", "in accordance with General Order 4-12"), as written with the
 * number that follows. References inside the same document ("see section 300.4", "this policy") are not among them. Lists: `rules/references.json`.
 */
export function findReferences(text: string): Mark[] {
  return findPhrases(ruleWords.references, text)
    .map((mark) => {
      const number =
        /^[\s#:(]*(?:no\.?\s*)?(?:[\dA-Z][\d.A-Z-]*)?\d(?:[\d.A-Z-]*[\dA-Z])?/.exec(text.slice(mark.end))?.[0] ?? "";
      return {
        start: mark.start,
        end: mark.end + number.length,
        text: text.slice(mark.start, mark.end + number.length),
      };
    })
    .filter(({ text: words }) => !/\bthis\b/i.test(words));
}
