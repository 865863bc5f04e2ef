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
 * Elements of a list cell, normalised, in order. Values that hold the delimiter themselves stay whole where brackets
 * show it or where `isKnown` recognises several neighbouring pieces as one value (longest first).
 * @example splitList("used fists, kneeling on chest, back", ",", isKnown) // ["used fists", "kneeling on chest, back"]
 */
export function splitList(text: string, delimiter: string, isKnown: (value: string) => boolean): readonly string[] {
  const pieces = cutOutsideBrackets(text, delimiter);
  const elements: string[] = [];
  for (let i = 0; i < pieces.length; ) {
    let taken = 1;
    for (let count = Math.min(6, pieces.length - i); count > 1; count--) {
      const joined = pieces
        .slice(i, i + count)
        .join(delimiter)
        .trim();
      if (isKnown(joined)) {
        taken = count;
        break;
      }
    }
    elements.push(
      pieces
        .slice(i, i + taken)
        .join(delimiter)
        .trim(),
    );
    i += taken;
  }
  return elements.filter((element) => element !== "");
}
