import * as Plot from "@observablehq/plot";
import type { ChartRow } from "./chart-row.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { ink } from "./chart-svg.ts";

/** Where the labels of a chart with one line per row stand, and how much room they take. */
export type LineLayout = {
  readonly height: number;
  readonly marginLeft: number;
  readonly marginRight: number;
  /** Marks with the label of each line. */
  readonly labels: Plot.Markish[];
  /** Space above and below a bar within its line. */
  readonly insets: { readonly insetTop: number; readonly insetBottom: number };
  /** Vertical offset of a dot within its line, in pixels. */
  readonly dy: number;
};

/** Mean width of a letter in ems, for the widest of the usual system fonts; narrower ones leave room. */
const letter = 0.62;
/** Plot measures text as if it were set in a narrower font; this brings its measure to ours. */
const measure = 0.84;
const axisRoom = 46;
const lineHeight = 17;

/**
 * On a wide chart labels stand at the left, wrapped; on a narrow one each stands above its mark, where a long Spanish
 * title has room too.
 */
export function lineLayout(rows: readonly ChartRow[], width: ChartWidth, valueLetters: number): LineLayout {
  const { font, width: pixels } = chartSizes[width];
  const marginRight = valueLetters * font * (letter + 0.02) + 16;
  const linesOf = (room: number) =>
    Math.max(1, ...rows.map(({ label }) => Math.ceil((label.length * font * letter) / room)));
  if (width === "narrow") {
    const room = pixels - 30;
    const rowHeight = 29 + linesOf(room) * lineHeight;
    const labels = Plot.text(rows, {
      y: "key",
      text: "label",
      frameAnchor: "left",
      lineAnchor: "bottom",
      dx: 5,
      dy: rowHeight / 2 - 25,
      lineWidth: (room / font) * measure,
      lineHeight: 1.2,
      fill: ink.text,
    });
    return {
      height: rows.length * rowHeight + axisRoom,
      marginLeft: 14,
      marginRight,
      insets: { insetTop: rowHeight - 21, insetBottom: 7 },
      dy: rowHeight / 2 - 14,
      labels: [labels],
    };
  }
  const longest = Math.max(...rows.map(({ label }) => label.length));
  const room = Math.min(longest * font * letter + 6, 250);
  const labels = Plot.text(rows, {
    y: "key",
    text: "label",
    frameAnchor: "left",
    textAnchor: "end",
    dx: -10,
    lineWidth: (room / font) * measure,
    lineHeight: 1.2,
    fill: ink.text,
  });
  return {
    height: rows.length * Math.max(30, linesOf(room) * lineHeight + 8) + axisRoom,
    marginLeft: room + 14,
    marginRight,
    insets: { insetTop: 6, insetBottom: 6 },
    dy: 0,
    labels: [labels],
  };
}
