/**
 * Splits a list cell at its delimiter, keeping whole any known value that itself contains the delimiter
 * (`Resistive tension (stiffening, tightening muscles)`). The longest known run of pieces wins.
 *
 * @param isKnown whether a piece of text, trimmed, is one value
 * @returns elements in order, trimmed; blanks stay, since a blank element is a person with nothing recorded
 * @example splitCell("a, b, c", ",", (text) => text === "b, c") // ["a", "b, c"]
 */
export function splitCell(cell: string, delimiter: string, isKnown: (text: string) => boolean): readonly string[] {
  const mark = delimiter.trim() || delimiter;
  const pieces = cell.split(mark);
  if (pieces.length === 1 || isKnown(cell.trim())) return [cell.trim()];

  const elements: string[] = [];
  for (let start = 0; start < pieces.length; ) {
    const end = longestKnownRun(pieces, start, mark, isKnown);
    elements.push(pieces.slice(start, end).join(mark).trim());
    start = end;
  }
  return elements;
}

function longestKnownRun(
  pieces: readonly string[],
  start: number,
  mark: string,
  isKnown: (text: string) => boolean,
): number {
  const longest = Math.min(pieces.length, start + 8);
  for (let end = longest; end > start + 1; end--) {
    if (isKnown(pieces.slice(start, end).join(mark).trim())) return end;
  }
  return start + 1;
}
