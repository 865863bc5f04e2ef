/**
 * SMOG grade: years of US school needed to understand a text in full, from its words of three or more syllables in
 * thirty sentences; 1.0430 × √(long words × 30 / sentences) + 3.1291. It was fitted on samples of 30 sentences: with
 * fewer it is undefined here, not guessed. Reads some two grades higher than Flesch–Kincaid, because it stands for full
 * understanding.
 *
 * Source: McLaughlin (1969), Journal of Reading 12(8), 639–646.
 *
 * @param longWords words of three or more syllables, repetitions counted
 * @throws RangeError if a count is negative
 * @example smogGrade({ longWords: 49, sentences: 30 }) // 10.4301…
 */
export function smogGrade({
  longWords,
  sentences,
}: {
  readonly longWords: number;
  readonly sentences: number;
}): number | undefined {
  if (!(longWords >= 0)) throw new RangeError(`invalid longWords; must be 0 or more: ${longWords}`);
  if (!(sentences >= 0)) throw new RangeError(`invalid sentences; must be 0 or more: ${sentences}`);
  return sentences < 30 ? undefined : 1.043 * Math.sqrt((longWords * 30) / sentences) + 3.1291;
}
