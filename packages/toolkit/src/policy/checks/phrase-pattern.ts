const separator = String.raw`[\s\-–—"“”'’,()®]{0,4}`;
const patternByPhrases = new WeakMap<readonly string[], RegExp>();

/**
 * The pattern of phrases as they are written in rules, so that a lawyer can correct them without knowing regular
 * expressions: words in any case; a space also stands for a hyphen, a comma, a quotation mark or nothing
 * (`choke hold` finds "chokehold" and "choke-hold"); `*` ends a word in any way (`interven*`); `(a|b)` is either;
 * `[the]` may be left out; `...` is up to eight words of the same sentence, `...3` up to three. Whole words only.
 *
 * @throws RangeError where a phrase has signs that mean nothing here (`?`, `...` inside square brackets)
 *
 * Not for meaning: it says where words stand, never whether they order or forbid.
 *
 * @example phrasePattern(["choke hold*"]).test("Choke-holds are banned") // true
 */
export function phrasePattern(phrases: readonly string[]): RegExp {
  const known = patternByPhrases.get(phrases);
  if (known !== undefined) {
    known.lastIndex = 0;
    return known;
  }
  const pattern = new RegExp(`(?<![\\w])(?:${phrases.map(phraseSource).join("|")})(?!\\w)`, "gi");
  patternByPhrases.set(phrases, pattern);
  return pattern;
}

function phraseSource(phrase: string): string {
  if (/\?|\[[^\]]*\.\.\.|\[[^\]]*$/.test(phrase)) throw new RangeError(`invalid phrase; signs not known: ${phrase}`);
  return phrase
    .trim()
    .replaceAll(/[+^${}\\?]/g, String.raw`\$&`)
    .replaceAll(/\[([^\]]+)\] ?/g, "(?:(?:$1) )?")
    .split(/\s*(\.\.\.\d*)\s*/)
    .map((part) => (part.startsWith("...") ? gap(Number(part.slice(3) || "8")) : wordsSource(part)))
    .join("");
}

const wordsSource = (words: string): string =>
  words.replaceAll(
    /[.*' ]/g,
    (sign) => ({ ".": String.raw`\.`, "*": String.raw`\w*`, "'": "['’]" })[sign] ?? separator,
  );

const gap = (words: number): string => String.raw`[^\w.;:]+(?:[\w’'-]+[^\w.;:]+){0,${words}}?`;
