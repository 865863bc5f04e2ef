/** The words of a form, parted into labels and running text. */
export type FormWords = { readonly labels: readonly string[]; readonly prose: readonly string[] };

const box = String.raw`[☐□☑☒▢◻◯○❑❏⬜◊]|\[\s*[xX]?\s*\]|\(\s*\)`;
const borders =
  /_+|\.{3,}|…|[|\t•]|(?<=[?])|(?<=:)(?=\s|$)|choose an item\.?|click or tap (?:here )?to enter (?:text|a date)\.?/i;
const prosaic =
  /\b(?:the|an?|this|that|these|those|which|you|your|if|when|has|have|had|be|been|is|are|was|were|shall|must|will|should|may)\b/gi;

/**
 * Parts the text of a form at its lines, check boxes, blanks and colons. A label is what stands between; a longer piece
 * with the small words of a sentence is running text (an instruction). The options after a label with a colon are given
 * with it too ("Taser: [ ] Displayed" → "Taser", "Displayed", "Taser Displayed").
 *
 * Knows nothing of where words stand on the paper: the order is that of the text.
 *
 * @example formLabels("Race: ____ Taser: [ ] Displayed").labels // ["Race", "Taser", "Displayed", "Taser Displayed"]
 */
export function formLabels(text: string): FormWords {
  const pieces = text.split("\n").flatMap(linePieces);
  return { labels: pieces.filter((piece) => !isProse(piece)), prose: pieces.filter(isProse) };
}

function linePieces(line: string): readonly string[] {
  const found: string[] = [];
  let parent: string | undefined;
  for (const [index, stretch] of line.split(new RegExp(box)).entries()) {
    const [first = "", ...rest] = stretch.split(borders).map(clean);
    if (first !== "") found.push(first);
    if (index > 0 && first !== "" && parent !== undefined && !/^(?:yes|no|n\/a|unknown)\b/i.test(first))
      found.push(`${parent} ${first}`);
    found.push(...rest.filter((piece) => piece !== ""));
    if (/[:?]\s*$/.test(stretch)) parent = [first, ...rest].findLast((piece) => piece !== "");
    else if (index === 0) parent = undefined;
  }
  return found;
}

function isProse(piece: string): boolean {
  if (piece.endsWith("?")) return false;
  const words = piece.split(/\s+/).length;
  const small = piece.match(prosaic)?.length ?? 0;
  return words >= 5 && small >= 2;
}

const clean = (piece: string): string =>
  piece
    .replaceAll(/\s+/g, " ")
    .replace(/^[\s,;.:/–—-]+/, "")
    .replace(/[\s,;:–—-]+$/, "");
