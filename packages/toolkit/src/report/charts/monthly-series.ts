import type { Finding } from "@evenhand/standard";
import * as Plot from "@observablehq/plot";
import { capital } from "../words/titles.ts";
import type { Words } from "../words/words.ts";
import { type ChartWidth, chartSizes } from "./chart-size.ts";
import { chartSvg, hatch, ink } from "./chart-svg.ts";

const start = (month: string) => new Date(`${month}-01T00:00:00Z`);

function after(month: Date): Date {
  return new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 1));
}

/** Whether a month has no record: it has no count, or a count of nothing. */
export const isGap = (row: { readonly count?: number }): boolean => !row.count;

/**
 * Bars of a count by month; months without a record are hatched from top to bottom, so that a gap is never read as a
 * quiet month. Keys are `YYYY-MM`; other keys (undated) are left to the table.
 */
export function monthlySeries(finding: Finding, width: ChartWidth, words: Words): string {
  const rows = finding.rows.filter((row) => /^\d{4}-\d{2}$/.test(row.key)).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) return "";
  const months = rows.map((row) => ({ from: start(row.key), to: after(start(row.key)), count: row.count ?? 0, row }));
  const most = months.reduce(
    (best, month) => (month.count > best.count ? month : best),
    months[0] as (typeof months)[0],
  );
  const top = Math.max(1, most.count);
  const units = words.say(`say.units.${finding.unit}`);
  const name = {
    id: finding.id,
    width,
    title: words.say("chart.monthly.title", {
      units: capital(units),
      years: finding.years ? words.span(finding.years) : words.say("chart.years.none"),
    }),
    description: words.say("chart.monthly.desc", {
      from: words.month(first.key),
      to: words.month(last.key),
      most: most.count,
      mostMonth: words.month(most.row.key),
    }),
  };
  const years = months.filter(({ row }) => row.key.endsWith("-01")).map(({ from }) => from);
  const every = Math.ceil(years.length / (width === "narrow" ? 5 : 12));
  const ticks =
    years.length > 1 ? years.filter((_, index) => index % every === 0) : [start(first.key), start(last.key)];
  const label = (day: Date) =>
    years.length > 1 ? String(day.getUTCFullYear()) : words.shortMonth(day.toISOString().slice(0, 7));
  return chartSvg(name, {
    height: width === "narrow" ? 210 : 240,
    marginLeft: 20 + words.number(top).length * chartSizes[width].font * 0.62,
    marginRight: 34,
    marginTop: 34,
    marginBottom: 28,
    x: { type: "utc", domain: [start(first.key), after(start(last.key))] },
    y: { domain: [0, top], nice: true },
    marks: [
      Plot.gridY({ stroke: ink.grid, strokeOpacity: 1, ticks: 4 }),
      Plot.rect(
        months.filter(({ row }) => isGap(row)),
        { x1: "from", x2: "to", fill: hatch(name) },
      ),
      Plot.rect(
        months.filter(({ row }) => !isGap(row)),
        {
          x1: "from",
          x2: "to",
          y1: 0,
          y2: "count",
          fill: ink.observed,
          insetLeft: 0.4,
          insetRight: 0.4,
        },
      ),
      Plot.ruleY([0], { stroke: ink.axis }),
      Plot.axisY({
        ticks: 4,
        tickSize: 0,
        tickFormat: (count: number) => (Number.isInteger(count) ? words.number(count) : ""),
        label: words.say("chart.axis.count", { units }),
        labelArrow: "none",
        color: ink.axis,
      }),
      Plot.axisX({ ticks, tickFormat: label, label: null, color: ink.axis }),
    ],
  });
}
