import { type ChangeTruths, changeTruths } from "./riverton-change-truths.ts";
import type { PlantedAmounts } from "./riverton-changes.ts";
import settings from "./riverton-force.json" with { type: "json" };
import { peopleOf, type RivertonIncident, type RivertonPerson, yearOf } from "./riverton-records.ts";
import { type SituationTruths, situationTruths } from "./riverton-situation-truths.ts";

export type CountByKey = Readonly<Record<string, number>>;

type UnitCounts = {
  readonly incidents: number;
  readonly people: number;
  readonly reports: number;
  readonly force: number;
};

/**
 * What was planted in Riverton's files, so that tests can check that it is found again. Counts leave out the dog, its
 * report and its force row, which stand under `animal`. Keys are codes of the standard; `?reason` counts what the forms
 * do not say. Units are in the names; a person counts once in each incident.
 */
export type RivertonTruths = UnitCounts & {
  readonly byYear: Readonly<Record<string, UnitCounts>>;
  /** Data rows of each year's file, the dog's included, the repeated header not. */
  readonly rowsByYear: CountByKey;
  readonly incidentsByMonth: CountByKey;
  readonly incidentsByContactReason: CountByKey;
  readonly incidentsByNeighborhood: CountByKey;
  readonly incidentsByDistrict: CountByKey;
  /** As the forms say it. */
  readonly peopleByRace: CountByKey;
  /** What it really was: no file says so. */
  readonly peopleByActualRace: CountByKey;
  /** People whose race no form gives, by their actual race and by district. */
  readonly raceMissing: { readonly byActualRace: CountByKey; readonly byDistrict: CountByKey };
  readonly peopleByGender: CountByKey;
  /** The impossible age counts as `?impossible`, a blank one as `?not_recorded`. */
  readonly peopleByAgeBand: CountByKey;
  readonly peopleByResistance: CountByKey;
  /** `yes`, `no` or `?not_recorded`. */
  readonly peopleByInjured: CountByKey;
  readonly peopleByHospitalised: CountByKey;
  readonly peopleByArrested: CountByKey;
  /** The form of 2019–2021 could not say; since 2022 `yes` is what the injury column calls a death. */
  readonly deaths: number;
  readonly forceByType: CountByKey;
  readonly definitionChange: {
    readonly year: number;
    readonly before: readonly string[];
    readonly after: readonly string[];
    readonly forceByYear: Readonly<Record<string, CountByKey>>;
  };
  /** Months in which the city published nothing, though nobody says that nothing happened. */
  readonly gapMonths: readonly string[];
  /** Each pair of identical rows is two people. */
  readonly realDuplicates: readonly { readonly incidentId: string; readonly people: number }[];
  readonly animal: { readonly incidentId: string; readonly rows: number; readonly word: string };
  readonly impossibleAge: { readonly incidentId: string; readonly age: number };
  readonly unknownValue: { readonly word: string; readonly rows: number };
  readonly changes: ChangeTruths;
  readonly situations: SituationTruths;
};

/**
 * Counts what is in the incidents, independent of how the forms write it down.
 *
 * @param amounts how much the planted changes moved, of which the incidents themselves tell nothing
 */
