import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { referencePhrase } from "../words/disparity/group-phrase.ts";
import { missingCount } from "../words/missing-count.ts";
import type { Words } from "../words/words.ts";
import { type BiasPanel, biasPanels, figureText } from "./bias-panels.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { chartSvg, ink } from "./chart-svg.ts";
import { perText } from "./per-text.ts";
import { textWidth, wrapText } from "./wrap-text.ts";

type PlacedPanel = BiasPanel & { readonly title: string; readonly top: number; readonly bottom: number };

const lineHeight = 17;
const panelHeight = 84;

/**
 * The difference in force per stop as a band over the share of the group's stops that would not have happened to people
 * of the reference group, and as a dashed line the difference among the group's own stops, with a mark where it would
 * turn. One panel a group, each on its own scale, since small differences turn too. No share is preferred. Empty when no
 * row has bounds.
 */
export function stopBiasChart(finding: Finding, width: ChartWidth, words: Words): string {
  const panels = biasPanels(finding, words);
  if (panels.length === 0) return "";
  const { font, width: pixels } = chartSizes[width];
  const per = finding.comparison?.per ?? 1;
  const tickTexts = panels.flatMap(({ low, high }) =>
    yTicks(low * per, high * per).map((tick) => figureText(tick, words)),
  );
  const marginLeft = 16 + Math.max(...tickTexts.map((text) => textWidth(text, font)));
  const { placed, height } = placePanels(panels, pixels - 12, font);
  const toY = ({ top, bottom, low, high }: PlacedPanel, value: number) =>
    high === low ? bottom : bottom - ((value - low) / (high - low)) * (bottom - top);
  const furthest = Math.max(...panels.flatMap(({ points }) => points.map(({ share }) => share)));
  const axis = wrapText(
    words.say("chart.bias.axis", { reference: referencePhrase(finding, words) }),
    pixels - 16,
    font,
  );
  const name = { id: finding.id, width, title: biasTitle(finding, words), description: biasDescription(panels, words) };
  const ticks = placed.flatMap((panel) =>
    yTicks(panel.low * per, panel.high * per).map((value) => ({
      y: toY(panel, value / per),
      text: figureText(value, words),
    })),
  );
  return chartSvg(name, {
    height: height + 34 + axis.length * lineHeight,
    marginLeft,
    marginRight: 22,
    marginTop: 4,
    marginBottom: 30 + axis.length * lineHeight,
    x: { type: "linear", domain: [0, furthest || 1] },
    y: { axis: null, type: "linear", domain: [height, 0] },
    marks: [
      Plot.link(ticks, { x1: 0, x2: furthest, y1: "y", y2: "y", stroke: ink.grid }),
      Plot.text(ticks, { frameAnchor: "left", textAnchor: "end", dx: -7, y: "y", text: "text", fill: ink.axis }),
      ...placed.flatMap((panel) => panelMarks(panel, (value) => toY(panel, value), furthest)),
      ...textMarks(placed, { axis, height, marginLeft }, words),
    ],
  });
}

type Texts = { readonly axis: readonly string[]; readonly height: number; readonly marginLeft: number };

function textMarks(placed: readonly PlacedPanel[], { axis, height, marginLeft }: Texts, words: Words): Plot.Markish[] {
  const start = { frameAnchor: "left", textAnchor: "start", dx: 4 - marginLeft, lineHeight: 1.3 } as const;
  return [
    Plot.text(placed, {
      ...start,
      y: ({ top, title }: PlacedPanel) => top - 10 - (title.split("\n").length * lineHeight) / 2,
      text: "title",
      fill: ink.text,
    }),
    Plot.axisX({ ticks: 4, tickSize: 0, tickFormat: words.axisPercent, label: null, color: ink.axis }),
    Plot.text([axis.join("\n")], {
      ...start,
      y: () => height,
      dy: 26,
      text: (line: string) => line,
      lineAnchor: "top",
      fill: ink.axis,
    }),
  ];
}

function panelMarks(panel: PlacedPanel, toY: (value: number) => number, furthest: number): Plot.Markish[] {
  const band = panel.points.map(({ share, low, high, amongGroup }) => ({
    share,
    low: toY(low),
    high: toY(high),
    own: toY(amongGroup),
  }));
  const line = { x: "share", stroke: ink.observed, strokeWidth: 1.8 } as const;
  const turn = panel.tipping === undefined ? [] : [{ x: panel.tipping, y: toY(0) }];
  return [
    Plot.areaY(band, { x: "share", y1: "low", y2: "high", fill: ink.observed, fillOpacity: 0.25 }),
    Plot.line(band, { ...line, y: "low" }),
    Plot.line(band, { ...line, y: "high" }),
    Plot.line(band, { ...line, y: "own", strokeDasharray: "5 4" }),
    Plot.link([0], { x1: 0, x2: furthest, y1: toY(0), y2: toY(0), stroke: ink.text, strokeWidth: 1.3 }),
    Plot.dot(turn, { x: "x", y: "y", r: 4.5, fill: ink.paper, stroke: ink.text, strokeWidth: 1.8 }),
  ];
}

function placePanels(panels: readonly BiasPanel[], room: number, font: number) {
  let top = 0;
  const placed = panels.map((panel): PlacedPanel => {
    const title = [...wrapText(panel.label, room, font), ...wrapText(panel.text, room, font)];
    top += title.length * lineHeight + 14;
    const from = top;
    top += panelHeight + 14;
    return { ...panel, title: title.join("\n"), top: from, bottom: from + panelHeight };
  });
  return { placed, height: top - 6 };
}

function yTicks(low: number, high: number): readonly number[] {
  const room = high - low;
  if (room === 0) return [0];
  const size = 10 ** Math.floor(Math.log10(room));
  const step = [0.5, 1, 2, 5].map((factor) => factor * size).find((candidate) => room / candidate <= 4) ?? 5 * size;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, index) => (first + index) * step);
}

function biasTitle(finding: Finding, words: Words): string {
  return words.say("chart.bias.title", {
    contacts: perText(finding, words),
    reference: referencePhrase(finding, words),
    years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
  });
}

const biasDescription = (panels: readonly BiasPanel[], words: Words) =>
  words.say("chart.bias.desc", {
    items: panels.map(({ label, text }) => words.say("chart.bias.item", { label, text })).join("; "),
  });

/** What the band and the line mean, and what is left out because its group is not recorded. */
export function biasCaption(finding: Finding, words: Words): string {
  const missing = missingCount(finding);
  if (missing === 0) return words.say("chart.bias.caption");
  const left = { percent: words.percent(missing / finding.total), units: words.say(`say.units.${finding.unit}`) };
  return `${words.say("chart.bias.caption")} ${words.say("chart.bias.caption.missing", left)}`;
}
