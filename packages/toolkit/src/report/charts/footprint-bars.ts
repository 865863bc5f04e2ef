import * as Plot from "@observablehq/plot";
import { chartSizes } from "./chart-size.ts";
import { type ChartName, chartSvg, hatch, ink } from "./chart-svg.ts";
import { type PlacedLines, type PlacedText, placeLines } from "./place-lines.ts";
import { wrapText } from "./wrap-text.ts";

/** One line: a bar from zero to `low`, hatched on to `high`. */
export type BandLine = {
  readonly label: string;
  readonly tone: "heading" | "name" | "soft";
  readonly text: string;
  readonly startsGroup: boolean;
  readonly band?: { readonly low: number; readonly high: number };
  /** A thin line under the bar, with ends: a range that holds more than the band. */
  readonly range?: { readonly low: number; readonly high: number };
};

/** The axis of the bars, from zero. */
export type BandAxis = {
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
  readonly label: string;
};

const lineHeight = 17;
const barHalf = 6;
const halo = { stroke: ink.paper, strokeWidth: 5 } as const;

/**
 * Bars of what a narrow definition counts, hatched on to what a wide one adds. The hatched part has no ends and no point
 * in it, so that it is not read as an interval of chance.
 */
export function footprintBars(name: ChartName, lines: readonly BandLine[], axis: BandAxis): string {
  const { width, font } = chartSizes[name.width];
  const placed = placeLines(
    // `known` tells the placing that the line has something to draw.
    lines.map(({ band, range: _, ...line }) => (band === undefined ? line : { ...line, known: band.low })),
    name.width,
  );
  const axisLines = wrapText(axis.label, width - placed.marginLeft - 4, font);
  const marginBottom = 26 + axisLines.length * lineHeight;
  const top = axis.ticks.at(-1) ?? 1;
  return chartSvg(name, {
    height: 8 + placed.height + marginBottom,
    marginLeft: placed.marginLeft,
    marginRight: Math.max(placed.marginRight, 22),
    marginTop: 8,
    marginBottom,
    x: { axis: null, type: "linear", domain: [0, top] },
    y: { axis: null, type: "linear", domain: [placed.height, 0] },
    marks: [
      Plot.ruleX(axis.ticks, { stroke: ink.grid }),
      ...barMarks(lines, placed, name),
      Plot.ruleX([0], { stroke: ink.axis }),
      ...rangeMarks(lines, placed),
      ...lineTexts(placed, name.width === "wide"),
      Plot.text(axis.ticks, {
        x: (value: number) => value,
        y: () => placed.height,
        dy: 13,
        text: axis.tickText,
        fill: ink.axis,
      }),
      Plot.text([axisLines.join("\n")], {
        frameAnchor: "left",
        textAnchor: "start",
        lineAnchor: "top",
        y: () => placed.height,
        dy: 26,
        lineHeight: 1.3,
        text: (line: string) => line,
        fill: ink.axis,
      } as Plot.TextOptions),
    ],
  });
}

function barMarks(lines: readonly BandLine[], placed: PlacedLines, name: ChartName): Plot.Markish[] {
  const bars = lines.flatMap(({ band }, index) => {
    const y = placed.lines[index]?.y;
    return band === undefined || y === undefined ? [] : [{ ...band, top: y - barHalf, bottom: y + barHalf }];
  });
  const place = { y1: "top", y2: "bottom" } as const;
  return [
    Plot.rect(
      bars.filter(({ low, high }) => high > low),
      { x1: "low", x2: "high", ...place, fill: hatch(name), stroke: ink.axis, strokeWidth: 0.8 },
    ),
    Plot.rect(
      bars.filter(({ low }) => low > 0),
      { x1: () => 0, x2: "low", ...place, fill: ink.observed },
    ),
  ];
}

function rangeMarks(lines: readonly BandLine[], placed: PlacedLines): Plot.Markish[] {
  const ranges = lines.flatMap(({ range }, index) => {
    const y = placed.lines[index]?.y;
    return range === undefined || y === undefined ? [] : [{ ...range, y }];
  });
  const ends = ranges.flatMap(({ low, high, y }) => [low, high].map((x) => ({ x, top: y - 4, bottom: y + 4 })));
  const under = { stroke: ink.paper, strokeWidth: 4 };
  const over = { stroke: ink.text, strokeWidth: 1.5 };
  return [under, over].flatMap((style) => [
    Plot.link(ranges, { x1: "low", x2: "high", y1: "y", y2: "y", ...style }),
    Plot.link(ends, { x1: "x", x2: "x", y1: "top", y2: "bottom", ...style }),
  ]);
}

function lineTexts(placed: PlacedLines, isWide: boolean): Plot.Markish[] {
  const start = { frameAnchor: "left", textAnchor: "start", dx: 6 } as const;
  return [
    ...texts(placed.labels, isWide ? { frameAnchor: "left", textAnchor: "end", dx: -12 } : start),
    ...texts(placed.beside, { frameAnchor: "right", textAnchor: "start", dx: 10 }),
    ...texts(placed.above, { frameAnchor: "right", textAnchor: "end", dx: 12 }),
    ...texts(placed.under, start),
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
