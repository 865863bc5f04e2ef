import type { PageText, TextRun } from "./page-text.ts";

/** Neighbouring words of one row, up to a gap as wide as between columns. */
export type Segment = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly height: number;
  /** Letters in bold, and where the bold beginning ends. */
  readonly boldLetters: number;
  readonly boldStart: number;
};

/** What stands side by side at one height of a page. */
export type Row = readonly Segment[];

/** Gap, in heights of the letters, from which two words stand in different columns. */
const columnGap = 1.4;

/** Gap, in heights of the letters, from which two runs are two words. */
const wordGap = 0.16;

const marker =
  /^(?:[([]?(?:[A-Za-z]|\d{1,3}|[ivxlIVXL]{1,5})[.)\]]{1,2}|\d+(?:\.\d+)+\.?|[A-Z]\d?\.\d*|[•▪●■◦○‣∙·➢➤\uf020-\uf0ffo\-–—])$/;

/** The rows of a page from top to bottom, each cut into segments from left to right. */
export function rowSegments(page: Pick<PageText, "runs">): readonly Row[] {
  return rows(page.runs).map((runs) => joinMarkers(cutRow(runs)));
}

function rows(runs: readonly TextRun[]): TextRun[][] {
  const sorted = runs
    .filter(({ text }) => text.trim() !== "" && !/^[\s_=*–—-]{6,}$/.test(text))
    .toSorted((a, b) => a.y - b.y);
  const found: { y: number; height: number; runs: TextRun[] }[] = [];
  for (const run of sorted) {
    const row = found.at(-1);
    const room = Math.max(2, 0.4 * Math.min(run.height, row?.height ?? run.height));
    if (row && run.y - row.y <= room) {
      row.runs.push(run);
      if (run.height > row.height) row.height = run.height;
    } else found.push({ y: run.y, height: run.height, runs: [run] });
  }
  return found.map((row) => row.runs.toSorted((a, b) => a.x - b.x));
}

function cutRow(runs: readonly TextRun[]): Segment[] {
  const segments: Segment[] = [];
  let open: TextRun[] = [];
  for (const run of runs) {
    const last = open.at(-1);
    if (last && run.x - (last.x + last.width) > columnGap * Math.max(run.height, last.height, 6)) {
      segments.push(segment(open));
      open = [];
    }
    if (!isShadow(run, open.at(-1))) open.push(run);
  }
  if (open.length > 0) segments.push(segment(open));
  return segments;
}

/** Some programs make letters bold by printing them twice, a hair apart. */
const isShadow = (run: TextRun, last: TextRun | undefined): boolean =>
  last !== undefined && run.text === last.text && Math.abs(run.x - last.x) < 0.2 * Math.max(1, run.height);

function segment(runs: readonly TextRun[]): Segment {
  let text = "";
  let boldLetters = 0;
  let boldStart = 0;
  let isStart = true;
  let end = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    const needsSpace = run.x - end > wordGap * run.height && text !== "" && !/\s$/.test(text) && !/^\s/.test(run.text);
    text += (needsSpace ? " " : "") + run.text;
    end = run.x + run.width;
    if (!run.isBold) isStart = false;
    else boldLetters += run.text.replace(/\s/g, "").length;
    if (isStart) boldStart = text.length;
  }
  const [first = { x: 0, y: 0, height: 0 }] = runs;
  const height = Math.max(...runs.map((run) => run.height));
  const lead = text.length - text.trimStart().length;
  const clean = text
    .trim()
    .replace(/[\uf020-\uf0ff]/g, "•")
    .replace(/[\t\u00a0 ]+/g, " ");
  return {
    text: clean,
    x: first.x,
    right: Math.max(...runs.map((run) => run.x + run.width)),
    y: median(runs.map(({ y }) => y)),
    height,
    boldLetters,
    boldStart: Math.max(0, boldStart - lead),
  };
}

/** A number or bullet belongs to the words beside it however far they stand. */
function joinMarkers(segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const next of segments) {
    const last = joined.at(-1);
    if (!last || !marker.test(last.text)) joined.push(next);
    else {
      const shift = last.text.length + 1;
      joined[joined.length - 1] = {
        ...next,
        text: `${last.text} ${next.text}`,
        x: last.x,
        height: Math.max(last.height, next.height),
        boldLetters: last.boldLetters + next.boldLetters,
        boldStart: next.boldStart > 0 ? shift + next.boldStart : 0,
      };
    }
  }
  return joined;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
