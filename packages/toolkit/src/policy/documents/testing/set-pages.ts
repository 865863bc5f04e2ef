import type { PageText, ReadText, TextRun } from "../page-text.ts";

/** A line to set: its words, and where it does not stand at the left margin in ordinary print, how. */
export type SetLine =
  | string
  | {
      readonly text: string;
      readonly x?: number;
      readonly bold?: boolean;
      readonly height?: number;
      readonly y?: number;
      readonly gap?: number;
    };

const pitch = 14;
const letter = 5;

/** Sets lines on a page from top to bottom as a PDF would hold them; "" leaves a line free. */
export function setPage(page: number, lines: readonly SetLine[]): PageText {
  const runs: TextRun[] = [];
  let y = 60;
  for (const line of lines) {
    const {
      text,
      x = 72,
      bold = false,
      height = 10,
      gap = 0,
      ...place
    } = typeof line === "string" ? { text: line } : line;
    y = "y" in place && place.y !== undefined ? place.y : y + pitch + gap;
    if (text !== "")
      runs.push({ text, x, y, width: text.length * letter * (height / 10), height, ...(bold ? { isBold: true } : {}) });
  }
  return { page, width: 612, height: 792, runs };
}

/** What a PDF reader would give for these pages. */
export const setDocument = (...pages: readonly (readonly SetLine[])[]): ReadText => ({
  name: "order.pdf",
  sha256: "0".repeat(64),
  format: "pdf",
  pages: pages.map((lines, index) => setPage(index + 1, lines)),
});
