import everyday from "./everyday-words.json" with { type: "json" };

const words: ReadonlySet<string> = new Set(everyday.words.flatMap((line) => line.split(" ")));

/** How many words the list holds. */
export const everydayWordCount: number = words.size;

/**
 * Whether most readers of twelve know a word, by a list of our own (`everyday-words.json`, some 1,400 words) with its
 * plurals, possessives and endings -s, -ed, -ing, -er, -est, -ly. Names and numbers in the middle of a sentence are the
 * caller's affair. Not the Dale–Chall list, which has some 3,000 words and other rules for endings and names.
 *
 * @example isEverydayWord("officers") // true
 */
export function isEverydayWord(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/'(?:s|d|re|ve|ll|m|t)?$/, "");
  if (/[-/]/.test(plain)) return plain.split(/[-/]+/).every((part) => isEverydayWord(part));
  if (/^[\d.,]*$/.test(plain) || words.has(plain)) return true;
  return stems(plain).some((stem) => words.has(stem));
}

/** What a word may be an ending of: "stopped" → "stop", "tried" → "try", "making" → "make". */
function stems(word: string): readonly string[] {
  const found: string[] = [];
  const stem = /^(.{2,}?)(?:ies|ied|ier|iest|ily)$/.exec(word)?.[1];
  if (stem !== undefined) found.push(`${stem}y`);
  for (const ending of ["s", "es", "d", "ed", "ing", "er", "r", "est", "st", "ly"]) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const rest = word.slice(0, -ending.length);
    found.push(rest, ...(ending === "ing" ? [`${rest}e`] : []));
    if (/([^aeiou])\1$/.test(rest) && /^(?:ed|ing|er|est)$/.test(ending)) found.push(rest.slice(0, -1));
  }
  return found;
}
