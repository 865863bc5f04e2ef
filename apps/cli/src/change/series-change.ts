import { eventDate, type Issue, type PolicyEvent } from "@evenhand/standard";
import { isAskedOf } from "@evenhand/toolkit/analysis/change/about-event";
import { eventsWithin } from "@evenhand/toolkit/analysis/change/compared-time";
import { eventWindow } from "@evenhand/toolkit/analysis/change/event-window";
import { monthsApart } from "@evenhand/toolkit/analysis/change/month-series";
import { type PlainSeriesChange, plainSeriesChange } from "@evenhand/toolkit/analysis/change/plain-series";
import { readDate } from "@evenhand/toolkit/ingest/events/read-date";
import { type CountSeries, readSeries } from "@evenhand/toolkit/ingest/events/read-series";
import { holmAdjust } from "@evenhand/toolkit/stats/multiplicity/holm-adjust";
import type { Arguments } from "../arguments.ts";
import { eventsInput } from "../change-input.ts";
import { CliError } from "../cli-error.ts";
import type { SmallText } from "../small-text.ts";
import type { Say } from "../words/words.ts";
import { type SeriesChoices, seriesChoices } from "./series-options.ts";

/** A date at which a series is asked, and what it answers. */
export type AskedDate = {
  /** Undefined for a date given on the command line. */
  readonly event?: PolicyEvent;
  /** The date as given. */
  readonly date: string;
  /** First period after it. */
  readonly label: string;
  readonly change: PlainSeriesChange;
  /** p value, adjusted by Holm where several dates were asked. */
  readonly p?: number;
  /** What else the events file names for the time of the series. */
  readonly others: readonly PolicyEvent[];
};

/** A series with every date it was asked at. */
export type SeriesAnswers = {
  readonly series: CountSeries;
  readonly asked: readonly AskedDate[];
  /** Events after which a change would be looked for, had they a date. */
  readonly undated: readonly PolicyEvent[];
  readonly issues: readonly Issue[];
};

/**
 * Asks any series of counts by month whether a change followed a date, or each event of a file.
 *
 * @throws CliError or InputError when series, date or events cannot be used
 */
export async function seriesAnswers(file: SmallText, given: Arguments, say: Say): Promise<SeriesAnswers> {
  const choices = seriesChoices(given, say);
  const [date, paths] = [given.option("date"), given.list("events")];
  if ((date === undefined) === (paths.length === 0)) throw new CliError(say("date-or-events"));
  const at = date === undefined ? undefined : dateOption(date, given, say);
  const series = readSeries(file.text, {
    name: file.name,
    columns: {
      count: given.option("count"),
      exposure: given.option("exposure"),
      month: given.option("month"),
      time: given.option("time"),
    },
    byNumber: at?.number !== undefined,
  });
  if (at?.number !== undefined) return answer(series, [atNumber(series, at.number, choices)]);
  if (series.periods === "numbers") throw new CliError(say("numbers-need-number", { path: file.name }));
  if (at?.month !== undefined)
    return answer(series, [
      atMonth(
        series,
        { id: "", kind: "policy", what: { en: "" }, source: "", effective: at.month },
        { choices, events: [] },
      ),
    ]);
  const { events, issues } = await eventsInput(paths, say);
  const asked = events.filter(isAskedOf);
  if (asked.length === 0) throw new CliError(say("no-asked-events"));
  const dated = asked.filter((event) => eventDate(event) !== undefined);
  const answers = dated.map((event) => ({ ...atMonth(series, event, { choices, events }), event }));
  const undated = asked.filter((event) => eventDate(event) === undefined);
  return { ...answer(series, answers), undated, issues };
}

function dateOption(text: string, given: Arguments, say: Say): { readonly number?: number; readonly month?: string } {
  const plain = text.trim();
  const isYear = /^(?:19|20)\d{2}$/u.test(plain) && given.option("time") === undefined;
  if (/^-?\d{1,9}$/u.test(plain) && !isYear && given.option("month") === undefined) return { number: Number(plain) };
  const reading = readDate(plain);
  if (reading.form === "iso" && given.option("time") === undefined) return { month: reading.iso };
  throw new CliError(say("wrong-series-date", { given: text }));
}

function answer(series: CountSeries, asked: readonly AskedDate[]): SeriesAnswers {
  const tested = asked.flatMap(({ change }) => (change.answer === undefined ? [] : [change.answer.p]));
  const adjusted = holmAdjust(tested);
  let next = 0;
  const withP = asked.map((one) => {
    const p = one.change.answer === undefined ? undefined : adjusted[next++];
    return p === undefined ? one : { ...one, p };
  });
  return { series, asked: withP, undated: [], issues: [] };
}

function atNumber(series: CountSeries, changeAt: number, { phaseIn = 0, ...choices }: SeriesChoices): AskedDate {
  const label = String(changeAt);
  const change = plainSeriesChange(series, { ...choices, changeAt, phaseIn });
  return { date: label, label, change, others: [] };
}

function atMonth(
  series: CountSeries,
  event: PolicyEvent,
  { choices, events }: { readonly choices: SeriesChoices; readonly events: readonly PolicyEvent[] },
): AskedDate {
  const window = eventWindow(event);
  const [start, first] = [series.times[0], series.labels[0]];
  if (window === undefined || start === undefined || first === undefined)
    throw new RangeError(`invalid event; needs a date: ${event.id}`);
  const { firstMonth } = window;
  const { phaseIn = window.phaseIn, ...rest } = choices;
  const changeAt = start + monthsApart(first, firstMonth);
  const time = { from: first, to: series.labels.at(-1) ?? first };
  const others = eventsWithin(events, time, event);
  const isRecordingChanged = others.some(({ kind, about = [] }) => kind === "recording" && about.length === 0);
  const change = plainSeriesChange(series, { ...rest, changeAt, phaseIn, isRecordingChanged });
  return { date: window.date, label: firstMonth, change, others };
}
