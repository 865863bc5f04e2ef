import jargon from "./jargon.json" with { type: "json" };

/** A word of police or legal speech, with plain words for it. */
export type JargonTerm = { readonly term: string; readonly en: string; readonly es: string; readonly source: string };

/** A jargon term found, in the text's own words. */
export type JargonMark = {
  readonly jargon: JargonTerm;
  readonly words: string;
  readonly start: number;
  readonly end: number;
};

/** The list, as `jargon.json` holds it: correct it there. */
export const jargonTerms: readonly JargonTerm[] = jargon;

const key = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[\s-]+/g, " ")
    .replaceAll(",", "");
const termByKey: ReadonlyMap<string, JargonTerm> = new Map(jargonTerms.map((term) => [key(term.term), term]));
const source = (term: string): string =>
  term.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll(/,?[\s-]+/g, String.raw`,?[\s-]+`);
const pattern = new RegExp(
  String.raw`(?<![\w-])(?:${jargonTerms
    .map(({ term }) => term)
    .toSorted((a, b) => b.length - a.length)
    .map(source)
    .join("|")})(?![\w-])`,
  "gi",
);

/**
 * Every jargon term in a text, the longest that fits at a place ("imminent threat", not "imminent"). A list finds words,
 * not meaning: some of them are the law's own and cannot be left out, only explained.
 *
 * @example findJargon("Officers shall utilize force.").map(({ words }) => words) // ["utilize"]
 */
export function findJargon(text: string): readonly JargonMark[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: words, index }) => {
    const found = termByKey.get(key(words));
    return found === undefined ? [] : [{ jargon: found, words, start: index, end: index + words.length }];
  });
}
