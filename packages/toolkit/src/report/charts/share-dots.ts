import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { axisTitle } from "./axis-title.ts";
import { chartRows } from "./chart-row.ts";
import type { ChartWidth } from "./chart-size.ts";
import { chartSvg, hatch, ink } from "./chart-svg.ts";
import { lineLayout } from "./line-layout.ts";

/**
 * Dots of shares from zero, each with the line of what the share could be given what is missing, and a hatched bar for
 * the share that is missing. Hollow dots when the finding is shown as a range. Empty when no row has a share.
 */
export function shareDots(finding: Finding, width: ChartWidth, words: Words): string {
  const rows = chartRows(finding, words).flatMap((row) => {
    if (row.isMissing) return [{ ...row, share: row.count / finding.total, low: 0, high: row.count / finding.total }];
    if (row.share === undefined) return [];
    return [{ ...row, share: row.share, low: row.range?.low ?? row.share, high: row.range?.high ?? row.share }];
  });
  if (!rows.some(({ isMissing }) => !isMissing)) return "";
  const units = words.say(`say.units.${finding.unit}`);
  const name = {
    id: finding.id,
    width,
    title: words.say("chart.shares.title", {
      title: measureText("title", finding, words),
      units,
      years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
    }),
    description: words.say("chart.shares.desc", {
      items: rows.map(({ label, share }) => words.say("chart.item", { label, value: words.percent(share) })).join("; "),
    }),
  };
  const top = Math.max(0.01, ...rows.map(({ high }) => high));
  const layout = lineLayout(rows, width, Math.max(...rows.map(({ share }) => words.percent(share).length)));
  const known = rows.filter(({ isMissing }) => !isMissing);
  const hollow = finding.shown === "range";
  return chartSvg(name, {
    height: layout.height,
    marginLeft: layout.marginLeft,
    marginRight: layout.marginRight,
    marginTop: 4,
    marginBottom: 42,
    x: { domain: [0, top] },
    y: { axis: null, type: "band", domain: rows.map(({ key }) => key), padding: 0 },
    marks: [
      Plot.gridX({ stroke: ink.grid, strokeOpacity: 1, ticks: 4 }),
      Plot.ruleX([0], { stroke: ink.axis }),
      Plot.barX(
        rows.filter(({ isMissing }) => isMissing),
        {
          x1: 0,
          x2: "high",
          y: "key",
          fill: hatch(name),
          stroke: ink.axis,
          ...layout.insets,
        },
      ),
      Plot.link(known, {
        x1: "low",
        x2: "high",
        y1: "key",
        y2: "key",
        stroke: ink.range,
        strokeWidth: 3,
        dy: layout.dy,
      }),
      Plot.dot(known, {
        x: "share",
        y: "key",
        r: 5,
        fill: hollow ? ink.paper : ink.observed,
        stroke: ink.observed,
        strokeWidth: 2,
        dy: layout.dy,
      }),
      Plot.text(rows, {
        x: "high",
        y: "key",
        text: ({ share }: { share: number }) => words.percent(share),
        textAnchor: "start",
        dx: 10,
        dy: layout.dy,
        fill: ink.text,
      }),
      ...layout.labels,
      Plot.axisX({
        ticks: 4,
        tickSize: 0,
        tickFormat: (share: number) => words.axisPercent(share),
        label: null,
        color: ink.axis,
      }),
      axisTitle(words.say("chart.axis.share", { units })),
    ],
  });
}
