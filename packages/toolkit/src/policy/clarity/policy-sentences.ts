import type { PolicyClause, PolicyDocument, PolicyText } from "../documents/policy-document.ts";
import { countSyllables } from "./count-syllables.ts";
import { isEverydayWord } from "./is-everyday-word.ts";
import { type QuotedClause, quoteClause } from "./quote-clause.ts";
import { wordsOf } from "./words-of.ts";

/** A sentence with what the formulas need of it. */
export type CountedSentence = {
  readonly document: PolicyDocument;
  readonly clause: PolicyClause;
  readonly quote: QuotedClause;
  readonly words: number;
  readonly syllables: number;
  /** Words of three or more syllables. */
  readonly longWords: number;
  /** Words that are not on our list of everyday words; names in the middle of a sentence are not among them. */
  readonly unfamiliar: number;
};

const fewest = 3;

/**
 * The sentences of a policy, counted. A sentence, an item of a list and a definition are one each; headings and pieces
 * of fewer than three words are left out. The words before a list count once, with the sentence they stand in.
 */
export function policySentences(document: PolicyDocument, policy: PolicyText): readonly CountedSentence[] {
  return policy.clauses
    .filter(({ kind }) => kind !== "heading")
    .map((clause) => countSentence(document, clause))
    .filter(({ words }) => words >= fewest);
}

function countSentence(document: PolicyDocument, clause: PolicyClause): CountedSentence {
  const words = wordsOf(clause.text);
  const syllables = words.map(countSyllables);
  const isName = (word: string, index: number): boolean => index > 0 && /^\p{Lu}\p{Ll}/u.test(word);
  return {
    document,
    clause,
    quote: quoteClause(document, clause),
    words: words.length,
    syllables: syllables.reduce((sum, count) => sum + count, 0),
    longWords: syllables.filter((count) => count >= 3).length,
    unfamiliar: words.filter((word, index) => !isName(word, index) && !isEverydayWord(word)).length,
  };
}
