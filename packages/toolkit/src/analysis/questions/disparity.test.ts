import type { Benchmark, Finding } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { fixtureRelease } from "../../release/release-fixture.ts";
import { type CellRow, rowCells } from "../../release/row-cells.ts";
import { answerQuestions, type ContextBeside } from "../answer-all.ts";

type People = { readonly group: string | null; readonly number: number; readonly facts?: CellRow };

/** People spread evenly over the months of a period; `force` gives the kinds used on each. */
function persons(people: readonly People[], years: readonly number[]): readonly CellRow[] {
  let next = 0;
  return people.flatMap(({ group, number, facts = {} }) =>
    Array.from({ length: number }, (): CellRow => {
      const index = next++;
      const year = years[index % years.length] ?? 0;
      const month = String((Math.floor(index / years.length) % 12) + 1).padStart(2, "0");
      const race = group === null ? { race_ethnicity_missing: "unknown" } : { race_ethnicity: group };
      return {
        person_id: `p${index}`,
        incident_id: `i${index}`,
        occurred_year: year,
        occurred_month: `${year}-${month}`,
        ...race,
        ...facts,
      };
    }),
  );
}

const incidentsOf = (people: readonly CellRow[], facts: CellRow = {}) =>
  people.map(({ incident_id, occurred_year, occurred_month }) => ({
    incident_id,
    occurred_year,
    occurred_month,
    ...facts,
  }));

async function answers(tables: Parameters<typeof rowCells>[0], beside: ContextBeside = {}) {
  const units = (["incidents", "people"] as const).map((unit) => ({ unit, basis: "key" as const, columns: ["id"] }));
  const release = fixtureRelease({ tables, scope: { units } });
  const { findings } = await answerQuestions(release, rowCells(tables), beside);
  return (id: string): Finding => {
    const found = findings.find((finding) => finding.id === id);
    if (found === undefined) throw new RangeError(`invalid id; no such finding: ${id}`);
    return found;
  };
}

const benchmark = (counts: Readonly<Record<string, number>>, rest: Partial<Benchmark> = {}): Benchmark => ({
  id: "population",
  kind: "population",
  source: "test",
  sha256: "0",
  caveats: [],
  cells: Object.entries(counts).map(([group, count]) => ({ group, count })),
  ...rest,
});

const row = (finding: Finding, key: string, key2?: string) =>
  finding.rows.find((candidate) => candidate.key === key && candidate.key2 === key2);

