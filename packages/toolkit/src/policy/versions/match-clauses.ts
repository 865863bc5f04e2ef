/** A clause of the old version and the one of the new version that continues it, by their places in the two lists. */
export type ClausePair = { readonly before: number; readonly after: number; readonly likeness: number };

const least = 0.5;

/**
 * Pairs the clauses of two versions: first those with the same words, then, most alike first, those that share at least
 * half of their words and neighbouring words. Numbers of sections do not count as words, so that a renumbered manual is
 * not a new one. Clauses that occur several times are paired in their order. Likeness only finds the pair: what changed
 * in it is for {@link diffWords} to show.
 *
 * Source: Dice (1945) coefficient over words and pairs of neighbouring words.
 *
 * @example matchClauses(["Officers shall report."], ["1.2 Officers shall report."]) // [{ before: 0, after: 0, likeness: 1 }]
 */
export function matchClauses(before: readonly string[], after: readonly string[]): readonly ClausePair[] {
  const old = before.map(matchKey);
  const now = after.map(matchKey);
  const same = pairEqual(old, now);
  const takenBefore = new Set(same.map((pair) => pair.before));
  const takenAfter = new Set(same.map((pair) => pair.after));
  const pairs: ClausePair[] = [...same];
  for (const pair of likelyPairs(old, now, takenBefore, takenAfter)) {
    if (takenBefore.has(pair.before) || takenAfter.has(pair.after)) continue;
    takenBefore.add(pair.before);
    takenAfter.add(pair.after);
    pairs.push(pair);
  }
  return pairs.toSorted((a, b) => a.after - b.after);
}

/** The words that decide whether clauses belong together: no numbers of sections, no capitals, no signs. */
export function matchKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/\(?\b\d+(?:\.\d+)+(?:\([a-z\d]+\))*\)?|^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function pairEqual(old: readonly string[], now: readonly string[]): ClausePair[] {
  const places = Map.groupBy(old.keys(), (index) => old[index] ?? "");
  const used = new Map<string, number>();
  return now.flatMap((key, after) => {
    const next = used.get(key) ?? 0;
    const before = places.get(key)?.[next];
    if (before === undefined || key === "") return [];
    used.set(key, next + 1);
    return [{ before, after, likeness: 1 }];
  });
}

function likelyPairs(
  old: readonly string[],
  now: readonly string[],
  takenBefore: ReadonlySet<number>,
  takenAfter: ReadonlySet<number>,
): ClausePair[] {
  const grams = new Map<number, readonly string[]>();
  const places = new Map<string, number[]>();
  for (const [index, key] of old.entries()) {
    if (takenBefore.has(index)) continue;
    const own = gramsOf(key);
    grams.set(index, own);
    for (const gram of own) places.set(gram, [...(places.get(gram) ?? []), index]);
  }
  const found: ClausePair[] = [];
  for (const [after, key] of now.entries()) {
    if (takenAfter.has(after)) continue;
    const own = gramsOf(key);
    const shared = new Map<number, number>();
    for (const gram of own)
      for (const before of places.get(gram) ?? []) shared.set(before, (shared.get(before) ?? 0) + 1);
    for (const [before, count] of shared) {
      const likeness = (2 * count) / (own.length + (grams.get(before)?.length ?? 0));
      if (likeness >= least) found.push({ before, after, likeness });
    }
  }
  const distance = ({ before, after }: ClausePair): number => Math.abs(before / old.length - after / now.length);
  return found.toSorted((a, b) => b.likeness - a.likeness || distance(a) - distance(b) || a.after - b.after);
}

/** Words and pairs of neighbours, repeated ones numbered so that they count each time. */
function gramsOf(key: string): readonly string[] {
  const words = key.split(" ").filter((word) => word !== "");
  const seen = new Map<string, number>();
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)].map((gram) => {
    const time = (seen.get(gram) ?? 0) + 1;
    seen.set(gram, time);
    return time === 1 ? gram : `${gram}#${time}`;
  });
}
