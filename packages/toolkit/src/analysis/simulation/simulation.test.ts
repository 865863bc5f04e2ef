import { describe, expect, test } from "vitest";
import { type CellRow, rowCells } from "../../release/row-cells.ts";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import { answerQuestions } from "../answer-all.ts";
import { places } from "../questions/places.ts";
import { rates } from "../questions/rates.ts";
import { treatment } from "../questions/treatment.ts";
import { answerDepartment, countableUnits, residentsBenchmark } from "./answer-department.ts";
import { noOutcomes, type Outcomes } from "./department-outcomes.ts";
import { drawDepartment } from "./draw-department.ts";
import { drawPlaces } from "./draw-places.ts";
import { placeDirections, runPlaces } from "./run-places.ts";
import { runScenario } from "./run-scenario.ts";
import { type Scenario, scenarios } from "./scenarios.ts";
import { placesLine, scenarioLines } from "./simulation-table.ts";
import type { SyntheticPerson } from "./synthetic-people.ts";

const departments = 1000;
/** The stated rate and three Monte-Carlo standard errors. */
const allowed = (share: number, draws: number) => share + 3 * Math.sqrt((share * (1 - share)) / draws);
const scenarioOf = (id: string): Scenario => {
  const found = scenarios.find((scenario) => scenario.id === id);
  if (found === undefined) throw new RangeError(`invalid id; no such scenario: ${id}`);
  return found;
};
const outcomesOf = (found: ReadonlyMap<string, Outcomes>, name: string): Outcomes => found.get(name) ?? noOutcomes();
const lines: string[] = [];
async function run(id: string): Promise<ReadonlyMap<string, Outcomes>> {
  const found = await runScenario(scenarioOf(id), departments);
  lines.push(...scenarioLines(id, found));
  return found;
}

describe("1,000 departments without a disparity", () => {
  test.each([
    ["none", 0.95],
    ["none, several people", 0.95],
    ["none, uses of force", 0.95],
    ["none, race lost", 0.92],
  ])("%s: at most 5 in 100 are worded as having one, and intervals hold the truth", async (id, level) => {
    const found = await run(id);
    const isPeople = scenarioOf(id).units.includes("people");
    for (const name of isPeople ? ["rates", "treatment: injured", "treatment: Taser"] : ["rates"]) {
      const { falseAlarms, held, intervals, smallHeadlines } = outcomesOf(found, name);
      expect(intervals, name).toBeGreaterThan(500);
      expect(falseAlarms / departments, `${name}: false alarms`).toBeLessThan(allowed(0.05, departments));
      expect(held / intervals, `${name}: intervals`).toBeGreaterThan(
        level - 3 * Math.sqrt((level * (1 - level)) / departments),
      );
      expect(smallHeadlines, `${name}: small headlines`).toBe(0);
    }
  });
});

describe("1,000 departments with a known disparity", () => {
  test("rate ratio 2 and risk ratio 1.5 are found, and no other group is worded as different", async () => {
    const found = await run("known");
    const [rate, injured] = [outcomesOf(found, "rates"), outcomesOf(found, "treatment: injured")];
    expect(rate.found / rate.findable).toBeGreaterThan(0.65);
    expect(injured.found / injured.findable).toBeGreaterThan(0.33);
    for (const { falseAlarms, held, intervals } of [rate, injured]) {
      expect(falseAlarms / departments).toBeLessThan(allowed(0.05, departments));
      expect(held / intervals).toBeGreaterThan(0.93);
    }
    const adjusted = outcomesOf(found, "treatment: injured, like situations");
    expect(adjusted.held / adjusted.intervals).toBeGreaterThan(0.93);
  });

  test("is found the more often the more people there are, nearly always with 1,500", async () => {
    const known = scenarioOf("known");
    const share = async (people: number) => {
      const sized: Scenario = { ...known, design: (random) => ({ ...known.design(random), people, months: 36 }) };
      const { found, findable } = outcomesOf(await runScenario(sized, 100), "rates");
      return found / findable;
    };
    const [few, some, many] = [await share(40), await share(200), await share(1500)];
    expect(few).toBeLessThan(some);
    expect(some).toBeLessThan(many);
    expect(many).toBeGreaterThan(0.9);
  });
});

