import * as Plot from "@observablehq/plot";
import { dateText } from "../words/change/event-phrase.ts";
import { eventDates, type ListedEvent } from "../words/change/listed-events.ts";
import { titleOf } from "../words/change/other-events.ts";
import type { Words } from "../words/words.ts";
import type { ChartWidth } from "./chart-size.ts";
import { chartSvg, ink } from "./chart-svg.ts";
import { chartSymbols } from "./chart-symbols.ts";
import type { IntervalLine } from "./interval-line.ts";
import { type PlacedLines, type PlacedText, placeLines } from "./place-lines.ts";

/** Months that the records cover, `YYYY-MM`. */
export type RecordedMonths = { readonly from: string; readonly to: string };

type Dot = { readonly y: number; readonly x: Date; readonly from: Date; readonly to: Date; readonly kind: string };

/** All events with a date on one axis of time, below the months that have records. Empty without any date. */
export function changeTimeline(
  events: readonly ListedEvent[],
  width: ChartWidth,
  words: Words,
  recorded?: RecordedMonths,
): string {
  const dated = events.filter(({ date }) => time(date) !== undefined);
  if (dated.length === 0) return "";
  const lines = [...(recorded === undefined ? [] : [recordLine(words)]), ...dated.map((one) => eventLine(one, words))];
  const placed = placeLines(lines, width);
  const yOf = (index: number): number => placed.lines[index + (recorded === undefined ? 0 : 1)]?.y ?? 0;
  const dots = dated.flatMap((one, index) => dotOf(one, yOf(index)) ?? []);
  const bar = recorded && { from: monthStart(recorded.from), to: monthEnd(recorded.to), y: placed.lines[0]?.y ?? 0 };
  const all = [...dots.flatMap(({ from, to, x }) => [from, to, x]), ...(bar === undefined ? [] : [bar.from, bar.to])];
  const domain = axisDomain(all);
  return chartSvg(
    { id: "change-timeline", width, ...texts(dated, words, recorded) },
    {
      height: placed.height + 36,
      marginLeft: placed.marginLeft,
      marginRight: placed.marginRight,
      marginTop: 6,
      marginBottom: 30,
      x: { axis: null, type: "utc", domain: [domain.from, domain.to] },
      y: { axis: null, type: "linear", domain: [placed.height, 0] },
      marks: [
        ...axis(domain, placed.height, width),
        ...(bar === undefined ? [] : [barMark(bar)]),
        ...dotMarks(dots),
        ...lineTexts(placed, width),
      ],
    },
  );
}

const monthStart = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
const monthEnd = (month: string): Date => {
  const from = monthStart(month);
  return new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
};

/** A date as far as it is known, as a moment; undefined for what is no date. */
export function time(date: string | undefined): Date | undefined {
  const moment = new Date(date ?? "");
  return Number.isNaN(moment.getTime()) ? undefined : moment;
}

const recordLine = (words: Words): IntervalLine => ({
  label: words.say("change.timeline.records"),
  tone: "soft",
  text: "",
  startsGroup: true,
  known: 0,
});

const eventLine = ({ number, event, date }: ListedEvent, words: Words): IntervalLine => ({
  label: `${number}. ${titleOf(event, words)}`,
  tone: "name",
  text: dateText(date ?? "", words).text,
  startsGroup: true,
  known: 0,
});

function dotOf({ event, date }: ListedEvent, y: number): Dot | undefined {
  const x = time(date);
  if (x === undefined) return undefined;
  const from = time(event.adopted) ?? x;
  const to = time(event.trained) ?? x;
  const kind = event.kind === "recording" || event.kind === "other" ? event.kind : "asked";
  return { y, x, from: from < x ? from : x, to: to > x ? to : x, kind };
}

