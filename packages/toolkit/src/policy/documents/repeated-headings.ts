/** A line or block that may be an entry of a table of contents, or the heading it stands for. */
export type Entry = { readonly text: string; readonly markerLength: number; readonly isHeading: boolean };

/** Entries in a row from which a list of headings is a table of contents. */
const fewEntries = 3;

/** Share of the entries that must come again below as headings. */
const mostAgain = 0.7;

/**
 * Which lines are a table of contents without page numbers: short lines in a row that all come again below as headings
 * with text between them. A list that is merely repeated has none between its lines and stays.
 *
 * @returns their positions
 */
export function repeatedHeadings(entries: readonly Entry[]): ReadonlySet<number> {
  const keys = entries.map(keyOf);
  const lastAt = new Map<string, number>();
  keys.forEach((key, index) => {
    if (entries[index]?.isHeading) lastAt.set(key, index);
  });
  const found = new Set<number>();
  let start = 0;
  for (let index = 0; index <= entries.length; index += 1) {
    const entry = entries[index];
    if (entry && isShort(entry)) continue;
    for (const at of contentsIn(start, index, (position) => lastAt.get(keys[position] ?? "") ?? -1)) found.add(at);
    start = index + 1;
  }
  return found;
}

/** The last line of a run may itself be the first heading of the text. */
function contentsIn(start: number, end: number, againAt: (position: number) => number): readonly number[] {
  const again: number[] = [];
  for (let at = start; at < end; at += 1) if (againAt(at) >= Math.max(at + 1, end - 1)) again.push(at);
  const [first, last] = [again[0], again.at(-1)];
  if (first === undefined || last === undefined || again.length < fewEntries) return [];
  if (again.length < (last - first + 1) * mostAgain) return [];
  const apart = again.slice(1).filter((at, index) => againAt(at) > againAt(again[index] ?? 0) + 1).length;
  return apart >= (again.length - 1) / 2 ? again : [];
}

const isShort = ({ text }: Entry): boolean =>
  text.length < 110 && text.split(" ").length <= 14 && !/[.;!?]["”’')]*$/.test(text);

const keyOf = ({ text, markerLength }: Entry): string =>
  text
    .slice(markerLength)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
