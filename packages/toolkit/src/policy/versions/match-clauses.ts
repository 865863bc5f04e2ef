import type { ClausePair } from "./clause-pair.ts";
import { equalPairs } from "./equal-pairs.ts";
import { likelyPairs } from "./likely-pairs.ts";
import { matchKey } from "./match-key.ts";

/**
 * Pairs the clauses of two versions: first those with the same words, then, most alike first, those that share enough
 * of their words and neighbouring words. Numbers of sections do not count as words, so that a renumbered manual is not a
 * new one. Likeness only finds the pair: what changed in it is for {@link diffWords} to show.
 *
 * Source: Dice (1945) coefficient over words and pairs of neighbouring words.
 *
 * @example matchClauses(["Officers shall report."], ["1.2 Officers shall report."]) // [{ before: 0, after: 0, likeness: 1 }]
 */
export function matchClauses(before: readonly string[], after: readonly string[]): readonly ClausePair[] {
  const old = before.map(matchKey);
  const now = after.map(matchKey);
  const equal = equalPairs(old, now);
  const takenBefore = new Set(equal.map((pair) => pair.before));
  const takenAfter = new Set(equal.map((pair) => pair.after));
  const pairs: ClausePair[] = [...equal];
  for (const pair of likelyPairs(old, now, equal)) {
    if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) continue;
    takenBefore.add(pair.before);
    takenAfter.add(pair.after);
    pairs.push(pair);
  }
  return pairs.toSorted((a, b) => a.after - b.after);
}
