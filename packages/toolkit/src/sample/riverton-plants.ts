import settings from "./riverton-force.json" with { type: "json" };
import {
  peopleOf,
  type RivertonIncident,
  type RivertonPerson,
  type RivertonReport,
  yearOf,
} from "./riverton-records.ts";
import type { SeededRandom } from "./seeded-random.ts";

type Change = (incident: RivertonIncident) => RivertonIncident;

/**
 * Plants in Riverton's incidents what real files hold and what tests must find again: identical rows that are two
 * people, deaths, a dog, an impossible age and a word that no list knows. Each goes into an incident of its own.
 */
export function plantTroubles(
  random: SeededRandom,
  incidents: readonly RivertonIncident[],
): readonly RivertonIncident[] {
  const changes = new Map<string, Change>();
  const plant = (year: number, change: Change) => {
    const free = incidents.filter(
      (incident) => yearOf(incident) === year && isSimple(incident) && !changes.has(incident.id),
    );
    changes.set(random.pick(free).id, change);
  };
  const plantMany = (countByYear: Readonly<Record<string, number>>, change: Change) => {
    for (const [year, count] of Object.entries(countByYear))
      for (let done = 0; done < count; done += 1) plant(Number(year), change);
  };

  plantMany(settings.realDuplicates, withTwin);
  plantMany(settings.deaths, withDeath);
  plant(settings.animal.year, withDog);
  plant(settings.impossibleAge.year, withImpossibleAge);
  plantMany({ [settings.unknownValue.year]: settings.unknownValue.count }, withUnknownForce);
  return incidents.map((incident) => changes.get(incident.id)?.(incident) ?? incident);
}

/** One identified person, of known age and race, one report. */
function isSimple(incident: RivertonIncident): boolean {
  const [report, ...more] = incident.reports;
  const person = report?.person;
  return (
    more.length === 0 &&
    person?.subjectId !== undefined &&
    person.age !== undefined &&
    person.race === person.actualRace
  );
}

const changePeople =
  (change: (person: RivertonPerson) => Partial<RivertonPerson>, force?: RivertonReport["force"]): Change =>
  (incident) => ({
    ...incident,
    reports: incident.reports.map((report) => ({
      ...report,
      person: { ...report.person, ...change(report.person) },
      force: force ?? report.force,
    })),
  });

/** Two people whom nobody identified and who look the same on the form: two identical rows. */
const withTwin: Change = (incident) => ({
  ...incident,
  reports: incident.reports.flatMap((report) => {
    const { subjectId: _, ...person } = report.person;
    return [
      { ...report, person },
      { ...report, person: { ...person, key: `${person.key}/twin` } },
    ];
  }),
});

const withDeath: Change = changePeople(
  () => ({ injury: "death", hospitalised: "yes", arrested: "no", resistance: "weapon_displayed_or_threatened" }),
  ["firearm_discharged"],
);

const withImpossibleAge: Change = changePeople(() => ({ age: settings.impossibleAge.age }));

const withUnknownForce: Change = changePeople(() => ({}), ["?unmappable"]);

const withDog: Change = (incident) => ({
  ...incident,
  reports: incident.reports.flatMap((report) => {
    const { subjectId: _, age: __, ...person } = peopleOf(incident)[0] ?? report.person;
    const dog: RivertonPerson = {
      ...person,
      key: `${incident.id}/dog`,
      gender: "?unknown",
      resistance: "?not_recorded",
      hospitalised: "no",
      arrested: "no",
      isAnimal: true,
    };
    return [report, { ...report, person: dog, force: ["oc_spray_used"] }];
  }),
});
