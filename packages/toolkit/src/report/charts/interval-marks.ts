import * as Plot from "@observablehq/plot";
import { type ChartName, hatch, ink } from "./chart-svg.ts";
import { chartSymbols } from "./chart-symbols.ts";
import type { IntervalLine, MarkKind } from "./interval-line.ts";
import type { PlacedLines } from "./place-lines.ts";
import { type AxisScale, cutInterval } from "./ratio-scale.ts";

type Placed = PlacedLines["lines"][number];
type Segment = { readonly low: number; readonly high: number; readonly y: number; readonly half: number };
type Arrow = { readonly x: number; readonly y: number; readonly side: "left" | "right"; readonly isRange: boolean };

const capHalf = 5;
const bandHalf = { none: 8, "no-less-than-known": 5, "no-more-than-known": 5 } as const;

/**
 * The marks of placed lines: what the missing could do as a hatched band, intervals with end caps, estimates, the
 * reference, and an arrow wherever something runs off the axis. A value off the axis has an arrow and no mark.
 */
export function intervalMarks(lines: readonly Placed[], scale: AxisScale, name: ChartName): Plot.Markish[] {
  return [
    ...rangeMarks(lines, scale, name),
    ...lineMarks(lines, scale),
    ...valueMarks(lines, scale),
    ...arrowMarks(lines.flatMap((line) => arrowsOf(line, scale))),
  ];
}

function rangeMarks(lines: readonly Placed[], scale: AxisScale, name: ChartName): Plot.Markish[] {
  const paint = {
    none: { fill: hatch(name), fillOpacity: 0.75, stroke: ink.axis, strokeWidth: 0.7 },
    "no-less-than-known": { fill: ink.observed, fillOpacity: 0.45, stroke: ink.observed, strokeWidth: 1 },
    "no-more-than-known": { fill: ink.paper, stroke: ink.observed, strokeWidth: 1.6 },
  } as const;
  const bands = (Object.keys(paint) as (keyof typeof paint)[]).map((kind) => {
    const segments = lines.flatMap((line) =>
      line.range?.kind === kind ? segment(line.range.interval, line.y, bandHalf[kind], scale) : [],
    );
    return Plot.rect(segments, { x1: "low", x2: "high", y1: top, y2: bottom, ...paint[kind] });
  });
  const ticks = lines.flatMap(({ known, y, range }) =>
    known === undefined || known < scale.low || known > scale.high
      ? []
      : [{ low: known, high: known, y, half: bandHalf[range?.kind ?? "none"] + 1 }],
  );
  return [
    ...bands,
    Plot.link(ticks, { x1: "low", x2: "low", y1: top, y2: bottom, stroke: ink.text, strokeWidth: 1.5 }),
  ];
}

const top = ({ y, half }: Segment) => y - half;
const bottom = ({ y, half }: Segment) => y + half;

function segment(
  interval: { readonly low: number; readonly high: number },
  y: number,
  half: number,
  scale: AxisScale,
): Segment[] {
  const { low, high } = cutInterval(interval, scale);
  return low === undefined || high === undefined ? [] : [{ low, high, y, half }];
}

function lineMarks(lines: readonly Placed[], scale: AxisScale): Plot.Markish[] {
  return [false, true].flatMap((isMinor) => {
    const drawn = lines.flatMap(({ estimate, y, isMinor: minor = false }) =>
      estimate?.interval === undefined || minor !== isMinor ? [] : [{ interval: estimate.interval, y }],
    );
    const half = isMinor ? capHalf - 1 : capHalf;
    const segments = drawn.flatMap(({ interval, y }) => segment(interval, y, half, scale));
    const caps = drawn.flatMap(({ interval: { low, high }, y }) =>
      [low, high]
        .filter((end) => end >= scale.low && end <= scale.high)
        .map((end) => ({ low: end, high: end, y, half })),
    );
    const stroke = { stroke: ink.range, strokeWidth: isMinor ? 2 : 3 };
    // Paper under the line keeps it legible on the hatch.
    const halo = { stroke: ink.paper, strokeWidth: stroke.strokeWidth + 4 };
    return [
      Plot.link(segments, { x1: "low", x2: "high", y1: "y", y2: "y", ...halo }),
      Plot.link(segments, { x1: "low", x2: "high", y1: "y", y2: "y", ...stroke }),
      Plot.link(caps, { x1: "low", x2: "low", y1: top, y2: bottom, ...stroke, strokeWidth: 2 }),
    ];
  });
}

const isOn = (value: number | undefined, scale: AxisScale): value is number =>
  value !== undefined && value >= scale.low && value <= scale.high;

function valueMarks(lines: readonly Placed[], scale: AxisScale): Plot.Markish[] {
  const of = (kind: MarkKind, isMinor: boolean) =>
    lines.flatMap(({ estimate, y, isMinor: minor = false }) =>
      estimate?.kind === kind && minor === isMinor && isOn(estimate.value, scale) ? [{ x: estimate.value, y }] : [],
    );
  const place = { x: "x", y: "y", stroke: ink.observed, strokeWidth: 2 } as const;
  const diamond = { ...place, symbol: chartSymbols.diamond as never, fill: ink.paper };
  const reference = lines.filter(({ isReference }) => isReference).map(({ y }) => ({ x: 1, y }));
  return [
    ...[false, true].flatMap((isMinor) => [
      Plot.dot(of("measured", isMinor), { ...place, r: isMinor ? 3.5 : 5, fill: ink.observed }),
      Plot.dot(of("unsure", isMinor), { ...place, r: isMinor ? 3.5 : 5, fill: ink.paper }),
    ]),
    Plot.dot(of("adjusted", false), { ...diamond, r: 5.5 }),
    Plot.dot(of("alternative", false), { ...diamond, r: 4 }),
    Plot.dot(reference, { ...place, symbol: "square", r: 4.5, fill: ink.paper, stroke: ink.axis }),
  ];
}

/** At most one arrow a side for the interval and one for the range; the interval's goes before. */
function arrowsOf({ estimate, range, y }: IntervalLine & { readonly y: number }, scale: AxisScale): readonly Arrow[] {
  const spans = [
    ...(estimate?.interval === undefined ? [] : [{ interval: estimate.interval, isRange: false }]),
    ...(estimate?.interval === undefined && estimate?.value !== undefined
      ? [{ interval: { low: estimate.value, high: estimate.value }, isRange: false }]
      : []),
    ...(range === undefined ? [] : [{ interval: range.interval, isRange: true }]),
  ];
  return (["left", "right"] as const).flatMap((side) => {
    const cut = spans.find(({ interval }) => {
      const { isCutLow, isCutHigh } = cutInterval(interval, scale);
      return side === "left" ? isCutLow : isCutHigh;
    });
    return cut === undefined ? [] : [{ x: side === "left" ? scale.low : scale.high, y, side, isRange: cut.isRange }];
  });
}

function arrowMarks(arrows: readonly Arrow[]): Plot.Markish[] {
  return (["left", "right"] as const).flatMap((side) =>
    [false, true].map((isRange) =>
      Plot.dot(
        arrows.filter((arrow) => arrow.side === side && arrow.isRange === isRange),
        {
          x: "x",
          y: "y",
          symbol: chartSymbols[side] as never,
          r: 6,
          dx: side === "left" ? 5 : -5,
          fill: isRange ? ink.paper : ink.observed,
          stroke: isRange ? ink.axis : ink.observed,
          strokeWidth: 1.2,
        },
      ),
    ),
  );
}
