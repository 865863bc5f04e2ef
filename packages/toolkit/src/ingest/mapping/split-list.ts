/** Cuts at the delimiter, but not inside round brackets. */
function cutOutsideBrackets(text: string, delimiter: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === "(") depth++;
    else if (text[i] === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0 && text.startsWith(delimiter, i)) {
      parts.push(text.slice(start, i));
      start = i + delimiter.length;
      i = start - 1;
    }
  }
  parts.push(text.slice(start));
  // An unclosed bracket would swallow the rest of the list: then cut everywhere.
  return depth > 0 ? text.split(delimiter) : parts;
}

/**
 * Elements of a list cell in order, trimmed, blank ones too: a blank element is a person with nothing recorded. Values
 * that hold the delimiter themselves stay whole where brackets show it or where `isKnown` recognises several
 * neighbouring pieces as one value (longest first).
 * @example splitParts("used fists,, kneeling on chest, back", ",", isKnown) // ["used fists", "", "kneeling on chest, back"]
 */
export function splitParts(text: string, delimiter: string, isKnown: (value: string) => boolean): readonly string[] {
  const pieces = cutOutsideBrackets(text, delimiter);
  const elements: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    const end = longestKnownRun(pieces, start, delimiter, isKnown);
    elements.push(pieces.slice(start, end).join(delimiter).trim());
    start = end;
  }
  return elements;
}

/** Pieces of one value at the most. */
const longestRun = 8;

function longestKnownRun(
  pieces: readonly string[],
  start: number,
  delimiter: string,
  isKnown: (value: string) => boolean,
): number {
  for (let end = Math.min(pieces.length, start + longestRun); end > start + 1; end--) {
    if (isKnown(pieces.slice(start, end).join(delimiter).trim())) return end;
  }
  return start + 1;
}

/** The filled elements of a list cell, as {@link splitParts} finds them. */
export const splitList = (text: string, delimiter: string, isKnown: (value: string) => boolean): readonly string[] =>
  splitParts(text, delimiter, isKnown).filter((element) => element !== "");
