import type { Finding, PolicyEvent } from "@evenhand/standard";
import { type EventWindow, equalWindows } from "./event-window.ts";
import { monthsAround } from "./month-series.ts";

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
export function windowValues(window: EventWindow, months: readonly string[]): NonNullable<Finding["values"]> {
  const { before, after } = monthsAround({ months }, window);
  return {
    eventDate: window.date,
    eventFrom: window.from,
    firstMonth: window.firstMonth,
    phaseIn: window.phaseIn,
    monthsBefore: before.length,
    monthsAfter: after.length,
    windowMonths: equalWindows(window, months).length,
  };
}
