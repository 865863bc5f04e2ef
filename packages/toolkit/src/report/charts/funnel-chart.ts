import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { missingCount } from "../words/missing-count.ts";
import { capital, measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { chartSvg, ink } from "./chart-svg.ts";
import { curveMarks, labelMark, missingMark, pointMarks } from "./funnel-marks.ts";
import { type FunnelPoint, funnelPoints, usualLimit } from "./funnel-points.ts";
import { type PointLabel, placeLabels } from "./place-labels.ts";
import { shareTicks } from "./share-ticks.ts";
import { numbersWidth, textWidth, wrapText } from "./wrap-text.ts";

const marginTop = 36;
const marginBottom = 48;
const lineHeight = 17;

/**
 * Areas by how many people they count and their share, within the limits that chance alone would give: a ring inside, a
 * triangle up or down and a name outside. What is not recorded is a hatched bar on the same axis. Empty when no area has
 * a share.
 */
export function funnelChart(finding: Finding, width: ChartWidth, words: Words): string {
  const points = funnelPoints(finding, words);
  if (points.length === 0) return "";
  const missing = missingCount(finding) / finding.total;
  const { font, width: pixels } = chartSizes[width];
  const height = width === "narrow" ? 330 : 400;
  const ticks = shareTicks(Math.min(1, Math.max(missing, ...points.map(({ y }) => y), usualLimit(points))));
  const top = ticks.at(-1) ?? 1;
  const right = Math.max(...points.map(({ x }) => x)) * 1.04;
  const marginLeft = 12 + Math.max(...ticks.map((tick) => numbersWidth(words.axisPercent(tick), font)));
  const marginRight = missing > 0 ? 48 : 14;
  const name = { id: finding.id, width, ...funnelName(finding, points, words) };
  const toX = (x: number) => marginLeft + (x / right) * (pixels - marginLeft - marginRight);
  const toY = (y: number) => marginTop + (1 - y / top) * (height - marginTop - marginBottom);
  const target = Number(finding.values?.target);
  const frame = { left: marginLeft, right: pixels - marginRight, top: marginTop, bottom: height - marginBottom };
  const labels = placeLabels(outsideLabels(points, { toX, toY, width }), frame);
  return chartSvg(name, {
    height,
    marginLeft,
    marginRight,
    marginTop,
    marginBottom,
    x: { type: "linear", domain: [0, right] },
    y: { type: "linear", domain: [0, top] },
    marks: [
      Plot.ruleY(ticks, { stroke: ink.grid }),
      Plot.ruleY([0], { stroke: ink.axis }),
      ...curveMarks(points, top),
      ...(Number.isFinite(target) ? [Plot.ruleY([target], { stroke: ink.text, strokeWidth: 1.3 })] : []),
      ...pointMarks(points),
      labelMark(labels),
      ...(missing > 0 ? missingMark(missing, name, words) : []),
      ...axisMarks({ ticks, target, width, marginLeft, marginRight }, words),
    ],
  });
}

type Pixels = {
  readonly toX: (x: number) => number;
  readonly toY: (y: number) => number;
  readonly width: ChartWidth;
};

function outsideLabels(points: readonly FunnelPoint[], { toX, toY, width }: Pixels): readonly PointLabel[] {
  const { font } = chartSizes[width];
  return points.flatMap(({ x, y, label, side }) => {
    if (side === "inside") return [];
    const lines = wrapText(label, width === "narrow" ? 110 : 220, font);
    const longest = Math.max(...lines.map((line) => textWidth(line, font)));
    return [{ x: toX(x), y: toY(y), text: lines.join("\n"), width: longest, height: lines.length * lineHeight }];
  });
}

type Axes = {
  readonly ticks: readonly number[];
  readonly target: number;
  readonly width: ChartWidth;
  readonly marginLeft: number;
  readonly marginRight: number;
};

function axisMarks({ ticks, target, width, marginLeft, marginRight }: Axes, words: Words): Plot.Markish[] {
  const axis = { tickSize: 0, label: null, color: ink.axis } as const;
  const text = { fill: ink.axis, textAnchor: "start", text: (line: string) => line } as const;
  const targetText = Number.isFinite(target)
    ? [words.say("chart.funnel.target", { target: words.percent(target) })]
    : [];
  return [
    Plot.axisY({ ...axis, ticks: [...ticks], tickFormat: words.axisPercent }),
    Plot.text([words.say("chart.funnel.axis.y")], { ...text, frameAnchor: "top-left", dx: 4 - marginLeft, dy: -24 }),
    Plot.axisX({ ...axis, ticks: width === "narrow" ? 4 : 7, tickFormat: words.number }),
    Plot.text([words.say("chart.funnel.axis.x")], { ...text, frameAnchor: "bottom-left", dy: 38 }),
    Plot.text(targetText, {
      ...text,
      frameAnchor: "top-right",
      textAnchor: "end",
      dx: marginRight - 4,
      dy: -24,
      fill: ink.text,
    }),
  ];
}

function funnelName(finding: Finding, points: readonly FunnelPoint[], words: Words) {
  const title = capital(measureText("title", finding, words));
  const outside = points.filter(({ side }) => side !== "inside");
  const items = outside.map(({ label, x, y }) =>
    words.say("chart.funnel.item", { label, value: words.percent(y), n: x }),
  );
  const target = Number(finding.values?.target);
  return {
    title: finding.years
      ? words.say("chart.funnel.title.years", { title, years: words.span(finding.years) })
      : words.say("chart.funnel.title", { title }),
    description: words.say("chart.funnel.desc", {
      n: points.length,
      target: Number.isFinite(target) ? words.percent(target) : words.say("chart.norecord"),
      items:
        items.length === 0
          ? words.say("chart.funnel.inside")
          : words.say("chart.funnel.outside", { items: items.join("; ") }),
    }),
  };
}

/** What the marks of a funnel mean, naming only those that are in it. */
export function funnelCaption(finding: Finding, words: Words): string {
  const points = funnelPoints(finding, words);
  const isAnyOutside = points.some(({ side }) => side !== "inside");
  const isUsual = points.some(
    ({ y, side, limits }) =>
      side === "inside" && limits !== undefined && (y < limits.outer.low || y > limits.outer.high),
  );
  const parts = [
    "",
    isAnyOutside ? ".outside" : ".none",
    ...(isUsual ? [".usual"] : []),
    ...(missingCount(finding) > 0 ? [".missing"] : []),
  ];
  return parts.map((part) => words.say(`chart.funnel.caption${part}`)).join(" ");
}
