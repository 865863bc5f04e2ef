/**
 * The words that decide whether two clauses belong together: no numbers of sections, no capitals, no signs. A text of
 * numbers alone stays as it is.
 *
 * Not for whether a clause is the same: a limit of 0.08 and one of 0.05 have the same key.
 *
 * @example matchKey("(a) Officers shall report; see 300.4.1.") // "officers shall report see"
 */
export function matchKey(text: string): string {
  const small = text.toLowerCase();
  const words = small
    .replaceAll(/\(?\b\d+(?:\.\d+)+(?:\([a-z\d]+\))*\)?|^\s*\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s/g, " ")
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return words === "" ? small.trim() : words;
}

/**
 * Words and pairs of neighbouring words of a key, repeated ones numbered so that they count each time.
 *
 * @example keyGrams("stop and stop") // ["stop", "and", "stop#2", "stop and", "and stop"]
 */
export function keyGrams(key: string): readonly string[] {
  const words = key.split(" ").filter((word) => word !== "");
  const seen = new Map<string, number>();
  return [...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)].map((gram) => {
    const time = (seen.get(gram) ?? 0) + 1;
    seen.set(gram, time);
    return time === 1 ? gram : `${gram}#${time}`;
  });
}

/**
 * How alike two texts are by their grams, 0–1.
 *
 * Source: Dice (1945), Ecology 26, 297–302.
 *
 * @example gramLikeness(["a", "b"], ["b", "c"]) // 0.5
 */
export function gramLikeness(one: readonly string[], other: readonly string[]): number {
  if (one.length + other.length === 0) return 0;
  const own = new Set(one);
  return (2 * other.filter((gram) => own.has(gram)).length) / (one.length + other.length);
}
