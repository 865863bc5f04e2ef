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

function repetition(marks: readonly Mark[], pages: number): (mark: Mark) => boolean {
  const byKey = Map.groupBy(marks, ({ key }) => key);
  return (own) => {
    const same = (byKey.get(own.key) ?? []).filter(({ zone }) => zone === own.zone);
    if (same.length < 2 || (!/\p{L}{2}/u.test(own.key) && (!pageNumber.test(own.key) || own.height > largestNumber)))
      return false;
    if (own.zone === "middle") return pages >= 4 && isWatermark(own, same, pages);
    const near = same.filter(
      ({ page, y }) => page !== own.page && Math.abs(page - own.page) <= 2 && Math.abs(y - own.y) <= 16,
    );
    const exact = near.filter(({ y }) => Math.abs(y - own.y) <= 4);
    if (same.length >= 3) return near.length > 0;
    return exact.length > 0 && (pages <= 3 || Math.abs((exact[0]?.page ?? 0) - own.page) === 1);
  };
}

/** In the same place on at least six pages of ten. */
const isWatermark = (own: Mark, same: readonly Mark[], pages: number): boolean =>
  same.filter(({ x, y }) => Math.abs(x - own.x) <= 3 && Math.abs(y - own.y) <= 3).length >= pages * 0.6;
