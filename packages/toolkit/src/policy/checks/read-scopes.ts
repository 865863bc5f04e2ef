import { findPhrases } from "./find-phrases.ts";
import { ruleWords } from "./rule-words.ts";

/** What a clause is limited to, from its own words and from the titles above it. */
export type Scopes = {
  readonly inWords: ReadonlySet<string>;
  readonly inTitles: ReadonlySet<string>;
};

/** Reads whether a clause speaks only of training, of people who flee, of one device … Lists: `rules/scopes.json`. */
export function readScopes(text: string, titles: readonly string[]): Scopes {
  const above = titles.join(" / ");
  const has = (phrases: readonly string[], where: string): boolean => findPhrases(phrases, where).length > 0;
  return {
    inWords: new Set(ruleWords.scopes.filter(({ phrases }) => has(phrases, text)).map(({ id }) => id)),
    inTitles: new Set(ruleWords.scopes.filter(({ titles: words }) => has(words, above)).map(({ id }) => id)),
  };
}
