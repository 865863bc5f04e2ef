/** A stretch of a quotation: plain, or words that weaken it. */
export type Stretch = { readonly text: string; readonly kind?: MarkKind };

/** Why words are marked: vague, an exception, or what the text around the quotation speaks of. */
export type MarkKind = "hedge" | "exception" | "found";

type Found = { readonly start: number; readonly end: number; readonly kind: MarkKind };

const isLetter = (character: string | undefined): boolean => character !== undefined && /[\p{L}\p{N}]/u.test(character);

function places(text: string, words: string, kind: Found["kind"]): Found[] {
  const found: Found[] = [];
  if (words === "") return found;
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length)) {
    const end = start + words.length;
    const isWhole =
      !(isLetter(text[start - 1]) && isLetter(text[start])) && !(isLetter(text[end]) && isLetter(text[end - 1]));
    if (isWhole) found.push({ start, end, kind });
  }
  return found;
}

/**
 * Parts a quotation into plain stretches and the whole words that weaken it, letter by letter as written. Where marks
 * overlap, an exception goes before a vague word and a longer mark before a shorter one. The stretches joined are the
 * quotation.
 *
 * @example markWords("Officers should stop.", { hedges: ["should"], exceptions: [] }) // [{ text: "Officers " }, { text: "should", kind: "hedge" }, { text: " stop." }]
 */
export function markWords(
  text: string,
  {
    hedges = [],
    exceptions = [],
    found: spoken = [],
  }: {
    readonly hedges?: readonly string[];
    readonly exceptions?: readonly string[];
    readonly found?: readonly string[];
  },
): readonly Stretch[] {
  const longestFirst = (words: readonly string[], kind: Found["kind"]): Found[] =>
    words.toSorted((a, b) => b.length - a.length).flatMap((one) => places(text, one, kind));
  const kept: Found[] = [];
  for (const found of [
    ...longestFirst(exceptions, "exception"),
    ...longestFirst(hedges, "hedge"),
    ...longestFirst(spoken, "found"),
  ])
    if (!kept.some(({ start, end }) => found.start < end && start < found.end)) kept.push(found);
  const stretches: Stretch[] = [];
  let from = 0;
  for (const { start, end, kind } of kept.toSorted((a, b) => a.start - b.start)) {
    if (start > from) stretches.push({ text: text.slice(from, start) });
    stretches.push({ text: text.slice(start, end), kind });
    from = end;
  }
  if (from < text.length) stretches.push({ text: text.slice(from) });
  return stretches;
}
