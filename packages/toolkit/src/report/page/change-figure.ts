import type { Finding } from "@evenhand/standard";
import { changeAgenciesChart, hasAgencyMonths } from "../charts/change-agencies-chart.ts";
import { changeGroupsChart, hasGroupChanges } from "../charts/change-groups-chart.ts";
import { changeMonths } from "../charts/change-months.ts";
import { changeSeriesChart } from "../charts/change-series-chart.ts";
import { time } from "../charts/change-timeline.ts";
import { type ChartWidth, chartWidths } from "../charts/chart-size.ts";
import type { EventMark } from "../charts/event-marks.ts";
import type { FindingChart } from "../charts/finding-chart.ts";
import type { ListedEvent } from "../words/change/listed-events.ts";
import type { Words } from "../words/words.ts";
import { changeTitle } from "./change-title.ts";
import { type Html, html, trusted } from "./html.ts";

/** What a finding about an event needs beside itself. */
export type ChangeParts = {
  readonly one: ListedEvent;
  readonly listed: readonly ListedEvent[];
  readonly words: Words;
  /** The finding stands apart from its event's part, so that it says itself that what follows need not come from it. */
  readonly isApart?: boolean;
  /** Its title names the event. */
  readonly namesEvent?: boolean;
};

/** The chart of a finding about an event, with its caption, on a page. */
export function changeFigure(finding: Finding, ofEvent: readonly Finding[], parts: ChangeParts): Html | undefined {
  const chart = changeChart(finding, ofEvent, parts);
  return chart && html`<figure>${trusted(chart.svg)}<figcaption>${chart.caption}</figcaption></figure>`;
}

/**
 * The chart of a finding about an event, in both widths: a series with its expectation, or groups on a log axis.
 * Undefined where a table says it better.
 */
export function changeChart(
  finding: Finding,
  ofEvent: readonly Finding[],
  parts: ChangeParts,
): FindingChart | undefined {
  const { words } = parts;
  if (finding.measure === "by-group" && hasGroupChanges(finding)) {
    const total = ofEvent.find(({ measure, unit }) => measure === "total" && unit === finding.unit);
    return both((width) => changeGroupsChart(finding, width, words, total), words.say("change.chart.groups.caption"));
  }
  if (hasAgencyMonths(finding))
    return both((width) => changeAgenciesChart(finding, width, words), words.say("change.chart.agencies.caption"));
  if (finding.method !== "segmented-series" || changeMonths(finding).length < 2) return undefined;
  const marks = marksOf(parts);
  const title = changeTitle(finding, words);
  return both((width) => changeSeriesChart(finding, width, words, { title, marks }), seriesCaption(finding, words));
}

const both = (draw: (width: ChartWidth) => string, caption: string): FindingChart => ({
  svg: chartWidths.map(draw).join(""),
  caption,
});

const marksOf = ({ one, listed }: ChangeParts): readonly EventMark[] =>
  listed.flatMap(({ number, date }) => {
    const moment = time(date);
    return moment === undefined ? [] : [{ label: String(number), date: moment, isOwn: number === one.number }];
  });

/** What the marks of a series mean, naming only those that are in it. */
function seriesCaption(finding: Finding, words: Words): string {
  const months = changeMonths(finding);
  const say = (key: string) => words.say(`change.chart.series.caption${key}`);
  return [
    say(months.some(({ expected }) => expected !== undefined) ? "" : ".bare"),
    say(".marks"),
    ...(months.some(({ isLeftOut }) => isLeftOut) ? [say(".left-out")] : []),
    ...(months.some(({ count }) => count === undefined) ? [say(".gaps")] : []),
  ].join(" ");
}
