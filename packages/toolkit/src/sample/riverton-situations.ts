import { type RivertonIncident, type RivertonPerson, yearOf } from "./riverton-records.ts";
import settings from "./riverton-situations.json" with { type: "json" };
import { type SeededRandom, seededRandom, seedOf } from "./seeded-random.ts";

type Weights = Readonly<Record<string, number>>;

/**
 * The incidents with what only the form since 2022 asks, the kind of place and what officers perceived, and with more
 * children at schools. Each incident has a random stream of its own, so that nothing else moves.
 *
 * @param seed whole number
 */
export function withSituations(seed: number, incidents: readonly RivertonIncident[]): readonly RivertonIncident[] {
  return incidents.map((incident) => situate(seededRandom(seedOf(`${seed} situation ${incident.id}`)), incident));
}

function situate(random: SeededRandom, incident: RivertonIncident): RivertonIncident {
  const isAsked = yearOf(incident) >= settings.since;
  const placed = isAsked
    ? { ...incident, locationType: random.weighted(ofReason(settings.place, incident.contactReason)) }
    : incident;
  const people = new Map<string, RivertonPerson>();
  for (const { person } of placed.reports)
    if (!people.has(person.key)) people.set(person.key, perceive(random, person, placed));
  return {
    ...placed,
    reports: placed.reports.map((report) => ({ ...report, person: people.get(report.person.key) ?? report.person })),
  };
}

function perceive(random: SeededRandom, person: RivertonPerson, incident: RivertonIncident): RivertonPerson {
  const { shareAtSchools, ages } = settings.children;
  const isChild = isAtSchool(incident) && random.chance(shareAtSchools);
  const condition = random.weighted(ofReason(settings.condition, incident.contactReason));
  return {
    ...person,
    ...(isChild && person.age !== undefined ? { age: random.integer(ages.low, ages.high) } : {}),
    ...(yearOf(incident) >= settings.since ? { condition } : {}),
  };
}

/** Whether the form gives any sign of a school. */
export const isAtSchool = ({ contactReason, locationType }: RivertonIncident): boolean =>
  contactReason === "school" || locationType === "school_k12";

function ofReason(weights: Readonly<Record<string, Weights>>, reason: string): Weights {
  return weights[reason] ?? weights["*"] ?? {};
}
