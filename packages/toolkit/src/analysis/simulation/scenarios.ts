import type { Unit } from "@evenhand/standard";
import type { Random } from "../../stats/functions/random-counts.ts";
import type { DepartmentDesign, Residents } from "./draw-department.ts";

/** A kind of department, many of which are drawn. */
export type Scenario = {
  readonly id: string;
  readonly about: string;
  /** Units that the records tell apart. */
  readonly units: readonly Unit[];
  readonly seed: number;
  /** The design of one department; sizes and periods differ from one to the next. */
  readonly design: (random: Random) => DepartmentDesign;
};

const cities: readonly Residents[] = [
  { white: 240_000, black: 72_000, asian: 22_000, american_indian_alaska_native: 5000, hispanic_latino: 40_000 },
  { white: 60_000, black: 20_000, hispanic_latino: 15_000, asian: 5000 },
  { white: 30_000, black: 60_000, hispanic_latino: 8000 },
  { white: 9000, black: 800, hispanic_latino: 1500, asian: 300 },
  { white: 25_000, hispanic_latino: 50_000, black: 4000, asian: 12_000, american_indian_alaska_native: 900 },
];

/** 30 to 1,500 people in 6 to 60 months, evenly on the log scale. */
const size = (random: Random) => ({
  residents: cities[Math.floor(cities.length * random())] ?? { white: 1 },
  people: Math.exp(Math.log(30) + random() * Math.log(50)),
  months: 6 + Math.floor(55 * random()),
});
const none = { rateRatio: {}, injuryRatio: {} };
const people: readonly Unit[] = ["incidents", "people"];

/** Every kind of department that is drawn, with its truth. */
export const scenarios: readonly Scenario[] = [
  {
    id: "none",
    about: "no disparity; one in three loses up to 15% of races, more in early months and for people not injured",
    units: people,
    seed: 101,
    design: (random) => ({
      ...size(random),
      ...none,
      ...(random() < 1 / 3 ? { missing: { by: "month-and-injury", most: 0.15 } } : {}),
    }),
  },
  {
    id: "none, several people",
    about: "no disparity; one incident in ten has two to four people of one group",
    units: people,
    seed: 102,
    design: (random) => ({ ...size(random), ...none, severalPeople: 0.1 }),
  },
  {
    id: "none, uses of force",
    about: "no disparity; records tell uses of force apart but not people, 2.5 uses a person",
    units: ["force"],
    seed: 103,
    design: (random) => ({ ...size(random), ...none, furtherUses: 1.5 }),
  },
  {
    id: "none, race lost",
    about: "no disparity, but race is lost for up to 30% and twice as often for one group",
    units: people,
    seed: 104,
    design: (random) => ({ ...size(random), ...none, missing: { by: "group", most: 0.3 } }),
  },
  {
    id: "known",
    about: "Black residents twice the rate, Black people injured 1.5 times as often",
    units: people,
    seed: 105,
    design: (random) => ({ ...size(random), rateRatio: { black: 2 }, injuryRatio: { black: 1.5 } }),
  },
  {
    id: "tiny",
    about: "12 people in all, Black residents twice the rate; up to half of the races lost",
    units: people,
    seed: 106,
    design: (random) => ({
      ...size(random),
      rateRatio: { black: 2 },
      injuryRatio: {},
      people: 12,
      isExact: true,
      missing: { by: "month-and-injury", most: 0.5 },
    }),
  },
];
