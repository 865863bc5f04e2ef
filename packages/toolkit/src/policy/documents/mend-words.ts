import list from "./policy-words.json" with { type: "json" };

/** Words of policies in general and of the document at hand, by which torn words are known. */
export type Vocabulary = {
  readonly isWord: (word: string) => boolean;
  /** Times a word or hyphenated pair stands whole inside a line of this document. */
  readonly count: (word: string) => number;
};

const known: ReadonlySet<string> = new Set(list.words.flatMap((line) => line.split(" ")).concat(["i", "a", "its"]));

/** Beginnings after which a hyphen at a line's end is the word's own. */
const hyphenated = new Set(
  "non self de pre post co anti ex less semi multi well high low half cross off on in follow body life hand split third two three four one mid short long full part all un quasi vice decision soft hard less-than use officer in-custody on-duty off-duty".split(
    " ",
  ),
);

const mostPieces = 4;

/** Counts the words of a document; words torn at a line's end are left out. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  for (const line of lines)
    for (const [word] of line
      .replace(/-\s*$/, "")
      .toLowerCase()
      .matchAll(/\p{L}+(?:[-’']\p{L}+)*/gu))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return { isWord: (word) => known.has(word.toLowerCase()), count: (word) => counts.get(word.toLowerCase()) ?? 0 };
}

/**
 * Closes gaps inside words ("pro hib ited", "offi cer"). Pieces are joined only if together they are a word of policies
 * and at least one of them alone is none, so "in to" and "with in" stay as they are.
 */
export function mendSpaces(line: string, { isWord, count }: Vocabulary): string {
  const tokens = line.split(" ");
  const mended: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const size = pieces(
      tokens,
      at,
      (word) => isWord(word),
      (word) => isWord(word) || count(word) >= 3,
    );
    mended.push(tokens.slice(at, at + size).join(""));
    at += size - 1;
  }
  return mended.join(" ");
}

function pieces(
  tokens: readonly string[],
  at: number,
  isKnown: (word: string) => boolean,
  isPossible: (word: string) => boolean,
): number {
  if (!/^[“"(]?\p{L}\p{Ll}*$/u.test(tokens[at] ?? "")) return 1;
  for (let size = mostPieces; size > 1; size -= 1) {
    const parts = tokens.slice(at, at + size);
    if (parts.length < size || !parts.slice(1, -1).every((part) => /^\p{Ll}+$/u.test(part))) continue;
    if (!/^\p{Ll}+[.,;:)”"]*$/u.test(parts.at(-1) ?? "")) continue;
    const letters = parts.map((part) => part.replace(/[^\p{L}]/gu, ""));
    const whole = letters.join("");
    const torn = letters.filter((part) => !isKnown(part));
    if (whole.length > 4 && isKnown(whole) && torn.length > 0 && !letters.every(isPossible)) return size;
  }
  return 1;
}

/**
 * Puts the next line behind a text. A hyphen at the end goes where the word stands whole elsewhere in the document or in
 * policies in general, stays where the pair does ("self-defense") or the word after it is a name; a slash or dash joins
 * without a space.
 */
export function joinLines(text: string, next: string, { isWord, count }: Vocabulary): string {
  if (text === "") return next;
  if (/[/—]$/.test(text) && !/\s.$/.test(text)) return text + next;
  if (/\d[-–]$/.test(text) && /^\d/.test(next)) return text + next;
  const torn = /(\p{L}+(?:-\p{L}+)*)[-\u00ad\u2010]$/u.exec(text);
  if (!torn) return `${text} ${next}`;
  const head = torn[1] ?? "";
  const tail = /^\p{L}+/u.exec(next)?.[0] ?? "";
  const open = text.slice(0, -1);
  if (text.endsWith("\u00ad")) return open + next;
  if (tail === "") return text + next;
  if (/^\p{Lu}/u.test(tail) && /\p{Ll}$/u.test(head)) return text + next;
  const last = head.split("-").at(-1) ?? head;
  const [whole, pair] = [count(last + tail), count(`${head}-${tail}`)];
  if (pair > 0 && pair >= whole) return text + next;
  if (whole > 0 || (isWord(last + tail) && !hyphenated.has(head.toLowerCase()))) return open + next;
  if (hyphenated.has(last.toLowerCase()) || (isWord(last) && isWord(tail) && last.length > 3 && tail.length > 3))
    return text + next;
  return open + next;
}

/** "P U R P O S E" as one word; several such words are told apart by wider gaps, which a reader gives as two spaces. */
export function closeSpacedLetters(line: string): string {
  if (!/^(?:\p{Lu}\s){3,}\p{Lu}(?:\s|:|$)/u.test(line)) return line;
  return line.replace(/(?:\p{Lu}\s){3,}\p{Lu}(?=\s|:|$)/gu, (letters) => letters.replaceAll(" ", ""));
}
