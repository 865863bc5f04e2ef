import type { PageLine } from "./page-line.ts";
import type { PageText } from "./page-text.ts";
import { type Row, rowSegments, type Segment } from "./row-segments.ts";

type Gutter = { readonly from: number; readonly to: number; readonly first: number; readonly last: number };

/** Least width of the white strip between two columns, points. */
const leastGutter = 7;

/** Columns nested deeper than this are read row by row. */
const mostColumns = 8;

/**
 * The lines of a page in reading order. Columns of prose are read one after the other; side headings and tables are
 * read row by row, each cell whole; everything else from top to bottom.
 *
 * Source: the recursive cuts of Nagy & Seth (1984), Hierarchical representation of optically scanned documents, with
 * the cut chosen by what stands on both sides.
 */
export function pageLines(page: PageText, rows: readonly Row[] = rowSegments(page)): readonly PageLine[] {
  return order(rows, page, 0);
}

function order(rows: readonly Row[], page: PageText, depth: number): PageLine[] {
  const gutter = depth < mostColumns ? findGutter(rows) : undefined;
  if (!gutter) return plainLines(rows, page);
  const middle = (gutter.from + gutter.to) / 2;
  const band = rows.slice(gutter.first, gutter.last + 1);
  const left = band.map((row) => row.filter(({ x }) => x < middle)).filter((row) => row.length > 0);
  const right = band.map((row) => row.filter(({ x }) => x >= middle)).filter((row) => row.length > 0);
  const columns =
    isProse(left) && isProse(right)
      ? [...order(left, page, depth + 1), ...order(right, page, depth + 1)]
      : orderCells(left, right, page, depth);
  return [
    ...order(rows.slice(0, gutter.first), page, depth),
    ...columns,
    ...order(rows.slice(gutter.last + 1), page, depth),
  ];
}

/** The white strip that runs through most rows, with text on both sides in at least three of them. */
function findGutter(rows: readonly Row[]): Gutter | undefined {
  let best: (Gutter & { readonly worth: number }) | undefined;
  const tried = new Set<string>();
  rows.forEach((row, index) => {
    row.slice(1).forEach((segment, position) => {
      const from = row[position]?.right ?? 0;
      const key = `${Math.round(from / 4)} ${Math.round(segment.x / 4)}`;
      if (tried.has(key)) return;
      tried.add(key);
      const found = extend(rows, index, from, segment.x);
      if (found && found.worth > (best?.worth ?? 0)) best = found;
    });
  });
  return best;
}

function extend(
  rows: readonly Row[],
  start: number,
  from: number,
  to: number,
): (Gutter & { worth: number }) | undefined {
  let free = { from, to };
  let [first, last] = [start, start];
  const grow = (index: number): boolean => {
    const next = narrowed(rows[index] ?? [], free);
    if (next) free = next;
    return next !== undefined;
  };
  while (last + 1 < rows.length && grow(last + 1)) last += 1;
  while (first > 0 && grow(first - 1)) first -= 1;
  const isBoth = (row: Row): boolean => row.some(({ x }) => x < free.from) && row.some(({ x }) => x >= free.to);
  while (first < last && !isBoth(rows[first] ?? [])) first += 1;
  while (last > first && !hasRight(rows, last, free, first)) last -= 1;
  const both = rows.slice(first, last + 1).filter(isBoth).length;
  const right = rows.slice(first, last + 1).filter((row) => row.some(({ x }) => x >= free.to)).length;
  return both < 2 || right < 3 ? undefined : { ...free, first, last, worth: both + right };
}

/** Text on the right, or the rest of a cell on the left. */
const hasRight = (rows: readonly Row[], index: number, free: { to: number }, first: number): boolean =>
  (rows[index] ?? []).some(({ x }) => x >= free.to) || index === first;

function narrowed(row: Row, free: { from: number; to: number }): { from: number; to: number } | undefined {
  let { from, to } = free;
  for (const { x, right } of row) {
    if (x >= to - 1 || right <= from + 1) continue;
    if (right - from < to - x) from = Math.max(from, right);
    else to = Math.min(to, x);
    if (to - from < leastGutter) return undefined;
  }
  return { from, to };
}

