import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding, PlaceTable } from "@evenhand/standard";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBenchmarks } from "../../ingest/benchmark/read-benchmark.ts";
import { ingestFiles } from "../../ingest/ingest-files.ts";
import type { CellReader } from "../../release/cells.ts";
import { openRelease } from "../../release/read-release.ts";
import { fixtureRelease } from "../../release/release-fixture.ts";
import { type CellRow, rowCells } from "../../release/row-cells.ts";
import { generateRiverton } from "../../sample/riverton.ts";
import city from "../../sample/riverton-city.json" with { type: "json" };
import { answerQuestions, type ContextBeside } from "../answer-all.ts";
import { explainFinding } from "./explain-finding.ts";
import type { Explanation } from "./explanation.ts";
import { findingCells } from "./finding-cells.ts";
import { evaluate } from "./testing/evaluate.ts";
import { hasR, runInR } from "./testing/run-in-r.ts";

type Case = { readonly finding: Finding; readonly explanation: Explanation };

const cases = new Map<string, Case>();
const folder = mkdtempSync(join(tmpdir(), "evenhand-explain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Opened = Pick<Awaited<ReturnType<typeof openRelease>>, "release" | "cells">;

/** Every finding of one release, explained. */
async function explainAll(name: string, { release, cells: read }: Opened, beside: ContextBeside): Promise<void> {
  const known = new Map<string, ReturnType<CellReader>>();
  const cells: CellReader = (query) => {
    const id = JSON.stringify(query);
    const found = known.get(id) ?? read(query);
    known.set(id, found);
    return found;
  };
  const { findings } = await answerQuestions(release, cells, beside);
  const { places } = beside;
  for (const finding of findings.filter(({ shown }) => shown !== "cannot-say")) {
    const own = await findingCells(finding, release, { read: cells, ...(places === undefined ? {} : { places }) });
    cases.set(`${name}: ${finding.id}`, { finding, explanation: explainFinding(finding, own, "en", beside) });
  }
}

/** Riverton's neighborhoods with made-up circumstances; which group lives where differs. */
function rivertonPlaces(): PlaceTable {
  const shares = Object.entries(city.neighborhoodWeights);
  const whole = shares.reduce((sum, [, weight]) => sum + weight, 0);
  const places = shares.map(([name, weight], index) => {
    const population = Math.round((city.population.total * weight) / whole);
    const black = 0.08 + 0.03 * ((index * 5) % 9);
    const hispanic = 0.1 + 0.02 * ((index * 7) % 8);
    const residents = {
      white: Math.round(population * (1 - black - hispanic)),
      black: Math.round(population * black),
      hispanic_latino: Math.round(population * hispanic),
    };
    const covariates = { poverty: 0.05 + 0.02 * ((index * 4) % 11), violent_crime_rate: 2 + ((index * 3) % 8) };
    return { name, population, residents, covariates };
  });
  const covariates = ["poverty", "violent_crime_rate"].map((id) => ({ id, column: id }));
  return { source: "areas.csv", sha256: "0", places, covariates };
}

beforeAll(async () => {
  const { files } = generateRiverton();
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const paths = files
    .filter(({ kind }) => kind === "force")
    .map(({ name }) => join(folder, name))
    .slice(0, 4);
  const stops = join(folder, "stops.csv");
  writeFileSync(stops, "# years: 2019-2023\ngroup,stops\nBlack,5200\nHispanic,4100\nWhite,3900\nAsian,900\n");
  const agency = { id: "riverton-xx", name: "Riverton", state: "XX" };
  const made = await ingestFiles({ paths, agency, out: join(folder, "releases"), today: "2025-06-30" });
  const { benchmarks } = await readBenchmarks([{ path: join(folder, "riverton_population.csv") }, { path: stops }], {});
  const open = await openRelease(made.folder);
  try {
    await explainAll("riverton", open, { benchmarks, places: rivertonPlaces() });
    await explainAll("riverton, to black", open, { benchmarks, reference: "black" });
  } finally {
    await open.close();
  }
  const clustered = fromRows(clusteredTables());
  await explainAll("clustered", clustered, { benchmarks: benchmarks.slice(0, 1) });
  await explainAll("officers", fromRows(officerTables()), {});
  const { tables, places } = evenAreas();
  await explainAll("even areas", fromRows(tables), { places });
}, 30_000);

function fromRows(tables: Parameters<typeof rowCells>[0]): Opened {
  const units = (["incidents", "people"] as const).map((unit) => ({ unit, basis: "key" as const, columns: ["id"] }));
  return { release: fixtureRelease({ tables, scope: { units } }), cells: rowCells(tables) };
}

/** People of one group three at a time; too few White people to be compared with, and some without a group. */
function clusteredTables() {
  const groups = ["black", "hispanic_latino", "asian", "black", "hispanic_latino", null];
  const persons = Array.from({ length: 240 }, (_, index): readonly CellRow[] => {
    const month = index % 48;
    const year = 2020 + Math.floor(month / 12);
    const key = index === 7 ? "white" : groups[(index * index + 3 * index) % groups.length];
    return Array.from({ length: 1 + (index % 4) }, (_, person) => ({
      person_id: `p${index}-${person}`,
      incident_id: `i${index}`,
      occurred_year: year,
      occurred_month: `${year}-${String((month % 12) + 1).padStart(2, "0")}`,
      injured: (index + person) % 3 === 0 ? "yes" : "no",
      ...(key === null || key === undefined ? { race_ethnicity_missing: "unknown" } : { race_ethnicity: key }),
    }));
  }).flat();
  const incidents = [...new Map(persons.map((person) => [person.incident_id, person])).values()].map(
    ({ incident_id, occurred_year, occurred_month }) => ({ incident_id, occurred_year, occurred_month }),
  );
  return { persons, incidents };
}

/** Twelve areas named by numbers, in which counts scatter less than chance would have it; one has no Black residents. */
function evenAreas() {
  const rows = Array.from({ length: 12 }, (_, index) => {
    const residents = { white: 900 + 40 * index, ...(index === 4 ? {} : { black: 300 + 15 * ((index * 5) % 12) }) };
    const counts = { white: 9 + (index % 3), black: index === 4 ? 0 : 6 + (index % 2) };
    return { name: String(index + 1).padStart(2, "0"), residents, counts, poverty: 0.05 + 0.03 * ((index * 7) % 12) };
  });
  const persons = rows.flatMap(({ name, counts }) =>
    Object.entries(counts).flatMap(([group, count]) =>
      Array.from({ length: count }, (_, index) => ({
        person_id: `${name}-${group}-${index}`,
        incident_id: `${name}-${group}-${index}`,
        occurred_year: 2020,
        occurred_month: `2020-${String((index % 12) + 1).padStart(2, "0")}`,
        race_ethnicity: group,
        area: name,
      })),
    ),
  );
  const incidents = persons.map(({ incident_id, occurred_year, occurred_month, area }) => {
    return { incident_id, occurred_year, occurred_month, neighborhood: area };
  });
  const places: PlaceTable = {
    source: "even.csv",
    sha256: "0",
    covariates: [{ id: "poverty", column: "poverty" }],
    places: rows.map(({ name, residents, poverty }) => {
      const population = Object.values(residents).reduce((sum, count) => sum + count, 0);
      return { name, residents, population, covariates: { poverty } };
    }),
  };
  return { tables: { persons, incidents }, places };
}

/** Seventy officers, most with one or two incidents. */
function officerTables() {
  const counts = Array.from({ length: 70 }, (_, index) => 1 + (index % 2) + (index % 9 === 0 ? index % 13 : 0));
  const officers = counts.flatMap((count, officer) =>
    Array.from({ length: count }, (_, index) => ({ officer_id: `${officer}-${index}`, occurred_year: 2020 })),
  );
  return { officers, officer_counts: counts.map((incidents) => ({ incidents })) };
}

const at = (name: string): Case => {
  const found = cases.get(name);
  if (found === undefined) throw new RangeError(`invalid name; no such finding: ${name}`);
  return found;
};

const toldBy = ({ steps, r }: Explanation): readonly number[] => [
  ...steps.map(({ value }) => value),
  ...r.flatMap((line) => (/ # = (\S+)$/.exec(line)?.[1] ?? "").split(" ").filter(Boolean).map(Number)),
];

/** Numbers of a finding that no reader can redo: they come from drawing areas, or from a mixed model. */
const notRedone = (path: string): boolean => /remaining\.interval|alternatives\.\d+\.ratio/.test(path);

/** Every number under a key, with its path. */
function numbersIn(value: unknown, path: string): readonly (readonly [string, number])[] {
  if (typeof value === "number") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numbersIn(inner, `${path}.${key}`));
}

describe("every finding of a release", () => {
  test("there are findings of every method that is explained", () => {
    const methods = new Set([...cases.values()].map(({ finding }) => finding.method));
    expect([...methods]).toEqual(
      expect.arrayContaining([
        "rate-by-benchmark",
        "treatment-given-force",
        "missing-race-bounds",
        "selection-bounds",
        "unit-funnel",
        "officer-concentration",
        "place-adjusted",
      ]),
    );
    expect(at("clustered: rates/race-per-population/people").finding.comparison).toMatchObject({
      reference: "everybody-else",
    });
    expect(at("clustered: rates/race-per-population/people").finding.comparison?.dispersion).toBeGreaterThan(1.1);
  });

  test("the arithmetic printed gives the numbers printed", () => {
    let steps = 0;
    for (const [name, { explanation }] of cases)
      for (const { expression, value } of explanation.steps) {
        steps += 1;
        const off = Math.abs(evaluate(expression) - value);
        expect(off, `${name}: ${expression} = ${value}`).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-14);
      }
    expect(steps).toBeGreaterThan(1500);
  });

  test("each end of Koopman's interval has a score of 1.96", () => {
    const ends = [...cases.values()].flatMap(({ explanation }) =>
      explanation.steps.filter(({ label }) => label === "score-low" || label === "score-high"),
    );
    expect(ends.length).toBeGreaterThan(20);
    for (const { label, value } of ends)
      expect(value).toBeCloseTo(label === "score-low" ? 1.959963984540054 : -1.959963984540054, 8);
  });

  test("no number of a comparison is left without a step or a line", () => {
    const methods = [
      "rate-by-benchmark",
      "treatment-given-force",
      "unit-funnel",
      "place-adjusted",
      "missing-race-bounds",
      "selection-bounds",
    ];
    const compared = [...cases].filter(([, { finding }]) => methods.includes(finding.method));
    expect(compared.length).toBeGreaterThan(10);
    for (const [name, { finding, explanation }] of compared) {
      const told = toldBy(explanation);
      const isUnmeasured = finding.measure.startsWith("unmeasured");
      for (const row of finding.rows) {
        const numbers = numbersIn(isUnmeasured ? row.figures : { ...row.compared, figures: row.figures }, row.key);
        for (const [path, value] of numbers) {
          if (!Number.isFinite(value) || notRedone(path) || isGiven(path, value)) continue;
          expect(told.includes(value), `${name}: ${path} ${value}`).toBe(true);
        }
      }
    }
  });

  test("officers are counted, never listed", () => {
    const { explanation } = at("officers: units-and-officers/officer-concentration/incidents");
    const [table] = explanation.tables;
    expect(table?.columns).toEqual(["incidents", "officers"]);
    expect(table?.rows.reduce((sum, [, officers]) => sum + Number(officers), 0)).toBe(70);
  });

  test("counts that scatter no more than chance are fitted as Poisson counts in R too", () => {
    const { explanation } = at("even areas: places/race-within-similar-areas/people");
    expect(explanation.r).toContainEqual(expect.stringMatching(/^raw <- glm\(.*family = poisson/));
    expect(explanation.tables[0]?.rows[0]?.[0]).toBe("01");
  });

  test("the areas' rows carry every event that the finding counts", () => {
    const { finding, explanation } = at("riverton: places/race-within-similar-areas/people");
    const areas = explanation.tables.find(({ name }) => name === "areas");
    expect(areas?.columns.slice(0, 4)).toEqual(["area", "group", "events", "residents_years"]);
    for (const { key, count } of finding.rows)
      expect(areas?.rows.reduce((sum, row) => sum + (row[1] === key ? Number(row[2]) : 0), 0)).toBe(count);
  });

  if (!hasR) console.warn("Skipped: R with MASS and sandwich is not on this machine; its lines were not run.");
  test.skipIf(!hasR)("the lines for R give the same numbers", { timeout: 30_000 }, () => {
    const lines = [...cases.values()].flatMap(({ explanation }) => explanation.r);
    const run = runInR(lines);
    expect(run.length).toBeGreaterThan(2000);
    const wrong = run.filter(({ line, told, given }) => {
      const tolerance = /ratio_of|p_of|largest_shrunken/.test(line) ? 1e-4 : 1e-6;
      return !(Math.abs(given - told) <= tolerance * Math.abs(told) + 1e-12);
    });
    expect(wrong).toEqual([]);
  });
});

/** Exposures that are the benchmark's own, shares chosen beforehand, and shares at which there is nothing to turn. */
const isGiven = (path: string, value: number): boolean =>
  /\.exposure$|discretionaryShare|figures\.(known|missing)$/.test(path) || (/tippingShare/.test(path) && value === 0);