describe("rates by benchmark", () => {
  const years = Array.from({ length: 8 }, (_, index) => 2013 + index);

  test("Mapping Police Violence, California 2013–2020: 11.7809 and 3.1301 per million a year, ratio 3.7637", async () => {
    const killed = persons(
      [
        { group: "black", number: 204 },
        { group: "white", number: 368 },
      ],
      years,
    );
    const find = await answers(
      { persons: killed },
      { benchmarks: [benchmark({ black: 2_164_519, white: 14_695_836 })] },
    );
    const finding = find("rates/race-per-population/people");
    expect(finding.values).toMatchObject({ exposureYears: 8 });
    expect((row(finding, "black")?.compared?.rate?.value ?? 0) * 1e6).toBeCloseTo(11.7809, 4);
    expect((row(finding, "white")?.compared?.rate?.value ?? 0) * 1e6).toBeCloseTo(3.1301, 4);
    expect(row(finding, "black")?.compared?.ratio?.value).toBeCloseTo(3.7637, 4);
    expect(finding.comparison).toMatchObject({ reference: "white", per: 1_000_000, level: 0.95 });
    expect(row(finding, "black")?.compared?.direction).toBe("higher");
  });

  test("says why where there is no benchmark, and when its years do not meet those of the records", async () => {
    const people = persons(
      [
        { group: "black", number: 50 },
        { group: "white", number: 50 },
      ],
      [2020],
    );
    expect((await answers({ persons: people }))("rates/race-per-population/people")).toMatchObject({
      shown: "cannot-say",
      reason: "no-benchmark",
    });
    const stops = benchmark(
      { black: 900, white: 900 },
      { id: "stops", kind: "stops", years: { from: 2001, to: 2002 } },
    );
    expect((await answers({ persons: people }, { benchmarks: [stops] }))("rates/race-per-stops/people").reason).toBe(
      "benchmark-years-differ",
    );
  });

  test("no group is compared when more than 30 in 100 races are missing; the range still says what is possible", async () => {
    const people = persons(
      [
        { group: "black", number: 60 },
        { group: "white", number: 60 },
        { group: null, number: 60 },
      ],
      [2020],
    );
    const find = await answers({ persons: people }, { benchmarks: [benchmark({ black: 5000, white: 20_000 })] });
    const black = row(find("rates/race-per-population/people"), "black");
    expect(black?.compared).toMatchObject({ direction: "none", reason: "no-group-comparison" });
    expect(black?.compared?.ratio).toBeUndefined();
    expect(black?.compared?.ratioRange).toEqual({ low: 2, high: 8 });
  });

  test("above 20 in 100 missing, a difference must hold in the worst case too", async () => {
    const people = persons(
      [
        { group: "black", number: 100 },
        { group: "white", number: 50 },
        { group: null, number: 50 },
      ],
      [2020],
    );
    const find = await answers({ persons: people }, { benchmarks: [benchmark({ black: 10_000, white: 10_000 })] });
    expect(row(find("rates/race-per-population/people"), "black")?.compared).toMatchObject({
      direction: "cannot-tell",
      reason: "missing-could-change-it",
      ratioRange: { low: 1, high: 3 },
    });
  });

  test("compares each group with everybody else when few White people are recorded, never with a total that holds it", async () => {
    const people = persons(
      [
        { group: "black", number: 60 },
        { group: "white", number: 10 },
        { group: "asian", number: 20 },
      ],
      [2020],
    );
    const find = await answers(
      { persons: people },
      { benchmarks: [benchmark({ black: 10_000, white: 20_000, asian: 10_000 })] },
    );
    const finding = find("rates/race-per-population/people");
    expect(finding.comparison?.reference).toBe("everybody-else");
    expect(row(finding, "black")?.compared?.ratio?.value).toBeCloseTo(60 / 10_000 / (30 / 30_000), 10);
  });

  test("allows for age and sex where the benchmark tells them", async () => {
    const facts = (age: string) => ({ gender: "man", age_band: age });
    const people = persons(
      [
        { group: "black", number: 80, facts: facts("18-24") },
        { group: "black", number: 20, facts: facts("25-34") },
        { group: "white", number: 40, facts: facts("18-24") },
        { group: "white", number: 80, facts: facts("25-34") },
      ],
      [2020],
    );
    const cell = (group: string, ageBand: string, count: number) => ({ group, gender: "man", ageBand, count });
    const cells = [
      cell("black", "18-24", 4000),
      cell("black", "25-34", 2000),
      cell("white", "18-24", 2000),
      cell("white", "25-34", 8000),
    ];
    const find = await answers({ persons: people }, { benchmarks: [benchmark({}, { cells })] });
    const finding = find("rates/race-per-population/people");
    // Within each age the rates are equal, so the whole crude ratio goes with age.
    expect(row(finding, "black")?.compared?.ratio?.value).toBeCloseTo(100 / 6000 / (120 / 10_000), 10);
    expect(row(finding, "black")?.compared?.adjusted?.value).toBeCloseTo(1, 10);
    expect(finding.comparison?.adjustedFor).toEqual(["person.age_band", "person.gender"]);
  });
});

describe("treatment given force", () => {
  const facts = (injured: string, resistance: string) => ({ injured, resistance_type: resistance });
  const people = persons(
    [
      { group: "black", number: 30, facts: facts("yes", "active") },
      { group: "black", number: 30, facts: facts("no", "active") },
      { group: "black", number: 10, facts: facts("yes", "passive") },
      { group: "black", number: 90, facts: facts("no", "passive") },
      { group: "white", number: 100, facts: facts("yes", "active") },
      { group: "white", number: 100, facts: facts("no", "active") },
      { group: "white", number: 5, facts: facts("yes", "passive") },
      { group: "white", number: 45, facts: facts("no", "passive") },
    ],
    [2020],
  );

  test("the crude ratio and the ratio within like resistance", async () => {
    const find = await answers({ persons: people, incidents: incidentsOf(people, { contact_reason: "traffic_stop" }) });
    const finding = find("treatment/injured/people");
    const black = row(finding, "black");
    expect(black).toMatchObject({ count: 40, share: 0.25 });
    expect(black?.compared?.ratio?.value).toBeCloseTo(0.25 / 0.42, 10);
    expect(black?.compared?.direction).toBe("lower");
    expect(black?.compared?.adjusted?.value).toBeCloseTo(1, 10);
    expect(finding.comparison).toMatchObject({
      reference: "white",
      per: 1,
      adjustedFor: ["resistance_type", "incidents.contact_reason"],
    });
  });

  test("kinds of force are told by person; a kind that never occurs is not called zero", async () => {
    const force = people.map(({ person_id }, index) => ({
      force_id: `f${index}`,
      person_id,
      force_type: index % 2 === 0 ? "cew_probes_fired" : "takedown",
    }));
    const find = await answers({ persons: people, incidents: incidentsOf(people), force });
    expect(row(find("treatment/taser-used/people"), "black")).toMatchObject({ count: 80, share: 0.5 });
    expect(find("treatment/neck-restraint/people")).toMatchObject({
      shown: "cannot-say",
      reason: "absent-is-not-zero",
    });
  });
});

