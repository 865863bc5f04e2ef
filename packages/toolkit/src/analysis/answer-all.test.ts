import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { elementIds, type Finding, missingReasons, type ReleaseTable } from "@evenhand/standard";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plantedRelease, plantedReleaseRecord } from "../release/planted-release.ts";
import { openRelease } from "../release/read-release.ts";
import { fixtureRelease, writeReleaseFixture } from "../release/release-fixture.ts";
import { type CellRow, rowCells } from "../release/row-cells.ts";
import { answerQuestions } from "./answer-all.ts";
import { caveatMeanings, methodMeanings } from "./caveat.ts";

const answersTo = (tables: Partial<Record<ReleaseTable, readonly CellRow[]>>, release = fixtureRelease({ tables })) =>
  answerQuestions(release, rowCells(tables), { events: policyEvents });

const policyEvents = [
  {
    id: "rule",
    kind: "policy",
    what: { en: "A rule" },
    effective: "2020-06-15",
    source: "made up",
    about: [{ field: "force_application.force_type", codes: ["takedown"] }],
    unaffected: [{ field: "incident.contact_reason", codes: ["traffic_stop"] }],
  },
  { id: "undated", kind: "training", what: { en: "A course" }, source: "made up" },
  { id: "form", kind: "recording", what: { en: "A form" }, effective: "2021-03-01", source: "made up" },
] as const;

function expectWellFormed(findings: readonly Finding[]): void {
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  for (const finding of findings) {
    const missing = finding.missing.reduce((sum, { count }) => sum + count, 0);
    expect(finding.denominator + missing, finding.id).toBe(finding.total);
    const isOfEvent = finding.question === "change";
    expect(finding.id).toMatch(
      isOfEvent
        ? new RegExp(`^change/${finding.measure}@${finding.values?.event}(\\..+)?/${finding.unit}$`)
        : new RegExp(`^${finding.question}/${finding.measure}/${finding.unit}$`),
    );
    expect(Object.keys(methodMeanings)).toContain(finding.method);
    for (const caveat of [
      ...finding.caveats,
      ...(finding.reason ? [finding.reason] : []),
      ...finding.rows.flatMap(({ note }) => note ?? []),
    ])
      expect(Object.keys(caveatMeanings), finding.id).toContain(caveat);
    expectShown(finding);
  }
}

