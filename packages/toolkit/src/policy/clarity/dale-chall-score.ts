/** @see daleChallScore */
export type FamiliarCounts = {
  readonly words: number;
  readonly sentences: number;
  /** Words that are not on the list of familiar words. */
  readonly unfamiliar: number;
};

/**
 * The formula of Dale and Chall: 0.1579 × percent of unfamiliar words + 0.0496 × words per sentence, and 3.6365 more
 * where above 5 percent are unfamiliar. It is the Dale–Chall score only when `unfamiliar` was counted with their list of
 * 3,000 words, which we do not carry because we could not make sure that it is free to carry. With our own list
 * ({@link isEverydayWord}) the result is called the everyday-words score, and never Dale–Chall.
 *
 * Source: Dale & Chall (1948), Educational Research Bulletin 27, 11–20 and 37–54.
 *
 * @throws RangeError if there is no sentence or no word, or more words are unfamiliar than there are
 * @example daleChallScore({ words: 100, sentences: 5, unfamiliar: 10 }) // 6.2075
 */
export function daleChallScore({ words, sentences, unfamiliar }: FamiliarCounts): number {
  if (!(words > 0)) throw new RangeError(`invalid words; must be above 0: ${words}`);
  if (!(sentences > 0)) throw new RangeError(`invalid sentences; must be above 0: ${sentences}`);
  if (!(0 <= unfamiliar && unfamiliar <= words))
    throw new RangeError(`invalid unfamiliar; not in [0, ${words}]: ${unfamiliar}`);
  const percent = (100 * unfamiliar) / words;
  return 0.1579 * percent + 0.0496 * (words / sentences) + (percent > 5 ? 3.6365 : 0);
}
