import { eventDate, type Finding, type PolicyEvent } from "@evenhand/standard";
import { monthsAround } from "./assess-series.ts";
import { type EventWindow, equalWindows } from "./event-window.ts";
import { shiftMonth } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Whether a change is looked for after an event; the others only stand beside it. */
export const isAskedOf = ({ kind }: PolicyEvent): boolean =>
  kind === "policy" || kind === "practice" || kind === "training";

/** What every finding about an event says of it. */
export function eventValues(event: PolicyEvent): NonNullable<Finding["values"]> {
  return {
    event: event.id,
    eventWhat: event.what.en,
    ...(event.what.es === undefined ? {} : { eventWhatEs: event.what.es }),
    eventKind: event.kind,
    eventSource: event.source,
    ...(event.agency === undefined ? {} : { eventAgency: event.agency }),
  };
}

/** What every finding says of where the event stands in the series. */
export function windowValues(
  window: EventWindow,
  months: readonly string[],
  events: readonly PolicyEvent[],
  event: PolicyEvent,
): NonNullable<Finding["values"]> {
  const { before, after } = monthsAround({ months }, window);
  const pairs = equalWindows(window, months);
  const from = shiftMonth(window.firstMonth, -changeRule("eventMonths"));
  const to = after.at(-1) ?? window.firstMonth;
  const others = events.filter((other) => {
    const date = eventDate(other)?.date.slice(0, 7);
    return other.id !== event.id && date !== undefined && date >= from && date <= to;
  });
  return {
    eventDate: window.date,
    eventFrom: window.from,
    firstMonth: window.firstMonth,
    phaseIn: window.phaseIn,
    monthsBefore: before.length,
    monthsAfter: after.length,
    windowMonths: pairs.length,
    ...(others.length === 0 ? {} : { otherEvents: others.map(({ id }) => id).join(",") }),
  };
}