/** The whole years around all dates. */
function axisDomain(dates: readonly Date[]): { readonly from: Date; readonly to: Date } {
  const times = dates.map((date) => date.getTime());
  const [first, last] = [new Date(Math.min(...times)), new Date(Math.max(...times))];
  return {
    from: new Date(Date.UTC(first.getUTCFullYear(), 0, 1)),
    to: new Date(Date.UTC(last.getUTCFullYear() + (last.getUTCMonth() + last.getUTCDate() > 1 ? 1 : 0), 0, 1)),
  };
}

function axis({ from, to }: ReturnType<typeof axisDomain>, height: number, width: ChartWidth): Plot.Markish[] {
  const count = to.getUTCFullYear() - from.getUTCFullYear() + 1;
  const every = Math.max(1, Math.ceil((count - 1) / (width === "narrow" ? 5 : 6)));
  const years = Array.from({ length: count }, (_, index) => new Date(Date.UTC(from.getUTCFullYear() + index, 0, 1)));
  const ticks = years.filter((_, index) => index % every === 0);
  return [
    Plot.ruleX(ticks, { stroke: ink.grid }),
    Plot.text(ticks, {
      x: (day: Date) => day,
      y: () => height,
      dy: 14,
      text: (day: Date) => String(day.getUTCFullYear()),
      fill: ink.axis,
    }),
  ];
}

const barMark = (bar: { readonly from: Date; readonly to: Date; readonly y: number }): Plot.Markish =>
  Plot.rect([bar], {
    x1: "from",
    x2: "to",
    y1: bar.y - 5,
    y2: bar.y + 5,
    fill: ink.observed,
    fillOpacity: 0.35,
    stroke: ink.observed,
  });

function dotMarks(dots: readonly Dot[]): Plot.Markish[] {
  const of = (kind: string) => dots.filter((dot) => dot.kind === kind);
  const place = { x: "x", y: "y", stroke: ink.observed, strokeWidth: 2 } as const;
  return [
    Plot.link(
      dots.filter(({ from, to }) => to > from),
      { x1: "from", x2: "to", y1: "y", y2: "y", stroke: ink.observed, strokeWidth: 3 },
    ),
    Plot.dot(of("asked"), { ...place, r: 5, fill: ink.observed }),
    Plot.dot(of("recording"), { ...place, r: 5, symbol: "square", fill: ink.paper }),
    Plot.dot(of("other"), { ...place, r: 5.5, symbol: chartSymbols.diamond as never, fill: ink.paper }),
  ];
}

function lineTexts(placed: PlacedLines, width: ChartWidth): Plot.Markish[] {
  const start = { frameAnchor: "left", textAnchor: "start", dx: 4 - placed.marginLeft } as const;
  const left = width === "wide" ? ({ frameAnchor: "left", textAnchor: "end", dx: -12 } as const) : start;
  return [
    ...textMarks(placed.labels, left),
    ...textMarks(placed.beside, { frameAnchor: "right", textAnchor: "start", dx: 10 }),
    ...textMarks(placed.above, { frameAnchor: "right", textAnchor: "end", dx: 12 }),
    ...textMarks(placed.under, start),
  ];
}

const textMarks = (placed: readonly PlacedText[], place: Plot.TextOptions): Plot.Markish[] =>
  (["name", "soft"] as const).map((tone) =>
    Plot.text(
      placed.filter((text) => text.tone === tone),
      {
        y: "y",
        text: "text",
        lineHeight: 1.3,
        stroke: ink.paper,
        strokeWidth: 5,
        fill: tone === "name" ? ink.text : ink.axis,
        ...place,
      },
    ),
  );

function texts(dated: readonly ListedEvent[], words: Words, recorded: RecordedMonths | undefined) {
  const items = dated
    .map(({ number, event }) =>
      words.say("change.timeline.item", {
        n: number,
        what: titleOf(event, words),
        dates: eventDates(event, words),
      }),
    )
    .join(". ");
  const title = words.say("change.timeline.chart");
  if (recorded === undefined) return { title, description: words.say("change.timeline.desc.bare", { items }) };
  const [from, to] = [words.month(recorded.from), words.month(recorded.to)];
  return { title, description: words.say("change.timeline.desc", { items, from, to }) };
}
