import settings from "./riverton-changes.json" with { type: "json" };
import { peopleOf, type RivertonIncident, type RivertonReport } from "./riverton-records.ts";
import { type SeededRandom, seededRandom, seedOf } from "./seeded-random.ts";

/** How much the planted changes moved. */
export type PlantedAmounts = {
  /** People on whom force would have been used without the fall. */
  readonly peopleSpared: number;
  /** Uses of force that stand under another code since the shift. */
  readonly usesShifted: number;
  /** What happened as before and is not written down since the change of recording. */
  readonly unwritten: { readonly incidents: number; readonly people: number; readonly uses: number };
};

/** Incidents as the department writes them down, and what that hides. */
export type ChangedIncidents = { readonly incidents: readonly RivertonIncident[]; readonly amounts: PlantedAmounts };

/**
 * Plants what a reader must tell apart: force on one group that really falls, one code that takes another's place, and a
 * kind of force that the form no longer asks for. Each has a random stream of its own. The season is in the dates
 * already.
 *
 * @param seed whole number
 */
export function plantChanges(seed: number, happened: readonly RivertonIncident[]): ChangedIncidents {
  const random = (name: string) => seededRandom(seedOf(`${seed} ${name}`));
  const fallen = fallInOneGroup(random("fall"), happened);
  const shifted = shiftBetweenCodes(random("shift"), fallen);
  const written = stopRecording(shifted);
  return {
    incidents: written,
    amounts: {
      peopleSpared: countPeople(happened) - countPeople(fallen),
      usesShifted: countUses(shifted, settings.shift.new) - countUses(fallen, settings.shift.new),
      unwritten: {
        incidents: shifted.length - written.length,
        people: countPeople(shifted) - countPeople(written),
        uses: countUses(shifted) - countUses(written),
      },
    },
  };
}

/** From the date on, a share of one group meets no force at all. */
function fallInOneGroup(random: SeededRandom, incidents: readonly RivertonIncident[]): readonly RivertonIncident[] {
  const { from, group, share } = settings.fall;
  return changeReports(incidents, from, (reports) => {
    const people = new Set(reports.map(({ person }) => person));
    const spared = new Set([...people].filter((person) => person.actualRace === group && random.chance(share)));
    return reports.filter(({ person }) => !spared.has(person));
  });
}

/** From the date on, a share of the uses of one code are uses of another; never the same code twice in a report. */
function shiftBetweenCodes(random: SeededRandom, incidents: readonly RivertonIncident[]): readonly RivertonIncident[] {
  const { from, old, new: taken, share } = settings.shift;
  return changeReports(incidents, from, (reports) =>
    reports.map((report) => {
      const isShifted = report.force.includes(old) && !report.force.includes(taken) && random.chance(share);
      return isShifted ? { ...report, force: report.force.map((code) => (code === old ? taken : code)) } : report;
    }),
  );
}

/** From the date on, the form does not ask for one code: reports that hold nothing else are never written. */
function stopRecording(incidents: readonly RivertonIncident[]): readonly RivertonIncident[] {
  const { from, code } = settings.recording;
  return changeReports(incidents, from, (reports) =>
    reports.flatMap((report) => {
      const force = report.force.filter((used) => used !== code);
      return force.length === 0 ? [] : [{ ...report, force }];
    }),
  );
}

/** An incident without any report left is none. */
function changeReports(
  incidents: readonly RivertonIncident[],
  from: string,
  change: (reports: readonly RivertonReport[]) => readonly RivertonReport[],
): readonly RivertonIncident[] {
  return incidents.flatMap((incident) => {
    const reports = incident.date < from ? incident.reports : change(incident.reports);
    return reports.length === 0 ? [] : [{ ...incident, reports }];
  });
}

const countPeople = (incidents: readonly RivertonIncident[]): number => incidents.flatMap(peopleOf).length;

function countUses(incidents: readonly RivertonIncident[], code?: string): number {
  const uses = incidents.flatMap(({ reports }) => reports.flatMap(({ force }) => force));
  return code === undefined ? uses.length : uses.filter((used) => used === code).length;
}
