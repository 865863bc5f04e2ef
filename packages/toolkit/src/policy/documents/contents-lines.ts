import type { PageLine } from "./page-line.ts";

const leader = /(?:\.\s?){4,}|…{2,}|(?:_\s?){6,}\d+\s*$/;
const bareNumber = /^[ivxlc\d\s.]+$/i;
const title = /^(?:table of )?contents?:?$|^index$/i;
const numbered = /\S.*?\s(\d{1,4})$/;

/** Entries from which a run of lines is a table of contents. */
const fewEntries = 3;

/**
 * Takes tables of contents out: lines that lead with dots to a page number, and runs of lines that end in page numbers
 * that only grow. In them every heading of the document stands a second time.
 */
export function withoutContents(lines: readonly PageLine[]): readonly PageLine[] {
  const gone = new Set<number>();
  const byPage = Map.groupBy(
    lines.map((line, index) => ({ line, index })),
    ({ line }) => line.page,
  );
  for (const entries of byPage.values()) {
    const leaders = entries.filter(({ line }) => leader.test(line.text) && !isForm(line.text));
    const found = leaders.length >= fewEntries ? leaders : growing(entries);
    const [first, last] = [found[0], found.at(-1)];
    if (!first || !last) continue;
    for (const { line, index } of entries)
      if (index >= first.index && index <= last.index + 200 && isEntry(line.text, index <= last.index)) gone.add(index);
    for (const { line, index } of entries) if (index < first.index && title.test(line.text)) gone.add(index);
  }
  return lines.filter((_, index) => !gone.has(index));
}

/** "Name: ......" is a line to be filled in. */
const isForm = (text: string): boolean => !/\d\s*$/.test(text) && !/(?:\.\s?){8,}$/.test(text);

const isEntry = (text: string, isInside: boolean): boolean =>
  leader.test(text) || bareNumber.test(text) || (isInside && text.length < 100);

function growing<T extends { readonly line: PageLine }>(entries: readonly T[]): readonly T[] {
  let best: T[] = [];
  let run: T[] = [];
  let page = 0;
  for (const entry of entries) {
    const number = entry.line.text.length < 90 ? Number(numbered.exec(entry.line.text)?.[1] ?? Number.NaN) : Number.NaN;
    if (number >= page && /\p{L}{3}/u.test(entry.line.text) && !/[.;]\s*\d+$/.test(entry.line.text)) run.push(entry);
    else run = [];
    page = run.length > 0 ? number : 0;
    if (run.length > best.length) best = [...run];
  }
  return best.length >= 6 ? best : [];
}
