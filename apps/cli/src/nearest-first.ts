/** Pairs of neighbouring letters, each as often as it occurs. */
function pairs(text: string): readonly string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
}

/** Dice's coefficient of the pairs of letters of two words, 0–1. */
function likeness(left: string, right: string): number {
  const rest = [...pairs(right)];
  const all = pairs(left).length + rest.length;
  let shared = 0;
  for (const pair of pairs(left)) {
    const at = rest.indexOf(pair);
    if (at < 0) continue;
    shared += 1;
    rest.splice(at, 1);
  }
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Words in the order of how much they are like the given one. */
export function nearestFirst(word: string, known: readonly string[]): readonly string[] {
  const wanted = word.slice(0, 200).toLowerCase();
  return known
    .map((candidate) => ({ candidate, like: likeness(wanted, candidate.toLowerCase()) }))
    .sort((left, right) => right.like - left.like || (left.candidate < right.candidate ? -1 : 1))
    .map(({ candidate }) => candidate);
}
