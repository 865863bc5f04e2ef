import type { Finding, FindingRow } from "@evenhand/standard";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { intervalChart } from "./interval-chart.ts";
import type { IntervalLine } from "./interval-line.ts";
import { lineItems } from "./ratio-chart.ts";
import { ratioScale } from "./ratio-scale.ts";
import { estimateText } from "./ratio-text.ts";

/** Whether there are months to draw. */
export const hasAgencyMonths = ({ measure, shown, rows }: Finding): boolean =>
  measure === "agencies" && shown === "full" && rows.length > 1;

/**
 * Agencies with an event beside those without, month by month from the date: a ratio and its interval a line, on a log
 * axis. The first and last lines stand for all months further away.
 */
export function changeAgenciesChart(finding: Finding, width: ChartWidth, words: Words): string {
  const lines = agencyLines(finding, words);
  const digits = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2, useGrouping: false });
  const name = {
    id: finding.id,
    width,
    title: words.say("change.chart.agencies"),
    description: words.say("change.chart.agencies.desc", { items: lineItems(lines, words) }),
  };
  return intervalChart(name, lines, {
    scale: ratioScale(
      lines.flatMap(({ estimate }) => estimate?.value ?? []),
      lines.flatMap(({ estimate }) => estimate?.interval ?? []),
    ),
    tickText: (value) => digits.format(value),
    label: words.say("change.chart.agencies.axis"),
    one: words.say("change.chart.agencies.one"),
  });
}

/** One line a month, in order of time; what lies after the date stands apart from what lies before. */
export function agencyLines({ rows }: Finding, words: Words): readonly IntervalLine[] {
  const ordered = rows
    .map((row) => ({ row, relative: Number(row.key) }))
    .toSorted((one, other) => one.relative - other.relative);
  const ends = { first: ordered[0]?.relative ?? 0, last: ordered.at(-1)?.relative ?? 0 };
  return ordered.map(({ row, relative }) => lineOf(row, { relative, ...ends }, words));
}

type Place = { readonly relative: number; readonly first: number; readonly last: number };

function lineOf({ figures = {} }: FindingRow, place: Place, words: Words): IntervalLine {
  const { ratio: value, low, high } = figures;
  const shape = { label: monthText(place, words), tone: "name", startsGroup: place.relative === 0 } as const;
  if (value === undefined || low === undefined || high === undefined)
    return { ...shape, text: words.say("change.chart.not-tested") };
  const estimate = { value, interval: { low, high } };
  return { ...shape, text: estimateText(estimate, words), estimate: { kind: "measured", ...estimate } };
}

/** "3 months before", "6 or more months after". */
export function monthText({ relative, first, last }: Place, words: Words): string {
  if (relative === 0) return words.say("change.chart.agencies.first");
  const side = relative < 0 ? "before" : "after";
  const end = relative === first || relative === last ? ".end" : "";
  return words.say(`change.chart.agencies.${side}${end}`, { n: Math.abs(relative) });
}
