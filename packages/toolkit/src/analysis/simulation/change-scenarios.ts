import type { PolicyEvent } from "@evenhand/standard";
import type { Random } from "../../stats/functions/random-counts.ts";
import type { ChangeDesign, MadeKind } from "./change-department.ts";

/** A kind of department with an event, many of which are drawn. */
export type ChangeScenario = {
  readonly id: string;
  readonly about: string;
  readonly seed: number;
  readonly design: (random: Random) => ChangeDesign;
  /** What is written in the events file beside its date. */
  readonly event?: Partial<PolicyEvent>;
  /** Whether the events file says that the form changed at the date. */
  readonly isFormDeclared?: boolean;
  /** Who and what is truly changed: groups and kinds with their direction, and the total. */
  readonly truth: ChangeTruth;
};

/** What may be worded as lower or higher; everything else is a false alarm. */
export type ChangeTruth = {
  readonly total?: "lower" | "higher";
  readonly target?: "lower" | "higher";
  readonly groups?: Readonly<Record<string, "lower" | "higher">>;
  readonly kinds?: Readonly<Record<string, "lower" | "higher">>;
};

const kinds: readonly MadeKind[] = [
  { code: "takedown", weight: 0.36, injury: 0.2 },
  { code: "body_weight_pin", weight: 0.26, injury: 0.1 },
  { code: "cew_probes_fired", weight: 0.14, injury: 0.35 },
  { code: "oc_spray", weight: 0.12, injury: 0.15 },
  { code: "punch_strike", weight: 0.12, injury: 0.5 },
];
const groups = { white: 0.45, black: 0.4, hispanic_latino: 0.15 };

/** Three to six years before, one to three after; trends of up to 12% a year; unrest of up to 15% from month to month. */
const vary = (random: Random, incidentsPerMonth?: number): ChangeDesign => {
  const dateAt = 36 + Math.floor(37 * random());
  return {
    start: `20${String(10 + Math.floor(5 * random()))}-${String(1 + Math.floor(12 * random())).padStart(2, "0")}`,
    dateAt,
    months: dateAt + 12 + Math.floor(25 * random()),
    incidentsPerMonth: incidentsPerMonth ?? 8 * 10 ** random(),
    yearly: Math.exp(0.12 * (2 * random() - 1)),
    season: 0.2 * random(),
    unrest: 0.15 * random(),
    groups,
    kinds,
  };
};

const drop = (id: string, incidentsPerMonth: number, seed: number): ChangeScenario => ({
  id: `real drop, ${id}`,
  about: `40% less force on Black people only, about ${incidentsPerMonth} incidents a month`,
  seed,
  design: (random) => ({ ...vary(random, incidentsPerMonth), change: { groups: { black: 0.6 } } }),
  truth: { total: "lower", groups: { black: "lower" }, kinds: lower },
});
const lower = Object.fromEntries(kinds.map(({ code }) => [code, "lower" as const]));

const targeted = (id: string, incidentsPerMonth: number, seed: number): ChangeScenario => ({
  id: `real drop of a kind, ${id}`,
  about: `54% less of one kind of force, which the event is about, about ${incidentsPerMonth} incidents a month`,
  seed,
  design: (random) => ({ ...vary(random, incidentsPerMonth), change: { kinds: { body_weight_pin: 0.46 } } }),
  event: { about: [{ field: "force_application.force_type", codes: ["body_weight_pin"] }] },
  truth: {
    total: "lower",
    target: "lower",
    groups: { white: "lower", black: "lower", hispanic_latino: "lower" },
    kinds: { body_weight_pin: "lower" },
  },
});

const shift = (id: string, incidentsPerMonth: number, seed: number): ChangeScenario => ({
  id: `pure shift, ${id}`,
  about: `half of the takedowns become Taser uses, nothing else, about ${incidentsPerMonth} incidents a month`,
  seed,
  design: (random) => ({
    ...vary(random, incidentsPerMonth),
    yearly: 1,
    change: { shift: { from: "takedown", to: "cew_probes_fired", share: 0.5 } },
  }),
  truth: { kinds: { takedown: "lower", cew_probes_fired: "higher" } },
});

const recorded = (
  id: string,
  about: string,
  recording: NonNullable<ChangeDesign["recording"]>,
  seed: number,
): ChangeScenario => ({
  id: `recording: ${id}`,
  about,
  seed,
  design: (random) => ({ ...vary(random), recording }),
  truth: {},
});

const quiet = (id: string, about: string, seed: number, more: (random: Random) => Partial<ChangeDesign>) => ({
  id,
  about,
  seed,
  design: (random: Random) => ({ ...vary(random), ...more(random) }),
  truth: {},
});

/** Every kind of department that is drawn, with its truth. */
export const changeScenarios: readonly ChangeScenario[] = [
  quiet("nothing", "nothing happens; trends of up to 12% a year", 501, () => ({})),
  quiet("nothing, season", "nothing happens; up to 60% more at the season's top, the date at its turn", 502, () => ({
    season: 0.6,
    start: "2012-05",
    dateAt: 48,
  })),
  quiet(
    "nothing, alike months",
    "nothing happens; months 20% apart, each correlated by 0.3 with the one before",
    503,
    () => ({
      unrest: 0.2,
      correlation: 0.3,
    }),
  ),
  quiet("nothing, very alike months", "the same, correlated by 0.6", 504, () => ({ unrest: 0.2, correlation: 0.6 })),
  quiet(
    "nothing, shock",
    "nothing happens but twice as much force in one of the five months around the date",
    505,
    (random) => ({
      shock: { at: Math.floor(5 * random()) - 2, factor: 2 },
    }),
  ),
  quiet("nothing, bent trend", "force grows by 12% a year, and stops to a year before the date", 506, () => ({
    yearly: 1.12,
    bendsAt: 12,
  })),
  quiet(
    "nothing, turned trend",
    "force falls by 20% a year until nine months before the date, and rises by 20% a year from there",
    507,
    () => ({
      yearly: 0.8,
      bendsAt: 9,
      yearlyAfter: 1.2,
    }),
  ),
  drop("small", 15, 511),
  drop("medium", 40, 512),
  drop("large", 120, 513),
  targeted("small", 15, 521),
  targeted("medium", 40, 522),
  targeted("large", 120, 523),
  shift("small", 15, 531),
  shift("medium", 40, 532),
  shift("large", 120, 533),
  recorded(
    "code dropped",
    "a kind that makes up a quarter of force is not recorded any more",
    { drop: "body_weight_pin" },
    541,
  ),
  recorded(
    "code renamed",
    "one code takes the place of another",
    { rename: { from: "body_weight_pin", to: "control_hold" } },
    542,
  ),
  recorded("race lost", "a quarter of the races is not recorded any more", { lostRace: 0.25 }, 543),
  recorded("some race lost", "8 in 100 races are not recorded any more", { lostRace: 0.08 }, 544),
  recorded(
    "threshold raised",
    "two of three incidents with nothing but takedowns and pins and no injury are not reported any more",
    { threshold: { minor: ["takedown", "body_weight_pin"], share: 0.67 } },
    545,
  ),
  recorded(
    "thinning",
    "30 in 100 incidents are not reported any more, whatever happened in them",
    { thinning: 0.3 },
    546,
  ),
  {
    ...recorded(
      "thinning, declared",
      "the same, and the events file says that the form changed",
      { thinning: 0.3 },
      547,
    ),
    isFormDeclared: true,
  },
];
