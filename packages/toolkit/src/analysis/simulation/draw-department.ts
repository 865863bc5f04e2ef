import { type Random, randomGamma, randomPoisson } from "../../stats/functions/random-counts.ts";
import type { SyntheticPerson } from "./synthetic-people.ts";

/** Residents by code of `race_ethnicity`. */
export type Residents = Readonly<Record<string, number>>;

/** What a made-up department is like: the truth that its records are drawn from. */
export type DepartmentDesign = {
  readonly residents: Residents;
  /** Force per resident of a group over that of the White group; 1 when absent. */
  readonly rateRatio: Readonly<Record<string, number>>;
  /** Chance of an injury of a person of a group over that of a White person in the same situation; 1 when absent. */
  readonly injuryRatio: Readonly<Record<string, number>>;
  /** People expected, or exactly that many when `isExact`. */
  readonly people: number;
  readonly isExact?: boolean;
  readonly months: number;
  /** How race comes to be missing; at a rate that is drawn for every department, up to `most`. */
  readonly missing?: { readonly by: "month-and-injury" | "group"; readonly most: number };
  /** Share of incidents with two to four people, all of one group. */
  readonly severalPeople?: number;
  /** Mean number of further uses of force on a person, after the first; geometric. */
  readonly furtherUses?: number;
};

const situations = [
  { resistance: "active_defensive", contactReason: "disturbance", weight: 0.35, injury: 0.25 },
  { resistance: "active_defensive", contactReason: "traffic_stop", weight: 0.15, injury: 0.2 },
  { resistance: "verbal_noncompliance", contactReason: "traffic_stop", weight: 0.3, injury: 0.1 },
  { resistance: "assaultive_unarmed", contactReason: "domestic", weight: 0.2, injury: 0.4 },
] as const;

/** Draws the people of one department: groups, months, situations, injuries, uses of force, and which races are lost. */
export function drawDepartment(design: DepartmentDesign, random: Random): readonly SyntheticPerson[] {
  const groups = Object.keys(design.residents);
  const weights = groups.map((group) => (design.residents[group] ?? 0) * (design.rateRatio[group] ?? 1));
  const season = Array.from({ length: design.months }, (_, month) => 1 + 0.3 * Math.sin((2 * Math.PI * month) / 12));
  const lose = missingness(design, groups, random);
  const several = design.severalPeople ?? 0;
  const meanPeople = 1 - several + several * 3;
  const incidents = design.isExact ? design.people : randomPoisson(design.people / meanPeople, random);
  const people: SyntheticPerson[] = [];
  for (let incident = 0; incident < incidents; incident += 1) {
    const group = groups[pick(weights, random)] ?? "white";
    const at = pick(season, random);
    const number = random() < several ? 2 + Math.floor(3 * random()) : 1;
    for (let person = 0; person < number; person += 1) people.push(lose(drawPerson(design, { group, at }, random), at));
  }
  return people;
}

function drawPerson(
  design: DepartmentDesign,
  { group, at }: { readonly group: string; readonly at: number },
  random: Random,
): SyntheticPerson {
  const situation =
    situations[
      pick(
        situations.map(({ weight }) => weight),
        random,
      )
    ] ?? situations[0];
  const isInjured = random() < situation.injury * (design.injuryRatio[group] ?? 1);
  const first = random() < 0.15 ? "cew_probes_fired" : "takedown";
  const further = design.furtherUses === undefined ? 0 : geometric(design.furtherUses, random);
  return {
    month: `${2015 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`,
    group,
    resistance: situation.resistance,
    contactReason: situation.contactReason,
    injured: isInjured ? "yes" : "no",
    force: [first, ...Array.from({ length: further }, () => "body_weight_pin")],
  };
}

type Lose = (person: SyntheticPerson, at: number) => SyntheticPerson;

/**
 * Which people's race gets lost. By month and injury: more often in the first half of the period and for people who were
 * not injured, so not at random, yet the same for every group. By group: twice as often for one group as for another.
 */
function missingness({ missing, months }: DepartmentDesign, groups: readonly string[], random: Random): Lose {
  if (missing === undefined) return (person) => person;
  const rate = missing.most * random();
  const more = groups[Math.floor(groups.length * random())];
  return (person, at) => {
    const byMonth = (at < months / 2 ? 1.3 : 0.7) * (person.injured === "yes" ? 0.7 : 1.1);
    const factor = missing.by === "group" ? (person.group === more ? 1.5 : 0.75) : byMonth;
    if (random() >= rate * factor) return person;
    const { group: _, ...rest } = person;
    return rest;
  };
}

/** Index drawn with chances in proportion to the weights. */
function pick(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const found = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return found < 0 ? weights.length - 1 : found;
}

/** Poisson with a gamma mean of shape 1 is geometric. */
const geometric = (mean: number, random: Random): number => randomPoisson(mean * randomGamma(1, random), random);
