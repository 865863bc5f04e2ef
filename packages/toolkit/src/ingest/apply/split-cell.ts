import { splitParts } from "../mapping/split-list.ts";

/**
 * Splits a list cell at its delimiter, keeping whole any known value that itself contains the delimiter
 * (`Resistive tension (stiffening, tightening muscles)`). The longest known run of pieces wins.
 *
 * @param isKnown whether a piece of text, trimmed, is one value
 * @returns elements in order, trimmed; blanks stay, since a blank element is a person with nothing recorded
 * @example splitCell("a, b, c", ",", (text) => text === "b, c") // ["a", "b, c"]
 */
export function splitCell(cell: string, delimiter: string, isKnown: (text: string) => boolean): readonly string[] {
  if (isKnown(cell.trim())) return [cell.trim()];
  return splitParts(cell, delimiter.trim() || delimiter, isKnown);
}
