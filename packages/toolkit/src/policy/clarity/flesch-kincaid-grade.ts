/** Counts of a text, for the formulas of reading grade. */
export type TextCounts = { readonly words: number; readonly sentences: number; readonly syllables: number };

/**
 * Flesch–Kincaid grade: years of US school at which a text can be read; 0.39 × words per sentence + 11.8 × syllables per
 * word − 15.59. Not for Spanish, tables or lists of names; below some 100 words it jumps about. A long sentence that is
 * easy to follow and a short one that is not score the same as any other: read the sentences that are quoted.
 *
 * Source: Kincaid, Fishburne, Rogers & Chissom (1975), Research Branch Report 8-75, Naval Air Station Memphis.
 *
 * @throws RangeError if there is no sentence or no word
 * @example fleschKincaidGrade({ words: 13, sentences: 1, syllables: 24 }) // 11.26…
 */
export function fleschKincaidGrade({ words, sentences, syllables }: TextCounts): number {
  if (!(words > 0)) throw new RangeError(`invalid words; must be above 0: ${words}`);
  if (!(sentences > 0)) throw new RangeError(`invalid sentences; must be above 0: ${sentences}`);
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}