export function rivertonTruths(all: readonly RivertonIncident[], amounts: PlantedAmounts): RivertonTruths {
  const incidents = all.map(withoutAnimals);
  const people = incidents.flatMap(peopleOf);
  const places = incidents.flatMap((incident) => peopleOf(incident).map((person) => ({ incident, person })));
  const lacking = places.filter(({ person }) => person.race.startsWith("?"));
  const force = incidents.flatMap((incident) =>
    incident.reports.flatMap(({ force }) => force.map((code) => ({ code, year: String(yearOf(incident)) }))),
  );
  const years = [...new Set(incidents.map((incident) => String(yearOf(incident))))];
  const { year, before, after } = settings.definitionChange;
  const dogs = all.filter(({ reports }) => reports.some(({ person }) => person.isAnimal));

  return {
    ...unitCounts(incidents),
    byYear: Object.fromEntries(
      years.map((year) => [year, unitCounts(incidents.filter((incident) => String(yearOf(incident)) === year))]),
    ),
    rowsByYear: Object.fromEntries(years.map((year) => [year, rowsOf(all, year)])),
    incidentsByMonth: countBy(incidents, ({ date }) => date.slice(0, 7)),
    incidentsByContactReason: countBy(incidents, ({ contactReason }) => contactReason),
    incidentsByNeighborhood: countBy(incidents, ({ neighborhood }) => neighborhood),
    incidentsByDistrict: countBy(incidents, ({ district }) => district),
    peopleByRace: countBy(people, ({ race }) => race),
    peopleByActualRace: countBy(people, ({ actualRace }) => actualRace),
    raceMissing: {
      byActualRace: countBy(lacking, ({ person }) => person.actualRace),
      byDistrict: countBy(lacking, ({ incident }) => incident.district),
    },
    peopleByGender: countBy(people, ({ gender }) => gender),
    peopleByAgeBand: countBy(people, ageBandOf),
    peopleByResistance: countBy(people, ({ resistance }) => resistance),
    peopleByInjured: countBy(people, ({ injury }) =>
      injury === "none" ? "no" : injury.startsWith("?") ? injury : "yes",
    ),
    peopleByHospitalised: countBy(people, ({ hospitalised }) => hospitalised),
    peopleByArrested: countBy(people, ({ arrested }) => arrested),
    deaths: people.filter(({ injury }) => injury === "death").length,
    forceByType: countBy(force, ({ code }) => code),
    definitionChange: {
      year,
      before,
      after,
      forceByYear: Object.fromEntries(
        [...before, ...after].map((code) => [
          code,
          countBy(
            force.filter((use) => use.code === code),
            (use) => use.year,
          ),
        ]),
      ),
    },
    gapMonths: [settings.gapMonth],
    realDuplicates: incidents
      .filter(hasTwins)
      .map((incident) => ({ incidentId: incident.id, people: peopleOf(incident).length })),
    animal: { incidentId: dogs[0]?.id ?? "", rows: dogs.length, word: settings.animal.word },
    impossibleAge: {
      incidentId: places.find(({ person }) => isImpossible(person))?.incident.id ?? "",
      age: settings.impossibleAge.age,
    },
    unknownValue: { word: settings.unknownValue.word, rows: force.filter(({ code }) => code === "?unmappable").length },
    changes: changeTruths(incidents, amounts),
    situations: situationTruths(incidents),
  };
}

function unitCounts(incidents: readonly RivertonIncident[]): UnitCounts {
  const reports = incidents.flatMap(({ reports }) => reports);
  return {
    incidents: incidents.length,
    people: incidents.flatMap(peopleOf).length,
    reports: reports.length,
    force: reports.flatMap(({ force }) => force).length,
  };
}

/** The old form has one row for each report, the new one a row for each force type in it. */
function rowsOf(all: readonly RivertonIncident[], year: string): number {
  const reports = all.filter((incident) => String(yearOf(incident)) === year).flatMap((incident) => incident.reports);
  return Number(year) <= 2021 ? reports.length : reports.flatMap(({ force }) => force).length;
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): CountByKey {
  const counts: Record<string, number> = {};
  for (const key of items.map(keyOf).sort()) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

const withoutAnimals = (incident: RivertonIncident): RivertonIncident => ({
  ...incident,
  reports: incident.reports.filter(({ person }) => !person.isAnimal),
});

const hasTwins = ({ reports }: RivertonIncident) => reports.some(({ person }) => person.key.endsWith("/twin"));

const isImpossible = ({ age }: RivertonPerson) => age === settings.impossibleAge.age;

const bands = [
  [0, "0-17"],
  [18, "18-24"],
  [25, "25-34"],
  [35, "35-44"],
  [45, "45-54"],
  [55, "55-64"],
  [65, "65+"],
] as const;

function ageBandOf(person: RivertonPerson): string {
  const { age } = person;
  if (age === undefined) return "?not_recorded";
  if (isImpossible(person)) return "?impossible";
  return bands.findLast(([low]) => age >= low)?.[1] ?? "?not_recorded";
}
