import type { Finding } from "@evenhand/standard";
import { missingCount } from "../words/missing-count.ts";
import type { Words } from "../words/words.ts";
import { areaMap, type MapClass } from "./area-map.ts";
import type { Boundaries } from "./boundaries.ts";
import { hasRanges, linesDrawn } from "./chart-row.ts";
import { type ChartWidth, chartWidths } from "./chart-size.ts";
import { countBars } from "./count-bars.ts";
import { footprintBands } from "./footprint-bands.ts";
import { footprintGroups } from "./footprint-groups.ts";
import { footprintWhatIf } from "./footprint-what-if.ts";
import { funnelCaption, funnelChart } from "./funnel-chart.ts";
import { monthlySeries } from "./monthly-series.ts";
import { rangeChart } from "./range-chart.ts";
import { ratioCaption, ratioChart } from "./ratio-chart.ts";
import { hasRatios } from "./ratio-lines.ts";
import { shareDots } from "./share-dots.ts";
import { biasCaption, stopBiasChart } from "./stop-bias-chart.ts";

/** Both width variants of a finding's chart, as SVG, with the caption and, for a map, its classes. */
export type FindingChart = { readonly svg: string; readonly caption: string; readonly classes?: readonly MapClass[] };

type Draw = (finding: Finding, width: ChartWidth, words: Words) => string;

const both = (draw: Draw, finding: Finding, words: Words) =>
  chartWidths.map((width) => draw(finding, width, words)).join("");

/** Charts of the questions of disparity, by question: undefined where a table says it better. */
function disparityChart(finding: Finding, words: Words): FindingChart | undefined {
  if (finding.shown === "counts") return undefined;
  if (hasRatios(finding) && ["rates", "treatment", "places"].includes(finding.question))
    return { svg: both(ratioChart, finding, words), caption: ratioCaption(finding, words) };
  const [draw, caption] = drawings[finding.method] ?? [];
  const svg = draw && both(draw, finding, words);
  return svg && caption ? { svg, caption: caption(finding, words) } : undefined;
}

const drawings: Readonly<Record<string, readonly [Draw, (finding: Finding, words: Words) => string]>> = {
  "missing-race-bounds": [rangeChart, (_, words) => words.say("chart.ranges.caption")],
  "selection-bounds": [stopBiasChart, biasCaption],
  "unit-funnel": [funnelChart, funnelCaption],
};

const disparityQuestions = ["rates", "treatment", "places", "missing-race", "selection", "units-and-officers"];

const footprintDrawings: Readonly<Record<string, readonly [Draw, string]>> = {
  situations: [footprintBands, "footprint.chart.caption"],
  "situations-severe": [footprintBands, "footprint.chart.caption"],
  "situations-injured": [footprintBands, "footprint.chart.caption"],
  "situations-by-group": [footprintGroups, "footprint.chart.caption.groups"],
  "what-if": [footprintWhatIf, "footprint.whatif.chart.caption"],
};

/** Charts of the situations that force began in; a table says the others better. */
function footprintChart(finding: Finding, words: Words): FindingChart | undefined {
  const [draw, caption] = footprintDrawings[finding.measure] ?? [];
  const svg = finding.shown === "counts" ? undefined : draw && both(draw, finding, words);
  return svg && caption ? { svg, caption: words.say(caption) } : undefined;
}

/** Chooses and draws the chart of a finding; undefined when a table says it better, or nothing can be drawn. */
export function findingChart(finding: Finding, words: Words, boundaries?: Boundaries): FindingChart | undefined {
  if (finding.shown === "cannot-say" || finding.rows.length === 0 || finding.question === "gap") return undefined;
  if (disparityQuestions.includes(finding.question)) return disparityChart(finding, words);
  if (finding.question === "footprint") return footprintChart(finding, words);
  const isCrossed = finding.rows.some(({ key2 }) => key2 !== undefined);
  if (isCrossed && finding.rows.length > linesDrawn) return undefined;
  if (finding.measure === "monthly-count") {
    return { svg: both(monthlySeries, finding, words), caption: words.say("chart.caption.monthly") };
  }
  if (finding.measure === "area" && boundaries !== undefined) {
    const map = mapOf(finding, boundaries, words);
    if (map !== undefined) return map;
  }
  const missing = missingCount(finding);
  if (finding.rows.length + Math.sign(missing) < 2) return undefined;
  const isDots = hasRanges(finding);
  const isKnown = missing === 0 && finding.rows.every(({ count }) => count !== undefined);
  const isCut = finding.rows.length > linesDrawn && finding.measure !== "yearly-count";
  const caption = words.say(`chart.caption.${isDots ? "shares" : "bars"}${isKnown ? ".known" : ""}`);
  const cut = words.say("chart.caption.first", { n: linesDrawn, all: finding.rows.length });
  return {
    svg: both(isDots ? shareDots : countBars, finding, words),
    caption: isCut ? `${caption} ${cut}` : caption,
  };
}

function mapOf(finding: Finding, boundaries: Boundaries, words: Words): FindingChart | undefined {
  const maps = chartWidths.flatMap((width) => areaMap(finding, boundaries, width, words) ?? []);
  const [map] = maps;
  if (map === undefined) return undefined;
  const caption = words.say("chart.caption.map", {
    units: words.say(`say.units.${finding.unit}`),
    matched: map.matched,
    all: finding.rows.length,
  });
  return { svg: maps.map(({ svg }) => svg).join(""), caption, classes: map.classes };
}