describe("1,000 tiny departments", () => {
  test("12 people never make a headline; shares of treatment are counts or nothing", async () => {
    const found = await run("tiny");
    const [rate, injured] = [outcomesOf(found, "rates"), outcomesOf(found, "treatment: injured")];
    expect(rate.departments).toBe(departments);
    expect(rate.smallHeadlines).toBe(0);
    expect(rate.shown.counts ?? 0).toBeGreaterThan(100);
    expect((injured.shown.counts ?? 0) + (injured.shown["cannot-say"] ?? 0)).toBe(departments);
    expect(injured.directions).toEqual({});
  });
});

describe("made-up cities of areas", () => {
  test.each([15, 40, 84])(
    "%i areas: no difference between neighbours is worded as one in more than 5 in 100",
    (areas) => {
      const none = runPlaces({ areas, ratio: 1, cities: departments, seed: 84 });
      const known = runPlaces({ areas, ratio: 2, cities: 200, seed: 48 });
      lines.push(placesLine(`ratio 1, ${areas} areas`, none), placesLine(`ratio 2, ${areas} areas`, known));
      const fitted = none.cities - none.refused;
      expect(fitted).toBeGreaterThan(500);
      expect(none.falseAlarms / fitted).toBeLessThan(allowed(0.05, fitted));
      expect(none.held / none.intervals).toBeGreaterThan(0.93);
      expect(known.found / (known.cities - known.refused)).toBeGreaterThan(0.7);
    },
  );
});

describe("the simulation asks what a report asks", () => {
  const residents = { white: 60_000, black: 20_000, hispanic_latino: 15_000 };
  const design = { residents, rateRatio: { black: 2 }, injuryRatio: { black: 1.5 }, people: 150, months: 24 };

  test("rates and treatment say the same through answerQuestions, on rows", async () => {
    const people = drawDepartment({ ...design, missing: { by: "group", most: 0.2 } }, seededRandom(9));
    const tables = tablesOf(people);
    const scope = countableUnits(["incidents", "people"]);
    const { findings } = await answerQuestions(releaseOf(scope), rowCells(tables), {
      benchmarks: [residentsBenchmark(residents)],
    });
    const fast = await answerDepartment(people, {
      questions: [rates, treatment],
      units: ["incidents", "people"],
      residents,
    });
    const rowsById = (list: typeof fast) =>
      Object.fromEntries(
        list
          .filter(({ question }) => question === "rates" || question === "treatment")
          .map(({ id, rows, shown }) => [id, { rows, shown }]),
      );
    expect(Object.keys(rowsById(fast)).length).toBeGreaterThan(5);
    expect(rowsById(findings)).toEqual(rowsById(fast));
  });

  test("the question of areas says the same as its model alone", async () => {
    const drawn = drawPlaces({ areas: 16, people: 900, rateRatio: { black: 2 } }, seededRandom(4));
    const [finding] = await answerDepartment(drawn.people, {
      questions: [places],
      units: ["people"],
      residents,
      places: drawn.places,
    });
    const model = placeDirections(drawn) ?? [];
    expect(model.length).toBeGreaterThan(1);
    for (const { group, low, high, direction } of model) {
      const compared = finding?.rows.find(({ key }) => key === group)?.compared;
      expect(compared?.direction).toBe(direction);
      expect(compared?.adjusted?.interval?.low).toBeCloseTo(low, 8);
      expect(compared?.adjusted?.interval?.high).toBeCloseTo(high, 8);
    }
  });
});

test("the table", () => {
  console.log(lines.join("\n"));
  expect(lines.length).toBeGreaterThan(20);
});

function tablesOf(people: readonly SyntheticPerson[]) {
  const persons = people.map(({ month, group, resistance, injured }, index): CellRow => {
    const race = group === undefined ? { race_ethnicity_missing: "unknown" } : { race_ethnicity: group };
    const when = { occurred_year: Number(month.slice(0, 4)), occurred_month: month };
    return { person_id: `p${index}`, incident_id: `i${index}`, ...when, ...race, resistance_type: resistance, injured };
  });
  const incidents = people.map(
    ({ contactReason }, index): CellRow => ({ incident_id: `i${index}`, contact_reason: contactReason }),
  );
  const force = people.flatMap(({ force: types = [] }, index) =>
    types.map((type): CellRow => ({ person_id: `p${index}`, incident_id: `i${index}`, force_type: type })),
  );
  return { persons, incidents, force };
}

function releaseOf(scope: ReturnType<typeof countableUnits>) {
  return {
    formatVersion: 1 as const,
    agency: { id: "made-up", name: "Made-up Police Department" },
    date: "2026-01-01",
    hash: "0",
    tables: {},
    lines: { in: 0, accepted: 0, rejected: 0 },
    snapshots: [],
    scope,
  };
}
