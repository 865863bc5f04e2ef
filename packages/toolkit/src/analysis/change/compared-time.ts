import { eventDate, type Finding, type PolicyEvent } from "@evenhand/standard";
import { agencyKey, eventAgencies } from "./event-agencies.ts";
import type { EventWindow, MonthPair } from "./event-window.ts";
import { monthsAround, shiftMonth } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** First and last month of what is compared, `YYYY-MM`. */
export type ComparedTime = { readonly from: string; readonly to: string };

/** The time of a series: from the first month before that it may use to the last month after. */
export function seriesTime(window: EventWindow, months: readonly string[]): ComparedTime {
  const { before, after } = monthsAround({ months }, window);
  return { from: before[0] ?? window.firstMonth, to: after.at(-1) ?? window.firstMonth };
}

/** The time of equal windows; that of a series where there is no pair of months. */
export function pairsTime(pairs: readonly MonthPair[], otherwise: ComparedTime): ComparedTime {
  const before = pairs.map((pair) => pair.before).sort();
  const [from, to] = [before[0], pairs.at(-1)?.after];
  return from === undefined || to === undefined ? otherwise : { from, to };
}

/** A year on either side of an event and its phase-in: the windows that are set side by side. */
export const nearTime = ({ firstMonth, phaseIn }: EventWindow): ComparedTime => ({
  from: shiftMonth(firstMonth, -changeRule("window")),
  to: shiftMonth(firstMonth, phaseIn + changeRule("window") - 1),
});

/** Whether a date, of a day or a month, lies in a time. */
export function isWithin(date: string, { from, to }: ComparedTime): boolean {
  const month = date.slice(0, 7);
  return month >= from && month <= to;
}

/** The other dated events of that time. */
export const eventsWithin = (
  events: readonly PolicyEvent[],
  time: ComparedTime,
  event: PolicyEvent,
): readonly PolicyEvent[] =>
  events.filter((other) => {
    const date = eventDate(other)?.date;
    return other.id !== event.id && date !== undefined && isWithin(date, time);
  });

/** What a finding says of the time it compares: its first and last month, and the other events in it. */
export function timeValues(
  time: ComparedTime,
  events: readonly PolicyEvent[],
  event: PolicyEvent,
): NonNullable<Finding["values"]> {
  const others = eventsWithin(events, time, event);
  return {
    comparedFrom: time.from,
    comparedTo: time.to,
    ...(others.length === 0 ? {} : { otherEvents: others.map(({ id }) => id).join(",") }),
  };
}

/** Whether an event concerns an agency that another concerns: one without a name concerns all. */
export function concernsLike(one: PolicyEvent, other: PolicyEvent): boolean {
  const [own, others] = [one, other].map((event) => eventAgencies(event).map(agencyKey));
  if (own === undefined || others === undefined || own.length === 0 || others.length === 0) return true;
  return own.some((name) => others.includes(name));
}

/** Changes of recording that the events file names, as far as they matter for one event. */
export type DeclaredRecording = {
  /**
   * Those that cut through the year before or after: nothing is compared across them. Where all months lie on one side of
   * the event, those of that time that may be why. In order of time.
   */
  readonly across: readonly PolicyEvent[];
  /** First and last month that lie on the same side of all others as the event does. */
  readonly limits: { readonly from?: string; readonly to?: string };
  /** Those of some codes only, anywhere in the months that are left. */
  readonly ofCodes: readonly PolicyEvent[];
};

/**
 * What the events file itself says of recording. A change in the year on either side of the event forbids comparing at
 * all; one further away ends the series, so that no trend is drawn across it. One that names the codes it is about
 * forbids comparing those only.
 */
export function declaredRecording(
  events: readonly PolicyEvent[],
  event: PolicyEvent,
  { window, months }: { readonly window: EventWindow; readonly months: readonly string[] },
): DeclaredRecording {
  const around = monthsAround({ months }, window);
  const isOneSided = around.before.length === 0 || around.after.length === 0;
  const near = isOneSided ? nearTime(window) : clipped(nearTime(window), months);
  const dated = events
    .filter((other) => other.kind === "recording" && other.id !== event.id && concernsLike(other, event))
    .flatMap((other) => {
      const date = eventDate(other)?.date;
      return date === undefined ? [] : [{ other, date, firstMonth: firstFullMonth(date) }];
    })
    .sort((one, two) => (one.date < two.date ? -1 : 1));
  const whole = dated.filter(({ other }) => (other.about ?? []).length === 0);
  const earlier = whole.filter(({ firstMonth }) => firstMonth <= near.from);
  const later = whole.filter(({ date }) => date.slice(0, 7) > near.to);
  const [from, next] = [earlier.at(-1)?.firstMonth, later[0]?.date];
  const limits = {
    ...(from === undefined ? {} : { from }),
    ...(next === undefined ? {} : { to: shiftMonth(next.slice(0, 7), -1) }),
  };
  const isLeft = (date: string) =>
    date.slice(0, 7) >= (limits.from ?? "") && (limits.to === undefined || date.slice(0, 7) <= limits.to);
  return {
    across: whole.filter((one) => !earlier.includes(one) && !later.includes(one)).map(({ other }) => other),
    limits,
    ofCodes: dated.flatMap(({ other, date }) => ((other.about ?? []).length > 0 && isLeft(date) ? [other] : [])),
  };
}

const clipped = ({ from, to }: ComparedTime, months: readonly string[]): ComparedTime => {
  const [first = from, last = to] = [months[0], months.at(-1)];
  return { from: first > from ? first : from, to: last < to ? last : to };
};

/** First month that lies after a date as a whole; a date of a month stands for any of its days. */
function firstFullMonth(date: string): string {
  const month = date.slice(0, 7);
  return date.slice(8, 10) === "01" ? month : shiftMonth(month, 1);
}

/** The changes of recording that a finding is refused for, by name: how many, and each with what it was and its date. */
export function recordingValues(events: readonly PolicyEvent[]): NonNullable<Finding["values"]> {
  if (events.length === 0) return {};
  return Object.assign(
    { recordingEvents: events.map(({ id }) => id).join(",") },
    ...events.map((event, index) => ({
      [`recordingEvent${index + 1}`]: event.what.en,
      ...(event.what.es === undefined ? {} : { [`recordingEvent${index + 1}Es`]: event.what.es }),
      [`recordingEvent${index + 1}Date`]: eventDate(event)?.date ?? "",
    })),
  );
}