function expectShown(finding: Finding): void {
  if (finding.shown === "cannot-say") {
    expect(finding.reason, finding.id).toBeDefined();
    expect(finding.rows, finding.id).toEqual([]);
    expect(finding.numerator, finding.id).toBeUndefined();
  }
  for (const row of finding.rows) {
    if (row.share !== undefined) expect(row.share >= 0 && row.share <= 1, finding.id).toBe(true);
    if (row.count !== undefined) expect(Number.isSafeInteger(row.count), finding.id).toBe(true);
    if (row.range === undefined || finding.method !== "share-of-known") continue;
    expect(row.range.low >= 0 && row.range.low <= row.range.high && row.range.high <= 1, finding.id).toBe(true);
    if (row.share === undefined) continue;
    expect(row.range.low).toBeLessThanOrEqual(row.share + 1e-12);
    expect(row.range.high).toBeGreaterThanOrEqual(row.share - 1e-12);
  }
  if (finding.id === "on-whom/race-by-year/people" && finding.shown !== "cannot-say")
    expect(finding.rows.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(finding.total);
  const isPartition = finding.method === "share-of-known" && !finding.rows.some(({ key2 }) => key2 !== undefined);
  if (!isPartition || finding.shown === "cannot-say") return;
  expect(
    finding.rows.reduce((sum, { count }) => sum + (count ?? 0), 0),
    finding.id,
  ).toBe(finding.denominator);
}

test("every finding of the planted release is well formed and none is answered twice", async () => {
  const { findings, gap } = await answersTo(plantedRelease.tables, plantedReleaseRecord);
  expectWellFormed(findings);
  expect(gap.elements.map(({ id }) => id)).toEqual(elementIds);
  expect(new Set(findings.map(({ question }) => question))).toEqual(
    new Set([
      "gap",
      "how-often",
      "on-whom",
      "what-force",
      "why",
      "where",
      "resistance-and-deescalation",
      "outcomes",
      "rates",
      "treatment",
      "change",
      "footprint",
      "missing-race",
      "units-and-officers",
    ]),
  );
});

test("a release without any table answers nothing with a number and breaks nothing", async () => {
  const release = fixtureRelease({ tables: {}, scope: { units: [] } });
  const { findings } = await answerQuestions(release, rowCells({}));
  expectWellFormed(findings);
  for (const finding of findings) expect(finding.total, finding.id).toBe(0);
});

const coded = (name: string, ...codes: string[]) =>
  fc.oneof(
    fc.constantFrom(...codes).map((code) => ({ [name]: code })),
    fc.constantFrom(...missingReasons).map((reason) => ({ [`${name}_missing`]: reason })),
  );
const row = (...parts: fc.Arbitrary<CellRow>[]): fc.Arbitrary<CellRow> =>
  fc.tuple(...parts).map((columns): CellRow => Object.assign({}, ...columns));
const year = fc.constantFrom(
  { occurred_year: 2019, occurred_month: "2019-03" },
  { occurred_year: 2020, occurred_month: "2020-11" },
  {},
);
const people = fc.array(
  row(
    year,
    coded("race_ethnicity", "black", "white"),
    coded("gender", "man"),
    coded("age_band", "0-17", "15-17"),
    coded("injured", "yes", "no"),
    coded("died", "yes"),
    coded("resistance_type", "passive"),
  ),
  { maxLength: 40 },
);
const uses = fc.array(
  row(
    year,
    coded("force_type", "takedown", "firearm_pointed", "escort_hold", "cew_used_unspecified", "verbal_command"),
    fc.nat(50).map((index) => (index < 40 ? { person_id: `p${index}` } : { person_id_missing: "unmappable" })),
    fc.nat(9).map((index) => ({ incident_id: `i${index}` })),
  ),
  { maxLength: 60 },
);
const events = fc.array(
  row(
    year,
    coded("contact_reason", "traffic_stop"),
    fc.constantFrom({ city: "A" }, { city: "B" }, { location_missing: "redacted" }),
  ),
  { maxLength: 10 },
);
const withId = (rows: readonly CellRow[], column: string, letter: string) =>
  rows.map((one, index) => ({ ...one, [column]: `${letter}${index}` }));
const anyRelease = fc
  .record({ persons: people, force: uses, incidents: events })
  .map(({ persons, force, incidents }) => ({
    persons: withId(persons, "person_id", "p"),
    incidents: withId(incidents, "incident_id", "i"),
    reports: withId(
      force.map(({ person_id, ...rest }) => ({ ...rest, person_id })),
      "report_id",
      "r",
    ),
    force,
  }));

describe("on any release", () => {
  test("findings are well formed and do not depend on the order of rows", async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (tables) => {
        const { findings } = await answersTo(tables);
        expectWellFormed(findings);
        const reversed = Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, rows.toReversed()]));
        expect((await answersTo(reversed)).findings).toEqual(findings);
      }),
      { numRuns: 40 },
    );
  });

  test("taking a known value away never narrows the range of another", async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, fc.nat(39), async (tables, which) => {
        const forgotten = tables.persons.map((person, index) =>
          index === which ? { ...person, race_ethnicity: null, race_ethnicity_missing: "unknown" } : person,
        );
        const rangeOf = (findings: readonly Finding[]) =>
          findings.find(({ id }) => id === "on-whom/race/people")?.rows.find(({ key }) => key === "black")?.range;
        const before = rangeOf((await answersTo(tables)).findings);
        const after = rangeOf((await answersTo({ ...tables, persons: forgotten })).findings);
        const isSame = tables.persons[which]?.race_ethnicity_missing === "not_applicable";
        if (before === undefined || after === undefined || isSame) return;
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
      { numRuns: 60 },
    );
  });
});

test("Parquet on disk gives the same findings as rows in memory, in few queries", async () => {
  const folder = await mkdtemp(join(tmpdir(), "evenhand-answers-"));
  await writeReleaseFixture(folder, plantedRelease);
  const open = await openRelease(folder);
  const { findings } = await answerQuestions(open.release, open.cells, { events: policyEvents });
  expect(findings).toEqual((await answersTo(plantedRelease.tables, plantedReleaseRecord)).findings);
  expect(open.queries().count).toBeLessThan(45);
  await open.close();
  await rm(folder, { recursive: true });
});

test("every method has its page in docs/methods", () => {
  const folder = new URL("../../../../docs/methods/", import.meta.url);
  expect(existsSync(folder)).toBe(true);
  const pages = readdirSync(folder);
  for (const method of Object.keys(methodMeanings)) expect(pages).toContain(`${method}.md`);
});
