import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { measureText } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { axisTitle } from "./axis-title.ts";
import { type ChartRow, chartRows } from "./chart-row.ts";
import type { ChartWidth } from "./chart-size.ts";
import { chartSvg, hatch, ink } from "./chart-svg.ts";
import { lineLayout } from "./line-layout.ts";

/** Bars of counts from zero, one line per row, and what is missing as a hatched bar. Empty when no row has a count. */
export function countBars(finding: Finding, width: ChartWidth, words: Words): string {
  const rows = chartRows(finding, words);
  if (rows.length === 0) return "";
  const value = ({ count, isMissing }: Pick<ChartRow, "count" | "isMissing">) =>
    isMissing && count === 0 ? words.say("chart.norecord") : words.number(count);
  const units = words.say(`say.units.${finding.unit}`);
  const name = {
    id: finding.id,
    width,
    title: words.say("chart.bars.title", {
      title: measureText("title", finding, words),
      units,
      years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
    }),
    description: words.say("chart.bars.desc", {
      items: rows.map((row) => words.say("chart.item", { label: row.label, value: value(row) })).join("; "),
    }),
  };
  const top = Math.max(1, ...rows.map(({ count }) => count));
  const layout = lineLayout(rows, width, Math.max(...rows.map((row) => value(row).length)));
  const drawn = rows.map((row) => ({ ...row, end: row.isMissing && row.count === 0 ? top : row.count }));
  return chartSvg(name, {
    height: layout.height,
    marginLeft: layout.marginLeft,
    marginRight: layout.marginRight,
    marginTop: 4,
    marginBottom: 42,
    x: { domain: [0, top], nice: false },
    y: { axis: null, type: "band", domain: rows.map(({ key }) => key), padding: 0 },
    marks: [
      Plot.gridX({ stroke: ink.grid, strokeOpacity: 1, ticks: 4 }),
      ...[false, true].map((missing) =>
        Plot.barX(
          drawn.filter(({ isMissing }) => isMissing === missing),
          {
            x1: 0,
            x2: "end",
            y: "key",
            fill: missing ? hatch(name) : ink.observed,
            stroke: missing ? ink.axis : ink.observed,
            ...layout.insets,
          },
        ),
      ),
      Plot.ruleX([0], { stroke: ink.axis }),
      Plot.text(drawn, {
        x: "end",
        y: "key",
        text: value,
        textAnchor: "start",
        dx: 6,
        dy: layout.dy,
        fill: ink.text,
      }),
      ...layout.labels,
      Plot.axisX({
        ticks: 4,
        tickSize: 0,
        tickFormat: (count: number) => (Number.isInteger(count) ? words.number(count) : ""),
        label: null,
        color: ink.axis,
      }),
      axisTitle(words.say("chart.axis.count", { units })),
    ],
  });
}
