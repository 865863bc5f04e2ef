import { daleChallScore } from "./dale-chall-score.ts";
import { fleschKincaidGrade } from "./flesch-kincaid-grade.ts";
import type { CountedSentence } from "./policy-sentences.ts";
import { smogGrade } from "./smog-grade.ts";

/** How hard a text is to read. Grades are years of US school; 13 and more is college. */
export type ReadingGrades = {
  readonly fleschKincaid: number;
  /** Absent with fewer than thirty sentences. */
  readonly smog?: number;
  /**
   * The Dale–Chall formula over our own list of everyday words: not a Dale–Chall score. On six published policies it was
   * within half a point of a count with their list, above or below. Compare it only with itself.
   */
  readonly everydayWords: number;
  /** Share of words that are not on our list of everyday words, 0–1. */
  readonly unfamiliarShare: number;
};

/** The grades of counted sentences; undefined where there are none. */
export function readingGrades(sentences: readonly CountedSentence[]): ReadingGrades | undefined {
  const sum = (of: (sentence: CountedSentence) => number): number =>
    sentences.reduce((total, sentence) => total + of(sentence), 0);
  const words = sum((sentence) => sentence.words);
  if (words === 0) return undefined;
  const unfamiliar = sum((sentence) => sentence.unfamiliar);
  const counts = { words, sentences: sentences.length };
  const smog = smogGrade({ longWords: sum((sentence) => sentence.longWords), sentences: sentences.length });
  return {
    fleschKincaid: fleschKincaidGrade({ ...counts, syllables: sum((sentence) => sentence.syllables) }),
    ...(smog === undefined ? {} : { smog }),
    everydayWords: daleChallScore({ ...counts, unfamiliar }),
    unfamiliarShare: unfamiliar / words,
  };
}
