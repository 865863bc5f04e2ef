import city from "./riverton-city.json" with { type: "json" };
import settings from "./riverton-force.json" with { type: "json" };
import type { RivertonIncident, RivertonOfficer, RivertonPerson, RivertonReport } from "./riverton-records.ts";
import type { SeededRandom } from "./seeded-random.ts";

type Place = { readonly district: string; readonly neighborhood: string };

const districtOf = new Map(
  Object.entries(city.districts).flatMap(([district, names]) => names.map((name) => [name, district] as const)),
);

/** All incidents of fictional Riverton before anything odd is planted, ordered by date. */
export function rivertonIncidents(random: SeededRandom): readonly RivertonIncident[] {
  const officers = Array.from({ length: settings.officers }, (_, index) => drawOfficer(random, 1004 + index * 7));
  const known: RivertonPerson[] = [];
  const incidents: RivertonIncident[] = [];

  for (const [year, count] of Object.entries(settings.incidentsByYear)) {
    const dates = Array.from({ length: count }, () => drawDate(random, Number(year))).sort();
    dates.forEach((date, index) => {
      const incident = drawIncident(random, { id: incidentId(date, index), date, officers, known });
      known.push(...new Set(incident.reports.map(({ person }) => person)));
      incidents.push(incident);
    });
  }
  return incidents;
}

/** The form of 2022 also changed how incidents are numbered. */
function incidentId(date: string, index: number): string {
  const year = date.slice(0, 4);
  const number = String(100 + index * 13 + (index % 4)).padStart(5, "0");
  return Number(year) <= 2021 ? `RPD${year.slice(2)}-${number}` : `${year}-${number}`;
}

function drawOfficer(random: SeededRandom, number: number): RivertonOfficer {
  return {
    id: String(number),
    race: random.weighted(settings.officerRace),
    gender: random.weighted(settings.officerGender),
  };
}

/** Much more in summer than in winter, every year alike. Nothing in the gap month. */
function drawDate(random: SeededRandom, year: number): string {
  const month = `${year}-${random.weighted(settings.months)}`;
  const day = String(random.integer(1, daysOf(month))).padStart(2, "0");
  return month === settings.gapMonth ? drawDate(random, year) : `${month}-${day}`;
}

const daysOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

function drawPlace(random: SeededRandom): Place {
  const neighborhood = random.weighted(city.neighborhoodWeights);
  return { neighborhood, district: districtOf.get(neighborhood) ?? "" };
}

type Setting = {
  readonly id: string;
  readonly date: string;
  readonly officers: readonly RivertonOfficer[];
  readonly known: readonly RivertonPerson[];
};

function drawIncident(random: SeededRandom, { id, date, officers, known }: Setting): RivertonIncident {
  const place = drawPlace(random);
  const hours = Object.fromEntries(settings.hours.map((weight, hour) => [String(hour), weight]));
  const minutes = Number(random.weighted(hours)) * 60 + random.integer(0, 59);
  const count = Number(random.weighted(settings.peoplePerIncident));
  const people = Array.from({ length: count }, (_, index) =>
    drawPerson(random, { key: `${id}/${index + 1}`, place, known, mayLackId: date < "2022" }),
  );
  const reports = distinctPeople(people).flatMap((person) => drawReports(random, { person, officers, date }));

  return {
    id,
    date,
    ...(random.chance(settings.missingTime) ? {} : { minutes }),
    ...place,
    place: `${random.integer(1, 48)}00 block of ${random.pick(city.streets)}`,
    contactReason: random.weighted(settings.contactReason),
    reports,
  };
}

/** A returning person is in one incident only once. */
function distinctPeople(people: readonly RivertonPerson[]): readonly RivertonPerson[] {
  const ids = people.map(({ subjectId }) => subjectId);
  return people.filter(({ subjectId }, index) => subjectId === undefined || ids.indexOf(subjectId) === index);
}

function drawPerson(
  random: SeededRandom,
  { key, place, known, mayLackId }: { key: string; place: Place; known: readonly RivertonPerson[]; mayLackId: boolean },
): RivertonPerson {
  const before = known.length > 0 && random.chance(settings.returningPeople) ? random.pick(known) : undefined;
  const lacksId = random.chance(settings.unidentifiedPeople) && mayLackId && before?.subjectId === undefined;
  const actualRace = before?.actualRace ?? random.weighted(settings.race);
  const age = before?.age ?? drawAge(random);
  const injury = random.weighted(settings.injury);
  const hospital = random.chance(settings.hospitalisedShare[injury]) ? "yes" : "no";

  return {
    key,
    ...(lacksId ? {} : { subjectId: before?.subjectId ?? `S${20000 + known.length * 3 + Number(key.slice(-1))}` }),
    actualRace,
    race: writtenRace(random, actualRace, place.district),
    gender: before?.gender ?? random.weighted(settings.gender),
    ...(random.chance(settings.missingAge) ? {} : { age }),
    resistance: random.weighted(settings.resistance),
    injury,
    hospitalised: random.chance(settings.missingHospital) ? "?not_recorded" : hospital,
    arrested: random.weighted(settings.arrested),
  };
}

function drawAge(random: SeededRandom): number {
  const [low = 0, high = 0] = random.weighted(settings.ages).split("-").map(Number);
  return random.integer(low, high);
}

/** Race is missing more often for one group, and most of all in one district: not at random. */
function writtenRace(random: SeededRandom, actual: string, district: string): string {
  const { group, district: quarter, ...share } = settings.missingRace;
  const here = district === quarter;
  const inGroup = here ? share.groupInDistrict : share.groupElsewhere;
  const others = here ? share.othersInDistrict : share.othersElsewhere;
  if (!random.chance(actual === group ? inGroup : others)) return actual;
  return random.chance(0.7) ? "?unknown" : "?not_recorded";
}

function drawReports(
  random: SeededRandom,
  { person, officers, date }: { person: RivertonPerson; officers: readonly RivertonOfficer[]; date: string },
): readonly RivertonReport[] {
  // Without a subject id two reports could not be known to speak of the same person, so the form allows only one.
  const count = person.subjectId === undefined ? 1 : Number(random.weighted(settings.reportsPerPerson));
  const chosen = new Set<RivertonOfficer>();
  while (chosen.size < count) chosen.add(random.pick(officers));
  return [...chosen].map((officer) => ({ officer, person, force: drawForce(random, date) }));
}

function drawForce(random: SeededRandom, date: string): readonly string[] {
  const weights: Readonly<Record<string, number>> =
    Number(date.slice(0, 4)) < settings.definitionChange.year ? settings.force.until2022 : settings.force.from2023;
  const codes = new Set<string>();
  const count = Number(random.weighted(settings.forcePerReport));
  while (codes.size < count) codes.add(random.weighted(weights));
  return [...codes];
}
