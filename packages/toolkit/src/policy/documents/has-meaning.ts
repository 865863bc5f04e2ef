/** Letters below which nothing is concluded. */
const fewLetters = 150;

/** Share of unreadable signs from which a text is not language. */
const mostUnreadable = 0.1;

/** Least share of the commonest words in a page of prose. */
const leastCommon = 0.03;

/** Least share of letters that stand in something built like a word; lists and forms have few common words. */
const leastWordlike = 0.6;

const wordlike = /^(?=.*[aeiouy])(?!.*[^aeiouy]{5})\p{L}{3,}$/u;

const common = new Set(
  "the of and to in or be is for by any an shall will with that on not as at from this may are if when all who which use force officer officers police department member members policy order general page procedure section report".split(
    " ",
  ),
);

/**
 * Whether letters form words, and are not the numbers of glyphs ("(cid:12)"), private signs, or letters moved about by
 * a font without a table of letters. Short texts are given the benefit of the doubt.
 *
 * @example hasMeaning("(cid:49)(cid:56)".repeat(40)) // false
 */
export function hasMeaning(text: string): boolean {
  const glyphs = text.match(/\(cid:\d+\)/g)?.length ?? 0;
  const rest = text.replace(/\(cid:\d+\)/g, "").replace(/\s/g, "");
  const strange = rest.match(/[\p{Co}\p{Cn}\p{Cc}\uFFFD]/gu)?.length ?? 0;
  const signs = rest.length + glyphs;
  if (glyphs + strange > Math.max(10, signs * mostUnreadable)) return false;
  if (rest.length < fewLetters) return true;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = rest.match(/\p{L}/gu)?.length ?? 0;
  if (letters < fewLetters) return true;
  return (
    words.filter((word) => common.has(word)).length >= words.length * leastCommon ||
    words.filter((word) => wordlike.test(word)).join("").length >= letters * leastWordlike
  );
}