describe("what missing race could do", () => {
  test("ranges of a share by year, without and with monotone assumptions", async () => {
    const people = persons(
      [
        { group: "black", number: 40 },
        { group: "white", number: 40 },
        { group: null, number: 20 },
      ],
      [2020],
    );
    const finding = (await answers({ persons: people }))("missing-race/share-by-year/people");
    expect(finding.values).toMatchObject({ group: "black" });
    expect(row(finding, "all", "none")?.range).toEqual({ low: 0.4, high: 0.6 });
    expect(row(finding, "all", "no-less-than-known")?.range).toEqual({ low: 0.5, high: 0.6 });
    expect(row(finding, "2020", "no-more-than-known")?.range).toEqual({ low: 0.4, high: 0.5 });
  });
});

describe("selection", () => {
  const people = persons(
    [
      { group: "black", number: 50 },
      { group: "white", number: 60 },
    ],
    [2020],
  );
  const stops = benchmark(
    { black: 1000, white: 1000 },
    { id: "stops", kind: "stops", years: { from: 2020, to: 2020 } },
  );

  test("how many stops would have to be discretionary to turn the sign", async () => {
    const finding = (await answers({ persons: people }, { benchmarks: [stops] }))(
      "selection/stop-bias-per-stops/people",
    );
    const none = row(finding, "black", "0");
    expect(none?.figures?.tippingShare).toBeCloseTo(1 - 0.05 / 0.06, 10);
    expect(none?.figures?.amongGroup).toBeCloseTo(-0.01, 10);
    expect(row(finding, "black", "0.3")?.figures?.amongGroup).toBeCloseTo(0.05 - 0.7 * 0.06, 10);
  });

  test("how strong something unmeasured would have to be", async () => {
    const more = persons(
      [
        { group: "black", number: 90 },
        { group: "white", number: 30 },
      ],
      [2020],
    );
    const finding = (await answers({ persons: more }, { benchmarks: [stops] }))(
      "selection/unmeasured-per-stops/people",
    );
    expect(row(finding, "black")?.figures?.strength).toBeCloseTo(3 + Math.sqrt(6), 10);
  });

  test("asks for stops where none were given", async () => {
    const find = await answers({ persons: people }, { benchmarks: [benchmark({ black: 1000, white: 1000 })] });
    expect(find("selection/unrecorded-stop-bias/people").reason).toBe("no-stops-benchmark");
  });
});

describe("units and officers", () => {
  test("an area far outside asks for review, the others stay inside their limits", async () => {
    const shares = [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 30];
    const people = persons(
      shares.flatMap((injured) => [
        { group: "black", number: injured, facts: { injured: "yes" } },
        { group: "black", number: 60 - injured, facts: { injured: "no" } },
      ]),
      [2020],
    );
    const incidents = people.map(({ incident_id }, index) => ({
      incident_id,
      neighborhood: `Area ${Math.floor(index / 60)}`,
    }));
    const finding = (await answers({ persons: people, incidents }))("units-and-officers/injured-by-area/people");
    expect(finding.values).toMatchObject({ units: 12, leftOut: 0 });
    expect(row(finding, "Area 0")?.compared).toMatchObject({ direction: "cannot-tell", exposure: 60 });
    expect(row(finding, "Area 0")?.compared?.expected).toBeCloseTo(60 * (63 / 720), 10);
  });

  test("how few officers account for half, beside what chance would make of it, and nobody's row", async () => {
    const counts = [...Array.from({ length: 10 }, () => 30), ...Array.from({ length: 90 }, () => 2)];
    const officers = counts.flatMap((count, officer) =>
      Array.from({ length: count }, (_, index) => ({ officer_id: `${officer}-${index}`, occurred_year: 2020 })),
    );
    const tables = { officers, officer_counts: counts.map((incidents) => ({ incidents })) };
    const finding = (await answers(tables))("units-and-officers/officer-concentration/incidents");
    expect(finding.rows).toEqual([]);
    expect(finding.values).toMatchObject({
      officers: 100,
      officersForHalf: 8,
      clearlyAbove: 10,
      officerIncidents: 480,
    });
    expect(Number(finding.values?.officersForHalfByChance)).toBeGreaterThan(25);
  });

  test("says nothing without a key, or with few officers", async () => {
    expect(
      (await answers({ officers: [{ officer_id: "a" }] }))("units-and-officers/officer-concentration/incidents").reason,
    ).toBe("no-officer-key");
    const few = { officers: [], officer_counts: Array.from({ length: 49 }, () => ({ incidents: 3 })) };
    expect((await answers(few))("units-and-officers/officer-concentration/incidents").reason).toBe("few-officers");
  });
});