/** Whether rows are lines of running text: enough of them, long, and mostly reaching the same right edge. */
function isProse(rows: readonly Row[]): boolean {
  if (rows.length < 6) return false;
  const x = Math.min(...rows.map(([segment]) => segment?.x ?? Number.POSITIVE_INFINITY));
  const right = Math.max(...rows.map((row) => row.at(-1)?.right ?? 0));
  const letters = rows.map((row) => row.reduce((sum, { text }) => sum + text.length, 0));
  const full = rows.filter((row) => (row.at(-1)?.right ?? 0) - x > 0.75 * (right - x)).length;
  return full >= rows.length / 2 && letters.reduce((sum, count) => sum + count, 0) / rows.length >= 24;
}

/** Cells on the left, each followed by what stands beside it on the right. */
function orderCells(left: readonly Row[], right: readonly Row[], page: PageText, depth: number): PageLine[] {
  const cells: Row[][] = [];
  left.forEach((row, index) => {
    const before = left[index - 1];
    if (before && isSameCell(before, row, right)) cells.at(-1)?.push(row);
    else cells.push([row]);
  });
  const starts = cells.map((cell) => top(cell[0]));
  const beside = cells.map((_, index) =>
    right.filter((row) => {
      const y = top(row);
      return (index === 0 || y >= (starts[index] ?? 0)) && y < (starts[index + 1] ?? Number.POSITIVE_INFINITY);
    }),
  );
  return cells.flatMap((cell, index) => [
    ...markCell(order(cell, page, mostColumns)),
    ...markCell(order(beside[index] ?? [], page, depth + 1)),
  ]);
}

const top = (row: Row | undefined): number => Math.min(...(row ?? []).map(({ y, height }) => y - 0.6 * height));

/** Two rows on the left are one cell where the text beside the first runs on to the right edge, or ended above. */
function isSameCell(before: Row, row: Row, right: readonly Row[]): boolean {
  const [a, b] = [before[0], row[0]];
  if (!a || !b || b.y - a.y > 1.7 * Math.max(a.height, b.height)) return false;
  const edge = Math.max(...right.map((beside) => beside.at(-1)?.right ?? 0));
  const start = Math.min(...right.map(([segment]) => segment?.x ?? Number.POSITIVE_INFINITY));
  const besideOf = (segment: Segment) =>
    right.find(([first]) => first && Math.abs(first.y - segment.y) < 0.5 * segment.height);
  const [first, second] = [besideOf(a), besideOf(b)];
  if (!second) return true;
  return first !== undefined && (first.at(-1)?.right ?? 0) > start + 0.8 * (edge - start);
}

const markCell = (lines: readonly PageLine[]): PageLine[] =>
  lines.map((line, index) => (index === 0 ? { ...line, startsCell: true } : line));

function plainLines(rows: readonly Row[], { page }: PageText): PageLine[] {
  const columnX = Math.min(...rows.map(([first]) => first?.x ?? Number.POSITIVE_INFINITY));
  const columnRight = Math.max(...rows.map((row) => row.at(-1)?.right ?? 0));
  return rows.map((row) => {
    const text = row.map((segment) => segment.text).join(" ");
    const letters = text.replace(/\s/g, "").length;
    const bold = row.reduce((sum, { boldLetters }) => sum + boldLetters, 0);
    const [first] = row;
    const boldStart = first && first.boldStart < text.length ? first.boldStart : 0;
    return {
      text,
      page,
      x: first?.x ?? 0,
      right: row.at(-1)?.right ?? 0,
      y: Math.max(...row.map(({ y }) => y)),
      height: Math.max(...row.map(({ height }) => height)),
      isBold: bold >= letters * 0.66,
      ...(boldStart > 0 ? { boldStart } : {}),
      columnX,
      columnRight,
    };
  });
}
