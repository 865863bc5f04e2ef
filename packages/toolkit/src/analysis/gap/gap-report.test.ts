import type { ElementId, Finding } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { plantedRelease } from "../../release/planted-release.ts";
import { fixtureRelease, type ReleaseFixture } from "../../release/release-fixture.ts";
import { type CellRow, rowCells } from "../../release/row-cells.ts";
import { type GapReport, gapReport } from "./gap-report.ts";

const report = (fixture: ReleaseFixture): Promise<GapReport> =>
  gapReport(fixtureRelease(fixture), rowCells(fixture.tables));
const element = ({ elements }: GapReport, id: ElementId) => elements.find((state) => state.id === id);
const finding = ({ findings }: GapReport, id: string): Finding | undefined => findings.find((one) => one.id === id);
const rows = (count: number, row: (index: number) => CellRow) =>
  Array.from({ length: count }, (_, index) => row(index));

describe("the planted release", () => {
  test.each([
    ["race", "collected", 120, 150],
    ["gender", "collected", 150, 150],
    ["location", "collected", 120, 120],
    ["contact_reason", "collected", 100, 120],
    ["deescalation", "partly", 0, 150],
    ["arrest", "partly", 75, 150],
    ["hospital", "partly", 6, 150],
    ["date", "collected", 120, 120],
    ["incident_id", "collected", 120, 120],
    ["display_kept_apart", "partly", 45, 60],
  ] as const)("%s is %s with %i of %i usable", async (id, status, usable, total) => {
    expect(element(await report(plantedRelease), id)).toMatchObject({ status, usable, total });
  });

  test("race is judged by year, and its columns are named", async () => {
    const race = element(await report(plantedRelease), "race");
    expect(race?.byYear.map(({ year, total }) => [year, total])).toEqual([
      [2019, 50],
      [2020, 50],
      [2021, 50],
    ]);
    expect(race?.columns).toEqual(["force.csv: RACE"]);
    expect(race?.missing).toEqual([{ reason: "unknown", count: 30 }]);
  });

  test("race that is missing in the North is found", async () => {
    const place = finding(await report(plantedRelease), "gap/missing-race-by-place/people");
    expect(place?.lead).toBe("North");
    expect(place?.caveats).toContain("missing-not-even");
    expect(place?.values).toMatchObject({ highest: "North", lowest: "South" });
    expect(place?.numerator).toBe(30);
  });

  test("units say what they rest on, and a unit that cannot be counted has no number", async () => {
    const gap = await report(plantedRelease);
    expect(finding(gap, "gap/counting-unit/people")).toMatchObject({ numerator: 150, values: { basis: "attributes" } });
    expect(finding(gap, "gap/counting-unit/reports")).toMatchObject({ shown: "cannot-say", total: 0 });
    expect(finding(gap, "gap/row-explosion/incidents")?.values).toMatchObject({
      linesPerIncident: 2.5,
      forcePerIncident: 2.5,
    });
    expect(finding(gap, "gap/who-did-what-to-whom/force")?.values).toEqual({
      withPerson: 281,
      withOfficer: 0,
      withBoth: 0,
    });
  });
});

