import type { PolicyDocument } from "../documents/policy-document.ts";
import { type UndefinedTerm, type UnusedTerm, undefinedTerms, unusedTerms } from "./defined-terms.ts";
import { findJargon } from "./find-jargon.ts";
import { fleschKincaidGrade } from "./flesch-kincaid-grade.ts";
import { passiveDuties } from "./passive-duties.ts";
import { type CountedSentence, policySentences } from "./policy-sentences.ts";
import type { QuotedClause } from "./quote-clause.ts";
import { type ReadingGrades, readingGrades } from "./reading-grades.ts";

/** How long the sentences are, in words. */
export type SentenceLengths = {
  readonly count: number;
  readonly median: number;
  readonly mean: number;
  /** Nine in ten sentences are no longer. */
  readonly ninetieth: number;
  /** Share of sentences of more than 25 words, 0–1. */
  readonly longShare: number;
  /** The five longest, longest first. */
  readonly longest: readonly (QuotedClause & { readonly words: number })[];
};

/** Words found in a clause; `start` and `end` count in the document's text. */
export type FoundWords = {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly clause: QuotedClause;
};

/** A jargon term of the list with where it stands. */
export type JargonUse = {
  readonly term: string;
  readonly plain: { readonly en: string; readonly es: string };
  readonly source: string;
  readonly count: number;
  /** The first three places. */
  readonly places: readonly FoundWords[];
};

/** One of the sentences that are hardest to read. */
export type WorstSentence = QuotedClause & {
  readonly words: number;
  /** Flesch–Kincaid grade of this sentence alone. */
  readonly grade: number;
  readonly jargon: readonly string[];
  readonly passiveDuties: readonly string[];
};

/** How clear a policy is, or a document, or all documents of a department. */
export type Clarity = {
  /** Absent where there is no sentence. */
  readonly grades?: ReadingGrades;
  readonly sentences: SentenceLengths;
  readonly words: number;
  readonly passiveDuties: readonly FoundWords[];
  readonly jargon: readonly JargonUse[];
  readonly undefinedTerms: readonly UndefinedTerm[];
  readonly unusedTerms: readonly UnusedTerm[];
  /** The five hardest sentences, hardest first. */
  readonly worst: readonly WorstSentence[];
  /** The three sentences with the most duties that name no one, the longer first among equals. */
  readonly mostPassive: readonly WorstSentence[];
  /** The three sentences with the most different jargon terms, the longer first among equals. */
  readonly mostJargon: readonly WorstSentence[];
};

/**
 * How clear documents are, read together: reading grades, sentence lengths, duties that name no one, jargon with plain
 * words, terms without definition, and the sentences to begin with, quoted exactly.
 *
 * For English documents; the numbers mean nothing in another language. A grade judges words and sentences, not whether a
 * rule is fair or can be followed.
 */
export function auditClarity(documents: readonly PolicyDocument[]): Clarity {
  const sentences = documents.flatMap((document) =>
    document.policies.flatMap((policy) => policySentences(document, policy)),
  );
  const grades = readingGrades(sentences);
  return {
    ...(grades === undefined ? {} : { grades }),
    sentences: sentenceLengths(sentences),
    words: sentences.reduce((sum, { words }) => sum + words, 0),
    passiveDuties: sentences.flatMap(({ quote }) => passiveDuties(quote.text).map((found) => placed(found, quote))),
    jargon: jargonUses(sentences),
    undefinedTerms: undefinedTerms(documents),
    unusedTerms: unusedTerms(documents),
    ...worstSentences(sentences),
  };
}

/** How clear one policy of a document is, terms defined elsewhere in the document counting as defined. */
export function auditPolicyClarity(document: PolicyDocument, policyIndex: number): Clarity {
  const policy = document.policies[policyIndex];
  if (policy === undefined)
    throw new RangeError(`invalid policyIndex; not in [0, ${document.policies.length - 1}]: ${policyIndex}`);
  const alone = auditClarity([{ ...document, policies: [policy] }]);
  const missing = new Set(undefinedTerms([document]).map(({ term }) => term));
  return { ...alone, undefinedTerms: alone.undefinedTerms.filter(({ term }) => missing.has(term)) };
}

const placed = (
  { words, start, end }: { words: string; start: number; end: number },
  clause: QuotedClause,
): FoundWords => ({
  words,
  start: clause.start + start,
  end: clause.start + end,
  clause,
});

function sentenceLengths(sentences: readonly CountedSentence[]): SentenceLengths {
  const lengths = sentences.map(({ words }) => words).toSorted((a, b) => a - b);
  const count = lengths.length;
  const at = (share: number): number => lengths[Math.max(0, Math.ceil(share * count) - 1)] ?? 0;
  const middle = count % 2 === 1 ? at(0.5) : (at(0.5) + (lengths[count / 2] ?? 0)) / 2;
  return {
    count,
    median: middle,
    mean: count === 0 ? 0 : lengths.reduce((sum, length) => sum + length, 0) / count,
    ninetieth: at(0.9),
    longShare: count === 0 ? 0 : lengths.filter((length) => length > 25).length / count,
    longest: sentences
      .toSorted((a, b) => b.words - a.words)
      .slice(0, 5)
      .map(({ quote, words }) => ({ ...quote, words })),
  };
}

function jargonUses(sentences: readonly CountedSentence[]): readonly JargonUse[] {
  const marks = sentences.flatMap(({ quote }) => findJargon(quote.text).map((mark) => ({ mark, quote })));
  const byTerm = Map.groupBy(marks, ({ mark }) => mark.jargon);
  return [...byTerm]
    .map(([{ term, en, es, source }, found]) => ({
      term,
      plain: { en, es },
      source,
      count: found.length,
      places: found.slice(0, 3).map(({ mark, quote }) => placed(mark, quote)),
    }))
    .toSorted((a, b) => b.count - a.count || a.term.localeCompare(b.term));
}

function worstSentences(sentences: readonly CountedSentence[]): Pick<Clarity, "worst" | "mostPassive" | "mostJargon"> {
  const described = sentences.map(
    ({ quote, words, syllables }): WorstSentence => ({
      ...quote,
      words,
      grade: fleschKincaidGrade({ words, sentences: 1, syllables }),
      jargon: [...new Set(findJargon(quote.text).map(({ jargon }) => jargon.term))],
      passiveDuties: passiveDuties(quote.text).map((found) => found.words),
    }),
  );
  const most = (count: (sentence: WorstSentence) => number): readonly WorstSentence[] =>
    described
      .filter((sentence) => count(sentence) > 0)
      .toSorted((a, b) => count(b) - count(a) || b.words - a.words)
      .slice(0, 3);
  return {
    worst: described
      .filter(({ words }) => words >= 10)
      .toSorted((a, b) => b.grade - a.grade)
      .slice(0, 5),
    mostPassive: most((sentence) => sentence.passiveDuties.length),
    mostJargon: most((sentence) => sentence.jargon.length),
  };
}
