import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { type IntervalLine, isDrawn } from "./interval-line.ts";
import { numbersWidth, textWidth, wrapText } from "./wrap-text.ts";

/** A text, of one line or several, and its middle in pixels from the top of the frame. */
export type PlacedText = { readonly text: string; readonly y: number; readonly tone: IntervalLine["tone"] };

/** Where everything of a chart of intervals stands: pixels from the top of the frame, and room around the frame. */
export type PlacedLines = {
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  readonly lines: readonly (IntervalLine & { readonly y: number })[];
  readonly labels: readonly PlacedText[];
  /** Numbers beside the frame, ending at its right edge, or starting at its left edge. */
  readonly beside: readonly PlacedText[];
  readonly above: readonly PlacedText[];
  readonly under: readonly PlacedText[];
};

const lineHeight = 17;
const markHeight = 20;
const groupGap = 9;
const widestLabel = 230;
const narrowMargin = 18;

/**
 * Places lines under one another. On a wide chart the label stands left of the mark and the numbers right of it; on a
 * narrow one the label stands above the mark, with the numbers on the same line where both fit, else on the next.
 *
 * @param numbers whether on a narrow chart the numbers stand above the mark, or beside it when they are short
 */
export function placeLines(
  lines: readonly IntervalLine[],
  width: ChartWidth,
  numbers: "above" | "beside" = "above",
): PlacedLines {
  return width === "wide" ? placeWide(lines) : placeNarrow(lines, numbers);
}

const longest = (texts: readonly string[], font: number) => Math.max(0, ...texts.map((text) => textWidth(text, font)));

function placeWide(lines: readonly IntervalLine[]): PlacedLines {
  const { font } = chartSizes.wide;
  const room = Math.min(
    widestLabel,
    longest(
      lines.filter(isDrawn).map(({ label }) => label),
      font,
    ) + 4,
  );
  const labelRoom = Math.max(
    room,
    Math.min(
      widestLabel,
      longest(
        lines.map(({ label }) => label),
        font,
      ),
    ),
  );
  let top = 0;
  const placed = lines.map((line, index) => {
    const wrapped = wrapText(line.label, labelRoom, font);
    const before = line.startsGroup && index > 0 ? groupGap : 0;
    const height = Math.max(markHeight, wrapped.length * lineHeight + 3);
    const y = top + before + height / 2;
    top += before + height;
    return { line: { ...line, y }, text: wrapped.join("\n"), tone: line.tone };
  });
  return {
    height: top + 6,
    marginLeft: labelRoom + 14,
    marginRight: Math.max(0, ...lines.map(({ text }) => numbersWidth(text, font))) + 16,
    lines: placed.map(({ line }) => line),
    labels: placed.filter(({ text }) => text !== "").map(({ line: { y }, text, tone }) => ({ text, tone, y })),
    beside: placed.filter(({ line }) => line.text !== "").map(({ line: { y, text }, tone }) => ({ text, tone, y })),
    above: [],
    under: [],
  };
}

function placeNarrow(lines: readonly IntervalLine[], numbers: "above" | "beside"): PlacedLines {
  const { font, width } = chartSizes.narrow;
  const room = width - 2 * narrowMargin;
  const isBeside = (line: IntervalLine) => numbers === "beside" && isDrawn(line);
  const texts: Record<"labels" | "beside" | "above" | "under", PlacedText[]> = {
    labels: [],
    beside: [],
    above: [],
    under: [],
  };
  let top = 0;
  const placed = lines.map((line, index) => {
    if (line.startsGroup && index > 0) top += groupGap;
    const { text, tone } = line;
    const wrapped = line.label === "" ? [] : wrapText(line.label, room, font);
    if (wrapped.length > 0)
      texts.labels.push({ text: wrapped.join("\n"), tone, y: top + (wrapped.length * lineHeight) / 2 });
    top += wrapped.length * lineHeight;
    if (text !== "" && !isBeside(line)) {
      const fits = wrapped.length === 1 && textWidth(line.label, font) + textWidth(text, font) + 14 <= room;
      texts[fits ? "above" : "under"].push({ text, tone, y: top + (fits ? -lineHeight : lineHeight) / 2 });
      if (!fits) top += lineHeight;
    }
    const y = top + markHeight / 2;
    if (text !== "" && isBeside(line)) texts.beside.push({ text, tone, y });
    top += isDrawn(line) ? markHeight : 0;
    return { ...line, y };
  });
  const besideRoom = Math.max(0, ...texts.beside.map(({ text }) => numbersWidth(text, font)));
  return {
    height: top + 6,
    marginLeft: narrowMargin,
    marginRight: besideRoom === 0 ? narrowMargin : besideRoom + 12,
    lines: placed,
    ...texts,
  };
}