describe("rules of single elements", () => {
  const incidents = (row: (index: number) => CellRow) =>
    report({
      tables: { incidents: rows(20, (index) => ({ incident_id: `i${index}`, occurred_year: 2020, ...row(index) })) },
    });

  test("one town alone does not say where; many towns do; a beat does", async () => {
    expect(element(await incidents(() => ({ city: "Riverton" })), "location")).toMatchObject({
      status: "partly",
      reason: "place-too-coarse",
      usable: 0,
    });
    expect(element(await incidents((index) => ({ city: `Town ${index}` })), "location")).toMatchObject({
      status: "collected",
    });
    expect(element(await incidents(() => ({ beat_or_district: "7" })), "location")).toMatchObject({
      status: "collected",
    });
    expect(element(await incidents(() => ({ location_missing: "redacted" })), "location")).toMatchObject({
      status: "not_collected",
      missing: [{ reason: "redacted", count: 20 }],
    });
  });

  test("a year alone is no date", async () => {
    expect(element(await incidents(() => ({ occurred_date_missing: "not_recorded" })), "date")).toMatchObject({
      status: "partly",
      reason: "date-too-coarse",
    });
  });

  const force = (code: (index: number) => CellRow, scope = {}) =>
    report({
      tables: { force: rows(40, (index) => ({ force_id: `f${index}`, incident_id: "i", ...code(index) })) },
      scope,
    });

  test("a department's own level alone is partly, and unspecified force is counted apart", async () => {
    const level = await force(() => ({ force_type_missing: "not_recorded", agency_force_level: "Level 2" }));
    expect(element(level, "force_types")).toMatchObject({ status: "partly", reason: "own-level-only", usable: 0 });
    const vague = await force((index) => ({ force_type: index < 10 ? "takedown" : "physical_unspecified" }));
    expect(element(vague, "force_types")).toMatchObject({ status: "partly", reason: "often-unspecified", usable: 10 });
  });

  const allStages = [
    "firearm_drawn",
    "firearm_pointed",
    "firearm_discharged",
    "cew_drawn",
    "cew_arc_warning",
    "cew_probes_fired",
  ];
  test("display is kept apart only when both weapons tell drawn, pointed and used", async () => {
    const status = async (codes: readonly string[], scope = {}) =>
      element(await force((index) => ({ force_type: codes[index % codes.length] }), scope), "display_kept_apart");
    expect(await status(allStages)).toMatchObject({ status: "collected" });
    expect(await status(["firearm_pointed", "firearm_discharged", "cew_used_unspecified"])).toMatchObject({
      status: "partly",
      reason: "display-partly-apart",
    });
    expect(await status(["firearm_unspecified", "cew_used_unspecified"])).toMatchObject({
      status: "not_collected",
      reason: "display-not-apart",
    });
    expect(await status(["cew_displayed_unspecified", "cew_used_unspecified"])).toMatchObject({ status: "partly" });
    expect(await status(["takedown"])).toMatchObject({ status: "not_collected" });
    const always = Object.fromEntries(allStages.map((code) => [code, "always"]));
    expect(await status(["firearm_pointed"], { force: always })).toMatchObject({ status: "collected" });
  });

  test("resistance without its kind is partly", async () => {
    const tables = {
      persons: rows(10, (index) => ({
        person_id: `p${index}`,
        resistance_present: "yes",
        resistance_type_missing: "not_recorded",
      })),
    };
    expect(element(await report({ tables }), "resistance")).toMatchObject({
      status: "partly",
      reason: "kind-not-recorded",
    });
  });

  test("kinds that belong to no one in particular are partly", async () => {
    const tables = {
      persons: rows(10, (index) => ({
        person_id: `p${index}`,
        resistance_type_missing: "unmappable",
        injured_missing: "unmappable",
      })),
      resistance: rows(10, () => ({ incident_id: "i", resistance_type: "passive", person_id_missing: "unmappable" })),
      injuries: rows(4, () => ({ incident_id: "i", injury_type: "fracture_dislocation" })),
    };
    const gap = await report({ tables });
    expect(element(gap, "resistance")).toMatchObject({ status: "partly", reason: "not-linked-to-people" });
    expect(element(gap, "injury")).toMatchObject({ status: "partly", reason: "not-linked-to-people" });
  });
});

describe("coverage and drift", () => {
  const month = (index: number) => ["2020-01", "2020-02", "2020-04", "2020-05", "2020-06"][index % 5] ?? "";
  test("a silent month has no count and the edges are marked", async () => {
    const tables = {
      incidents: rows(100, (index) => ({
        incident_id: `i${index}`,
        occurred_year: 2020,
        occurred_month: month(index),
      })),
    };
    const coverage = finding(await report({ tables }), "gap/coverage/incidents");
    expect(coverage?.rows).toEqual([
      { key: "2020-01", count: 20, note: "edge-months" },
      { key: "2020-03", note: "no-records-then" },
      { key: "2020-06", count: 20, note: "edge-months" },
    ]);
    expect(coverage?.values).toMatchObject({ months: 6, monthsWithRecords: 5, silentMonths: 1, middleMonth: 20 });
  });

  test("silence in a thin file is put down to chance", async () => {
    const tables = {
      incidents: [
        { occurred_month: "2020-01", occurred_year: 2020 },
        { occurred_month: "2020-09", occurred_year: 2020 },
      ],
    };
    expect(finding(await report({ tables }), "gap/coverage/incidents")?.caveats).toContain("silence-by-chance");
  });

  test("a code that a new form brings is found with its first year", async () => {
    const force = rows(900, (index) => {
      const year = 2019 + (index % 3);
      return {
        force_id: `f${index}`,
        incident_id: `i${index}`,
        occurred_year: year,
        force_type: year === 2021 && index % 2 === 0 ? "firearm_pointed" : "takedown",
      };
    });
    const incidents = rows(900, (index) => ({ incident_id: `i${index}`, occurred_year: 2019 + (index % 3) }));
    const drift = finding(await report({ tables: { force, incidents } }), "gap/definition-drift/force");
    expect(drift?.rows).toEqual([
      { key: "firearm_pointed", key2: "2021", count: 150, share: 0.5, note: "drift-appears" },
      { key: "takedown", key2: "2021", count: 150, share: 0.5, note: "drift-jumps" },
    ]);
    expect(drift?.caveats).toContain("years-not-comparable");
  });

  test("one year cannot drift", async () => {
    expect(finding(await report(plantedRelease), "gap/definition-drift/force")).toBeDefined();
    const force = rows(200, (index) => ({
      force_id: `f${index}`,
      incident_id: `i${index}`,
      occurred_year: 2020,
      force_type: "takedown",
    }));
    expect(finding(await report({ tables: { force } }), "gap/definition-drift/force")).toMatchObject({
      shown: "cannot-say",
      reason: "too-few-years",
    });
  });
});
