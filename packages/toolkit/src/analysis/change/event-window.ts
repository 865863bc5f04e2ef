import { eventDate, type PolicyEvent } from "@evenhand/standard";
import { monthsApart, monthsAround } from "./month-series.ts";
import { changeRule } from "./rule.ts";

/** Where an event stands in a series of months. */
export type EventWindow = {
  readonly date: string;
  readonly from: "effective" | "adopted";
  /** First month in which it was in force, whole or in part. */
  readonly firstMonth: string;
  /** Months from `firstMonth` on that are left out: the broken first one, and those until people had been trained. */
  readonly phaseIn: number;
  /** First and last month that may be compared, where a change of recording further away ends the series. */
  readonly limits?: { readonly from?: string; readonly to?: string };
};

/** A month after the event and the same calendar month before it. */
export type MonthPair = { readonly before: string; readonly after: string };

/** @returns undefined for an event without a date */
export function eventWindow(event: PolicyEvent): EventWindow | undefined {
  const found = eventDate(event);
  if (found === undefined) return undefined;
  const firstMonth = found.date.slice(0, 7);
  const startsWithin = Number(found.date.slice(8, 10) || "1") > 1;
  const trained = event.trained === undefined ? 0 : monthsApart(firstMonth, event.trained.slice(0, 7)) + 1;
  const isTrainedFirst = event.trained === undefined || event.trained <= found.date;
  return { ...found, firstMonth, phaseIn: Math.max(startsWithin ? 1 : 0, isTrainedFirst ? 0 : trained) };
}

/**
 * Equal windows of the same calendar months: the first months after the event (at most 12) that are known, each with the
 * latest earlier one of the same name before the event. No month is used twice. Counts over them can be set side by side
 * although force has seasons; a trend they do not know.
 */
export function equalWindows(window: EventWindow, known: readonly string[]): readonly MonthPair[] {
  const { before: earlier, after: later } = monthsAround({ months: known }, window);
  const left = new Set(earlier);
  return later.slice(0, changeRule("window")).flatMap((after) => {
    const before = earlier.findLast((month) => month.slice(5) === after.slice(5) && left.has(month));
    if (before === undefined) return [];
    left.delete(before);
    return [{ before, after }];
  });
}
