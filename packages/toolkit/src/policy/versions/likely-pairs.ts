import type { ClausePair } from "./clause-pair.ts";
import { gramLikeness, keyGrams } from "./match-key.ts";

/** Likeness from which clauses beside the same neighbour belong together, and clauses from elsewhere. */
const leastNear = 0.5;
const leastFar = 0.65;

/** Clauses of fewer words are only sought beside the same neighbour: "Name of the officer" is everywhere. */
const fewestWordsFar = 6;

/** A word or pair of words in more old clauses than this is no hint where to look. */
const mostPlaces = 150;

/**
 * Candidates among the clauses that have no equal: those that share at least half of their words and neighbouring words
 * and stand below or above the same neighbour, or nearly two thirds from anywhere. Most alike first, then the nearest in
 * order. A clause may be in several candidates; {@link matchClauses} takes the first.
 *
 * @param old keys of the old clauses
 * @param now keys of the new clauses
 * @param equal pairs found already, in the order of the new clauses
 * @example likelyPairs(["a", "officers should report force"], ["a", "officers shall report force"], [{ before: 0, after: 0, likeness: 1 }]) // [{ before: 1, after: 1, likeness: 0.571… }]
 */
export function likelyPairs(
  old: readonly string[],
  now: readonly string[],
  equal: readonly ClausePair[],
): readonly ClausePair[] {
  const free = {
    before: freeGrams(
      old,
      equal.map((pair) => pair.before),
    ),
    after: freeGrams(
      now,
      equal.map((pair) => pair.after),
    ),
  };
  const around = {
    before: neighboursOf(
      old.length,
      equal.map((pair) => pair.before),
    ),
    after: neighboursOf(
      now.length,
      equal.map((pair) => pair.after),
    ),
  };
  const places = placesByGram(free.before);
  const found: ClausePair[] = [];
  for (const [after, grams] of free.after) {
    const hinted = new Set(
      grams.flatMap((gram) => ((places.get(gram)?.length ?? 0) <= mostPlaces ? (places.get(gram) ?? []) : [])),
    );
    for (const before of hinted) {
      const likeness = gramLikeness(free.before.get(before) ?? [], grams);
      const [one, other] = [around.before[before], around.after[after]];
      const isNear = one?.above === other?.above || one?.below === other?.below;
      const isLong = grams.length >= 2 * fewestWordsFar - 1;
      if (isNear ? likeness >= leastNear : isLong && likeness >= leastFar) found.push({ before, after, likeness });
    }
  }
  const distance = ({ before, after }: ClausePair): number => Math.abs(before / old.length - after / now.length);
  return found.toSorted((a, b) => b.likeness - a.likeness || distance(a) - distance(b) || a.after - b.after);
}

function freeGrams(keys: readonly string[], taken: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const used = new Set(taken);
  return new Map(
    [...keys.entries()].flatMap(([index, key]) => (used.has(index) ? [] : [[index, keyGrams(key)] as const])),
  );
}

function placesByGram(grams: ReadonlyMap<number, readonly string[]>): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [index, own] of grams)
    for (const gram of own) {
      const known = places.get(gram);
      if (known === undefined) places.set(gram, [index]);
      else known.push(index);
    }
  return places;
}

/** Of every clause, the equal pairs right above and below it, by their places in the list of pairs. */
function neighboursOf(length: number, marks: readonly number[]): readonly { above: number; below: number }[] {
  const pairByIndex = new Map(marks.map((index, pair) => [index, pair]));
  const found = Array.from({ length }, () => ({ above: -1, below: marks.length }));
  let above = -1;
  for (const [index, own] of found.entries()) {
    own.above = above;
    above = pairByIndex.get(index) ?? above;
  }
  let below = marks.length;
  for (const [index, own] of [...found.entries()].toReversed()) {
    own.below = below;
    below = pairByIndex.get(index) ?? below;
  }
  return found;
}
