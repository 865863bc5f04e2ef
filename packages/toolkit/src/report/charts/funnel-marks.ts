import * as Plot from "@observablehq/plot";
import type { Words } from "../words/words.ts";
import { chartSizes } from "./chart-size.ts";
import { type ChartName, hatch, ink } from "./chart-svg.ts";
import { chartSymbols } from "./chart-symbols.ts";
import type { FunnelPoint } from "./funnel-points.ts";
import type { PlacedLabel } from "./place-labels.ts";

/** Inner limits dashed, outer ones whole, through the limits of the areas that lie on the axis. */
export function curveMarks(points: readonly FunnelPoint[], top: number): Plot.Markish[] {
  const sorted = points.toSorted((a, b) => a.x - b.x);
  const curves = (["outer", "inner"] as const).flatMap((limit) =>
    (["low", "high"] as const).map((end) => ({
      limit,
      line: sorted.flatMap(({ x, limits }) =>
        limits === undefined || limits[limit][end] > top ? [] : [{ x, y: limits[limit][end] }],
      ),
    })),
  );
  return curves.map(({ limit, line }) =>
    Plot.line(line, {
      x: "x",
      y: "y",
      curve: "monotone-x",
      stroke: ink.axis,
      strokeWidth: 1.4,
      ...(limit === "inner" ? { strokeDasharray: "5 4" } : {}),
    }),
  );
}

/** A ring for an area inside, a triangle up or down for one outside. */
export function pointMarks(points: readonly FunnelPoint[]): Plot.Markish[] {
  const of = (side: FunnelPoint["side"]) => points.filter((point) => point.side === side);
  const at = { x: "x", y: "y" } as const;
  const outside = { ...at, r: 6, fill: ink.observed, stroke: ink.paper, strokeWidth: 1 };
  return [
    Plot.dot(of("inside"), {
      ...at,
      r: 3.5,
      fill: ink.paper,
      fillOpacity: 0.6,
      stroke: ink.observed,
      strokeWidth: 1.4,
    }),
    Plot.dot(of("higher"), { ...outside, symbol: chartSymbols.up as never }),
    Plot.dot(of("lower"), { ...outside, symbol: chartSymbols.down as never }),
  ];
}

/** Names of areas beside their points, where there is room. */
export function labelMark(labels: readonly PlacedLabel[]): Plot.Markish {
  return Plot.text(labels, {
    x: atPixel(({ left }: PlacedLabel) => left),
    y: atPixel(({ middle }: PlacedLabel) => middle),
    text: "text",
    textAnchor: "start",
    lineHeight: 1.3,
    fill: ink.text,
    stroke: ink.paper,
    strokeWidth: 4,
  });
}

/** A bar of its own right of the frame, on the same axis of shares. */
export function missingMark(share: number, name: ChartName, words: Words): Plot.Markish[] {
  const at = (fromRight: number) => atPixel(() => chartSizes[name.width].width - fromRight);
  // Whole percents, but never 0% of what is there.
  const percent = words.axisPercent(share < 0.01 ? Math.max(0.001, share) : Math.round(share * 100) / 100);
  return [
    Plot.rect([share], {
      x1: at(30),
      x2: at(14),
      y1: 0,
      y2: (value: number) => value,
      fill: hatch(name),
      stroke: ink.axis,
    }),
    Plot.text([share], { x: at(22), y: (value: number) => value, dy: -9, text: () => percent, fill: ink.axis }),
  ];
}

/** A channel of pixels, which no scale changes. */
const atPixel = <T>(value: (row: T) => number) => ({ value, scale: null }) as unknown as Plot.ChannelValueSpec;
