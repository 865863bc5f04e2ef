import * as Plot from "@observablehq/plot";
import { chartSizes } from "./chart-size.ts";
import { type ChartName, chartSvg, ink } from "./chart-svg.ts";
import type { IntervalLine } from "./interval-line.ts";
import { intervalMarks } from "./interval-marks.ts";
import { type PlacedLines, type PlacedText, placeLines } from "./place-lines.ts";
import type { AxisScale } from "./ratio-scale.ts";
import { wrapText } from "./wrap-text.ts";

/** The axis of a chart of intervals, in words. */
export type IntervalAxis = {
  readonly scale: AxisScale;
  readonly tickText: (value: number) => string;
  readonly label: string;
  /** For ratios: what the line at 1 means. */
  readonly one?: string;
  /** Where the numbers stand on a narrow chart. */
  readonly numbers?: "above" | "beside";
};

const lineHeight = 17;
/** Keeps a text legible where a grid line passes behind it. */
const halo = { stroke: ink.paper, strokeWidth: 5 } as const;

/** Draws lines of estimates, intervals and ranges under one another on one axis. */
export function intervalChart(name: ChartName, lines: readonly IntervalLine[], axis: IntervalAxis): string {
  const { scale } = axis;
  const { width, font } = chartSizes[name.width];
  const placed = placeLines(lines, name.width, axis.numbers);
  const frame = width - placed.marginLeft - placed.marginRight;
  const middle = placed.marginLeft + frame / 2;
  const aroundMiddle = 2 * Math.min(middle, width - middle) - 8;
  const one = axis.one === undefined ? [] : wrapText(axis.one, aroundMiddle, font);
  const marginTop = one.length * lineHeight + 8;
  const axisRoom = axis.one === undefined ? frame + placed.marginRight - 4 : aroundMiddle;
  const axisLines = wrapText(axis.label, axisRoom, font);
  const marginBottom = 26 + axisLines.length * lineHeight;
  return chartSvg(name, {
    height: marginTop + placed.height + marginBottom,
    marginLeft: placed.marginLeft,
    marginRight: placed.marginRight,
    marginTop,
    marginBottom,
    x: { axis: null, type: scale.type, domain: [scale.low, scale.high] },
    y: { axis: null, type: "linear", domain: [placed.height, 0] },
    marks: [
      Plot.ruleX(scale.ticks, { stroke: ink.grid }),
      ...(axis.one === undefined
        ? [Plot.ruleX([0], { stroke: ink.axis })]
        : [Plot.ruleX([1], { stroke: ink.axis, strokeWidth: 1.5 })]),
      ...intervalMarks(placed.lines, scale, name),
      ...lineTexts(placed, name.width === "wide", axis),
      ...axisTexts(placed, axis, { one, axisLines }),
    ],
  });
}

/** Labels and numbers; on a narrow chart of shares they stand right of the axis, so that it does not cross them. */
function lineTexts(placed: PlacedLines, isWide: boolean, { one }: IntervalAxis): Plot.Markish[] {
  const start = {
    frameAnchor: "left",
    textAnchor: "start",
    dx: one === undefined ? 6 : 4 - placed.marginLeft,
  } as const;
  return [
    ...texts(placed.labels, isWide ? { frameAnchor: "left", textAnchor: "end", dx: -12 } : start),
    ...texts(placed.beside, { frameAnchor: "right", textAnchor: "start", dx: 10 }),
    ...texts(placed.above, { frameAnchor: "right", textAnchor: "end", dx: 12 }),
    ...texts(placed.under, start),
  ];
}

type AxisLines = { readonly one: readonly string[]; readonly axisLines: readonly string[] };

function axisTexts({ height }: PlacedLines, axis: IntervalAxis, { one, axisLines }: AxisLines): Plot.Markish[] {
  const { scale, tickText } = axis;
  const place = axis.one === undefined ? { frameAnchor: "left" } : { x: () => 1, textAnchor: "middle" };
  const shared = { textAnchor: "start", ...place, text: (line: string) => line, lineHeight: 1.3, fill: ink.axis };
  const bottom = { ...shared, y: () => height, dy: 26, lineAnchor: "top" } as Plot.TextOptions;
  return [
    Plot.text(one.length === 0 ? [] : [one.join("\n")], {
      ...shared,
      y: () => 0,
      dy: -6,
      lineAnchor: "bottom",
    } as Plot.TextOptions),
    // Plot's own log axis leaves out some of the ticks it is given.
    Plot.text(scale.ticks, { x: (value: number) => value, y: () => height, dy: 13, text: tickText, fill: ink.axis }),
    Plot.text([axisLines.join("\n")], bottom),
  ];
}

function texts(placed: readonly PlacedText[], place: Plot.TextOptions): Plot.Markish[] {
  const tones = [
    { tone: "heading", fill: ink.text, fontWeight: 600 },
    { tone: "name", fill: ink.text },
    { tone: "soft", fill: ink.axis },
  ] as const;
  return tones.map(({ tone, ...style }) =>
    Plot.text(
      placed.filter((text) => text.tone === tone),
      { y: "y", text: "text", lineHeight: 1.3, ...halo, ...style, ...place },
    ),
  );
}
