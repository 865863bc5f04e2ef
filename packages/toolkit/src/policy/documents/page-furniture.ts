import type { PageText } from "./page-text.ts";
import type { Row, Segment } from "./row-segments.ts";

export type PageRows = { readonly page: PageText; readonly rows: readonly Row[] };

/** A page without what repeats from page to page, and that apart: a footer may hold the number and dates of a policy. */
export type BarePage = PageRows & { readonly furniture: readonly string[] };

type Mark = {
  readonly height: number;
  readonly page: number;
  readonly y: number;
  readonly x: number;
  readonly key: string;
  readonly zone: Zone;
};
type Zone = "top" | "middle" | "bottom";

/** Shares of a page's height in which headers and footers stand. */
const topZone = 0.2;
const bottomZone = 0.83;

/** Points; a number printed larger is a policy's own. */
const largestNumber = 15;

const pageNumber = /^[-–—|\s]*(?:page\s*)?(?:#|[ivxlc]+)(?:\s*(?:of|\/)\s*#)?[-–—|\s]*$/i;

/**
 * Takes headers, footers, page numbers and watermarks off: what stands in the same place on neighbouring pages with the
 * same words (numbers may count up), what stands in line with such words, and page numbers at the very edge.
 */
export function removeFurniture(pages: readonly PageRows[]): readonly BarePage[] {
  const marks = pages.flatMap((page) => page.rows.flat().map((segment) => mark(segment, page.page)));
  const isRepeated = repetition(marks, pages.length);
  return pages.map(({ page, rows }) => {
    const furniture: string[] = [];
    const repeated = rows.map((row) => row.map((segment) => isRepeated(mark(segment, page))));
    const left = rows
      .map((row, index) =>
        row.filter((segment, position) => {
          const { zone, key } = mark(segment, page);
          const isAtEdge = index === 0 || index === rows.length - 1;
          const isBeside = zone === "bottom" && (repeated[index] ?? []).some(Boolean);
          const isGone =
            repeated[index]?.[position] || isBeside || (isAtEdge && zone !== "middle" && pageNumber.test(key));
          if (isGone) furniture.push(segment.text);
          return !isGone;
        }),
      )
      .filter((row) => row.length > 0);
    return { page, rows: left, furniture };
  });
}

function mark({ text, x, y, height }: Segment, page: PageText): Mark {
  const share = y / page.height;
  const zone = share < topZone ? "top" : share > bottomZone ? "bottom" : "middle";
  const key = text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").trim();
  return { page: page.page, y, x, height, key, zone };
}

/** The same words in the same zone, for looking at neighbours only: thousands of like lines are not compared with each other. */
type Alike = {
  readonly count: number;
  readonly byPage: ReadonlyMap<number, readonly Mark[]>;
  readonly byPlace: ReadonlyMap<string, readonly Mark[]>;
};

/** Letters side by side, or set apart as in "M A N U A L". */
const hasWord = /\p{L}{2}|(?:\p{L} ){2}\p{L}/u;

const placeSize = 3;
const place = (x: number, y: number): string => `${Math.floor(x / placeSize)} ${Math.floor(y / placeSize)}`;
const wordsOf = ({ zone, key }: Mark): string => `${zone} ${key}`;

function repetition(marks: readonly Mark[], pages: number): (mark: Mark) => boolean {
  const alike = new Map<string, Alike>();
  for (const [words, same] of Map.groupBy(marks, wordsOf))
    alike.set(words, {
      count: same.length,
      byPage: Map.groupBy(same, ({ page }) => page),
      byPlace: Map.groupBy(same, ({ x, y }) => place(x, y)),
    });
  return (own) => {
    const same = alike.get(wordsOf(own));
    if (same === undefined || same.count < 2) return false;
    if (!hasWord.test(own.key) && (!pageNumber.test(own.key) || own.height > largestNumber)) return false;
    if (own.zone === "middle") return pages >= 4 && isWatermark(own, same, pages);
    const near = [-2, -1, 1, 2]
      .flatMap((pagesAway) => same.byPage.get(own.page + pagesAway) ?? [])
      .filter(({ y }) => Math.abs(y - own.y) <= 16);
    const exact = near.filter(({ y }) => Math.abs(y - own.y) <= 4).toSorted((a, b) => a.page - b.page);
    if (same.count >= 3) return near.length > 0;
    return exact.length > 0 && (pages <= 3 || Math.abs((exact[0]?.page ?? 0) - own.page) === 1);
  };
}

/** In the same place on at least six pages of ten. */
function isWatermark(own: Mark, { count, byPlace }: Alike, pages: number): boolean {
  if (count < pages * 0.6) return false;
  const steps = [-placeSize, 0, placeSize];
  const there = steps
    .flatMap((right) => steps.flatMap((down) => byPlace.get(place(own.x + right, own.y + down)) ?? []))
    .filter(({ x, y }) => Math.abs(x - own.x) <= placeSize && Math.abs(y - own.y) <= placeSize);
  return there.length >= pages * 0.6;
}
