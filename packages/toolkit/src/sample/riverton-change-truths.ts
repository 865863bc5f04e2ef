import settings from "./riverton-changes.json" with { type: "json" };
import type { PlantedAmounts } from "./riverton-changes.ts";
import forceSettings from "./riverton-force.json" with { type: "json" };
import { peopleOf, type RivertonIncident } from "./riverton-records.ts";

/** Counts before and after an event over the same calendar months, as the forms say it. */
export type BeforeAndAfter = {
  readonly before: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
};

/** What is written around one event. */
export type EventTruth = {
  readonly event: string;
  /** First month of the event, `YYYY-MM`. */
  readonly from: string;
  /** Months on either side: the first twelve from the event on, or as many as there are, and those of the year before. */
  readonly months: number;
  readonly people: { readonly before: number; readonly after: number };
  readonly peopleByRace: BeforeAndAfter;
  readonly forceByType: BeforeAndAfter;
};

/** What was planted at Riverton's events. Nothing else changed at any of them. */
export type ChangeTruths = {
  /** Force on one group really falls, and on no other. */
  readonly fall: EventTruth & { readonly group: string; readonly share: number; readonly peopleSpared: number };
  /** One code takes another's place; as much force as before. */
  readonly shift: EventTruth & { readonly old: string; readonly new: string; readonly usesShifted: number };
  /** Nothing changes: summer ends, as every year. */
  readonly season: EventTruth;
  /** Nothing changes but the form: reports with nothing but this code are no longer written. */
  readonly recording: EventTruth & { readonly code: string; readonly unwritten: PlantedAmounts["unwritten"] };
};

/**
 * Counts around the planted events, independent of the analysis.
 *
 * @param incidents as written, without animals
 */
export function changeTruths(incidents: readonly RivertonIncident[], amounts: PlantedAmounts): ChangeTruths {
  const { fall, shift, season, recording } = settings;
  const truthOf = (planted: { readonly event: string; readonly from: string }) => eventTruth(incidents, planted);
  return {
    fall: { ...truthOf(fall), group: fall.group, share: fall.share, peopleSpared: amounts.peopleSpared },
    shift: { ...truthOf(shift), old: shift.old, new: shift.new, usesShifted: amounts.usesShifted },
    season: truthOf(season),
    recording: { ...truthOf(recording), code: recording.code, unwritten: amounts.unwritten },
  };
}

function eventTruth(
  incidents: readonly RivertonIncident[],
  { event, from }: { readonly event: string; readonly from: string },
): EventTruth {
  const first = from.slice(0, 7);
  const last = incidents.at(-1)?.date.slice(0, 7) ?? first;
  const pairs = Array.from({ length: 12 }, (_, index) => monthLater(first, index))
    .map((after) => ({ before: monthLater(after, -12), after }))
    .filter(({ before, after }) => after <= last && ![before, after].includes(forceSettings.gapMonth));
  const side = (at: "before" | "after") => {
    const months = new Set(pairs.map((pair) => pair[at]));
    return incidents.filter(({ date }) => months.has(date.slice(0, 7)));
  };
  const both = <Counted>(count: (incidents: readonly RivertonIncident[]) => Counted) => ({
    before: count(side("before")),
    after: count(side("after")),
  });
  return {
    event,
    from: first,
    months: pairs.length,
    people: both((part) => part.flatMap(peopleOf).length),
    peopleByRace: both((part) => tally(part.flatMap(peopleOf).map(({ race }) => race))),
    forceByType: both((part) => tally(part.flatMap(({ reports }) => reports.flatMap(({ force }) => force)))),
  };
}

function monthLater(month: string, by: number): string {
  const number = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by;
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
}

function tally(keys: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const key of [...keys].sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
