import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { dateText } from "../words/change/event-phrase.ts";
import type { Words } from "../words/words.ts";
import { type ChangeMonth, changeMonths } from "./change-months.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { type ChartName, chartSvg, hatch, ink } from "./chart-svg.ts";
import { type EventMark, placeEventMarks } from "./event-marks.ts";

const band = 17;

/**
 * Bars of a count by month with what was expected after an event: a thick line with dashed limits. Months left out are
 * striped bars, months without data striped from top to bottom, events upright lines with their number. From zero.
 */
export function changeSeriesChart(
  finding: Finding,
  width: ChartWidth,
  words: Words,
  { title, marks }: { readonly title: string; readonly marks: readonly EventMark[] },
): string {
  const months = changeMonths(finding);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "";
  const name = { id: finding.id, width, ...texts(finding, months, title, words) };
  const tops = months.flatMap(({ count, high }) => [count ?? 0, high ?? 0]);
  const top = Math.max(1, ...tops);
  const { font, width: pixels } = chartSizes[width];
  const marginLeft = 20 + words.number(Math.round(top)).length * font * 0.62;
  const marginRight = 24;
  const inside = { from: first.from, to: last.to, pixels: pixels - marginLeft - marginRight };
  const placed = placeEventMarks(marks, inside);
  const levels = Math.max(0, ...placed.map(({ level }) => level + 1));
  return chartSvg(name, {
    height: (width === "narrow" ? 200 : 230) + levels * band,
    marginLeft,
    marginRight,
    marginTop: 36 + levels * band,
    marginBottom: 28,
    x: { type: "utc", domain: [first.from, last.to] },
    y: { domain: [0, top], nice: true },
    marks: [
      Plot.gridY({ stroke: ink.grid, strokeOpacity: 1, ticks: 4 }),
      ...bars(months, name),
      ...expectation(months),
      Plot.ruleY([0], { stroke: ink.axis }),
      ...eventLines(placed),
      ...axes(months, { finding, width, words }),
    ],
  });
}

function texts(finding: Finding, months: readonly ChangeMonth[], title: string, words: Words) {
  const { observed, expected, eventDate } = finding.values ?? {};
  const isTested = months.some((month) => month.expected !== undefined);
  const units = words.say(`say.units.${finding.unit}`);
  const names = {
    from: words.month(months[0]?.key ?? ""),
    to: words.month(months.at(-1)?.key ?? ""),
    event: dateText(String(eventDate ?? ""), words).text,
  };
  const isCounted = isTested && typeof observed === "number" && typeof expected === "number";
  return {
    title: words.say(`change.chart.series${isTested ? "" : ".bare"}`, { title, units }),
    description: isCounted
      ? words.say("change.chart.series.desc", { ...names, observed, expected: Math.round(expected) })
      : words.say("change.chart.series.desc.bare", names),
  };
}

function bars(months: readonly ChangeMonth[], name: ChartName): Plot.Markish[] {
  const place = { x1: "from", x2: "to", insetLeft: 0.4, insetRight: 0.4 } as const;
  const counted = months.filter(({ count }) => count !== undefined);
  return [
    Plot.rect(
      months.filter(({ count }) => count === undefined),
      { x1: "from", x2: "to", fill: hatch(name) },
    ),
    Plot.rect(
      counted.filter(({ isLeftOut }) => !isLeftOut),
      { ...place, y1: 0, y2: "count", fill: ink.observed, fillOpacity: 0.55 },
    ),
    Plot.rect(
      counted.filter(({ isLeftOut }) => isLeftOut),
      { ...place, y1: 0, y2: "count", fill: hatch(name), stroke: ink.observed, strokeWidth: 1 },
    ),
  ];
}

/** The expected line and its limits, on paper so that both stand out from the bars, in runs of neighbouring months. */
function expectation(months: readonly ChangeMonth[]): Plot.Markish[] {
  const points = months.map((month) => ({
    x: new Date((month.from.getTime() + month.to.getTime()) / 2),
    expected: month.expected ?? Number.NaN,
    low: month.low ?? Number.NaN,
    high: month.high ?? Number.NaN,
  }));
  if (points.every(({ expected }) => Number.isNaN(expected))) return [];
  const dashed = { stroke: ink.text, strokeWidth: 1.2, strokeDasharray: "4,3" } as const;
  return [
    Plot.areaY(points, { x: "x", y1: "low", y2: "high", fill: ink.text, fillOpacity: 0.09 }),
    Plot.line(points, { x: "x", y: "low", ...dashed }),
    Plot.line(points, { x: "x", y: "high", ...dashed }),
    Plot.line(points, { x: "x", y: "expected", stroke: ink.paper, strokeWidth: 5 }),
    Plot.line(points, { x: "x", y: "expected", stroke: ink.text, strokeWidth: 2.4 }),
  ];
}

function eventLines(placed: ReturnType<typeof placeEventMarks>): Plot.Markish[] {
  const dy = (level: number) => -11 - level * band;
  const levels = [...new Set(placed.map(({ level }) => level))];
  return [
    Plot.ruleX(
      placed.filter(({ isOwn }) => !isOwn),
      { x: "date", stroke: ink.axis, strokeWidth: 1, strokeDasharray: "2,3" },
    ),
    Plot.ruleX(
      placed.filter(({ isOwn }) => isOwn),
      { x: "date", stroke: ink.text, strokeWidth: 2 },
    ),
    ...levels.flatMap((level) =>
      [false, true].map((isOwn) =>
        Plot.text(
          placed.filter((mark) => mark.level === level && mark.isOwn === isOwn),
          {
            x: "date",
            text: "label",
            frameAnchor: "top",
            dy: dy(level),
            fill: isOwn ? ink.text : ink.axis,
            fontWeight: isOwn ? 700 : 400,
          },
        ),
      ),
    ),
  ];
}

type AxisParts = {
  readonly finding: Finding;
  readonly width: ChartWidth;
  readonly words: Words;
};

function axes(months: readonly ChangeMonth[], { finding, width, words }: AxisParts): Plot.Markish[] {
  const years = months.filter(({ key }) => key.endsWith("-01")).map(({ from }) => from);
  const every = Math.ceil(years.length / (width === "narrow" ? 5 : 12));
  const ends = [months[0], months.at(-1)].flatMap((month) => month?.from ?? []);
  const ticks = years.length > 1 ? years.filter((_, index) => index % every === 0) : ends;
  const label = (day: Date): string =>
    years.length > 1 ? String(day.getUTCFullYear()) : words.shortMonth(day.toISOString().slice(0, 7));
  return [
    Plot.axisY({
      ticks: 4,
      tickSize: 0,
      tickFormat: (count: number) => (Number.isInteger(count) ? words.number(count) : ""),
      label: words.say("chart.axis.count", { units: words.say(`say.units.${finding.unit}`) }),
      labelArrow: "none",
      color: ink.axis,
    }),
    Plot.axisX({ ticks, tickFormat: label, label: null, color: ink.axis }),
  ];
}
