import type { PageLine } from "./page-line.ts";

/** The lines of one policy of a document, and the footers of its first page. */
export type PolicyPart = {
  readonly lines: readonly PageLine[];
  /** Headers and footers taken off its first page. */
  readonly furniture: readonly string[];
  /** Where the start says them, as in a manual. */
  readonly number?: string;
  readonly title?: string;
};

type Start = { readonly at: number; readonly number?: string; readonly title?: string };

const label =
  /\b(subject|effective|issue[d]?|date of issue|order number|number|rescinds|supersedes|replaces|approved by|distribution|references?|related|policy and procedure title|revised|amended|pages?)\b\s*(?:date|prior policy)?\s*[:#]|\b(effective date|policy and procedure title|approved by|issue date|revision date|date issued)\b/gi;

/** Lines in which a header block stands, and labels that make one. */
const headerLines = 9;
const fewLabels = 3;

/** A policy has at least this many lines; closer starts are one header. */
const shortestPolicy = 14;

/**
 * Splits a manual or a bundle of orders into policies. One begins where a page shows a large number and title ("Policy
 * 300"), where a block of header labels stands (subject, number, effective date …), or where "Page 1 of …" returns.
 */
export function policyParts(
  lines: readonly PageLine[],
  furniture: ReadonlyMap<number, readonly string[]>,
): readonly PolicyPart[] {
  const starts = [...numberedStarts(lines), ...headerStarts(lines), ...pageStarts(lines, furniture)].toSorted(
    (a, b) => a.at - b.at || Number(b.title !== undefined) - Number(a.title !== undefined),
  );
  const kept: Start[] = [];
  for (const start of starts) {
    const last = kept.at(-1);
    if (!last || start.at - last.at >= shortestPolicy) kept.push(start);
    else if (last.title === undefined && start.title !== undefined) kept[kept.length - 1] = { ...start, at: last.at };
  }
  const [first] = kept;
  const isWhole = !first || (first.at <= shortestPolicy && first.title === undefined);
  const all: Start[] = isWhole
    ? [{ ...first, at: 0 }, ...kept.slice(1)]
    : first.at === 0
      ? kept
      : first.at <= 4
        ? [{ ...first, at: 0 }, ...kept.slice(1)]
        : [{ at: 0 }, ...kept];
  return all
    .map(({ at, ...start }, index) => {
      const own = lines.slice(at, all[index + 1]?.at ?? lines.length);
      return { lines: own, furniture: furniture.get(own[0]?.page ?? 0) ?? [], ...start };
    })
    .filter(({ lines: own }) => own.length > 0);
}

/** What a manual prints beside the number of every policy. */
const kindOfDocument =
  /\b(?:police department|department of police|policy manual|issued|adopted|adoption date|revised|effective)\b/i;

/** A number standing alone, large or after the word "Policy", with a title below it. */
function numberedStarts(lines: readonly PageLine[]): Start[] {
  return lines.flatMap((line, index) => {
    const number = /^(?:policy\s+)?(\d{2,4}(?:\.\d{1,3})?)$/i.exec(line.text)?.[1];
    if (!number) return [];
    const above = [1, 2].find((step) => /^policy$/i.test(lines[index - step]?.text ?? ""));
    const below = lines.slice(index + 1, index + 6);
    const title = below.find(({ text }) => /\p{L}{3}/u.test(text) && !kindOfDocument.test(text));
    const next = lines[lines.indexOf(title ?? line) + 1];
    const isLarge =
      title !== undefined &&
      line.height > 1.5 * (lines[index + 3]?.height ?? line.height) &&
      title.height > 1.4 * (lines[index + 3]?.height ?? title.height);
    const isNamed = above !== undefined || /^policy/i.test(line.text);
    if (!title || (!isLarge && !isNamed) || !/\p{L}{3}/u.test(title.text) || title.text.length > 100) return [];
    const goesOn = isLarge && next && Math.abs(next.height - title.height) < 0.5;
    return [{ at: index - (above ?? 0), number, title: goesOn ? `${title.text} ${next.text}` : title.text }];
  });
}

function headerStarts(lines: readonly PageLine[]): Start[] {
  const starts: Start[] = [];
  lines.forEach((line, index) => {
    if (!hasLabel(line.text)) return;
    const near = lines
      .slice(index, index + headerLines)
      .filter((other) => other.page === line.page && other.text.length < 90);
    const labels = new Set(
      near.flatMap(({ text }) => [...text.toLowerCase().matchAll(label)].map(([, a, b]) => a ?? b)),
    );
    const last = starts.at(-1)?.at ?? Number.NEGATIVE_INFINITY;
    if (labels.size >= fewLabels && index - last >= shortestPolicy) starts.push({ at: topOf(lines, index) });
  });
  return starts;
}

const hasLabel = (text: string): boolean => text.length < 90 && new RegExp(label.source, "i").test(text);

/** The department's name and the like above the first label belong to the header. */
function topOf(lines: readonly PageLine[], index: number): number {
  let at = index;
  while (at > 0 && index - at < 5 && lines[at - 1]?.page === lines[index]?.page && isHeaderLine(lines[at - 1])) at -= 1;
  return at;
}

const isHeaderLine = (line: PageLine | undefined): boolean =>
  line !== undefined && line.text.length < 70 && !/[.;,]$/.test(line.text);

function pageStarts(lines: readonly PageLine[], furniture: ReadonlyMap<number, readonly string[]>): Start[] {
  const starts: Start[] = [];
  lines.forEach((line, index) => {
    if (index === 0 || line.page === lines[index - 1]?.page) return;
    const before = pageCount(furniture.get(line.page - 1));
    const own = pageCount(furniture.get(line.page));
    if (own?.page === 1 && (before?.page ?? 0) >= 1 && before?.page === before?.of) starts.push({ at: index });
  });
  return starts;
}

function pageCount(lines: readonly string[] | undefined): { page: number; of: number } | undefined {
  const found = (lines ?? [])
    .map((text) => /\b(\d{1,3})\s*of\s*(\d{1,3})\b/i.exec(text))
    .find((match) => match !== null);
  return found ? { page: Number(found[1]), of: Number(found[2]) } : undefined;
}
