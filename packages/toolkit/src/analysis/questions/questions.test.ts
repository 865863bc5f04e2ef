import type { Finding } from "@evenhand/standard";
import { beforeAll, describe, expect, test } from "vitest";
import { plantedRelease, plantedReleaseRecord } from "../../release/planted-release.ts";
import { fixtureRelease } from "../../release/release-fixture.ts";
import { type CellRow, rowCells } from "../../release/row-cells.ts";
import { answerQuestions } from "../answer-all.ts";

let findings: readonly Finding[] = [];
beforeAll(async () => {
  ({ findings } = await answerQuestions(plantedReleaseRecord, rowCells(plantedRelease.tables)));
});

const finding = (id: string): Finding => {
  const found = findings.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`invalid id; no such finding: ${id}`);
  return found;
};
const row = (id: string, key: string, key2?: string) =>
  finding(id).rows.find((one) => one.key === key && one.key2 === key2);

describe("on whom", () => {
  test("finds the planted people, shares of the known, and the range over the 30 unknown", () => {
    const race = finding("on-whom/race/people");
    expect(race).toMatchObject({
      total: 150,
      denominator: 120,
      numerator: 60,
      lead: "black",
      shown: "range",
      reason: "many-missing",
    });
    expect(race.missing).toEqual([{ reason: "unknown", count: 30 }]);
    expect(race.range).toEqual({ low: 60 / 150, high: 90 / 150 });
    expect(race.years).toEqual({ from: 2019, to: 2021 });
    expect(race.caveats).toContain("people-lower-bound");
    expect(row("on-whom/race/people", "white")).toEqual({
      key: "white",
      count: 45,
      share: 45 / 120,
      range: { low: 0.3, high: 0.5 },
    });
  });

  test("a spoken order is no force, so it is in no count of force", () => {
    expect(finding("how-often/yearly-count/force").numerator).toBe(291);
  });

  test("force of unknown people stays in the total under its own reason", () => {
    const force = finding("on-whom/race/force");
    expect(force.total).toBe(291);
    expect(force.missing).toContainEqual({ reason: "unmappable", count: 10 });
    expect(force.interval).toBeUndefined();
  });

  test("reports cannot be counted, so none is shown", () => {
    expect(finding("on-whom/race/reports")).toMatchObject({
      shown: "cannot-say",
      reason: "unit-not-countable",
      rows: [],
      total: 0,
    });
  });

  test("every year adds up, missing included", () => {
    const rows = finding("on-whom/race-by-year/people").rows.filter(({ key }) => key === "2019");
    expect(rows.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(50);
    expect(rows.some(({ key2 }) => key2 === "missing:unknown")).toBe(true);
  });
});

describe("what force", () => {
  test("totals with and without compliant holds leave out what is not force", () => {
    expect(finding("what-force/total/force").values).toEqual({
      withCompliantHolds: 285,
      withoutCompliantHolds: 255,
      compliantHolds: 30,
      notForce: 9,
    });
    expect(finding("what-force/total/force")).toMatchObject({ numerator: 291, denominator: 285, total: 291 });
  });

  test("a firearm fired, pointed and displayed are told apart", () => {
    const rows = finding("what-force/display-point-use/force").rows;
    expect(rows).toEqual([
      { key: "firearm", key2: "display", count: 15 },
      { key: "firearm", key2: "point", count: 30 },
      { key: "firearm", key2: "applied", count: 15 },
    ]);
  });

  test("incidents are counted once per kind of force, and rows may overlap", () => {
    const incidents = finding("what-force/force-type/incidents");
    expect(incidents.rows.find(({ key }) => key === "firearm_discharged")?.count).toBe(15);
    expect(incidents.total).toBe(120);
    expect(incidents.caveats).toContain("rows-overlap");
  });

  test("the share that is unspecified is counted among the known", () => {
    expect(finding("what-force/unspecified/force")).toMatchObject({ numerator: 30, denominator: 285 });
  });
});

describe("how often, why, where", () => {
  test("years and months add up, and a part of a year says so", () => {
    const yearly = finding("how-often/yearly-count/incidents");
    expect(yearly.rows.map(({ count }) => count)).toEqual([40, 40, 40]);
    expect(finding("how-often/monthly-count/incidents").rows.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(
      120,
    );
    expect(row("how-often/yearly-count/incidents", "2021")?.note).toBeUndefined();
  });

  test("a silent month has no count", () => {
    const silent = finding("how-often/monthly-count/incidents").rows.filter(({ note }) => note === "no-records-then");
    expect(silent.length).toBeGreaterThan(0);
    for (const month of silent) expect(month.count).toBeUndefined();
  });

  test("reasons keep the 20 unknown, areas are the finest that is filled", () => {
    expect(finding("why/contact-reason/incidents")).toMatchObject({ denominator: 100, total: 120, numerator: 50 });
    expect(finding("where/area/incidents")).toMatchObject({
      lead: "South",
      numerator: 96,
      dimension: { field: "location.neighborhood" },
    });
  });
});

describe("outcomes, resistance and de-escalation", () => {
  test("each outcome is its own answer", () => {
    expect(finding("outcomes/died/people")).toMatchObject({ numerator: 3, denominator: 150, shown: "full" });
    expect(finding("outcomes/injured/people")).toMatchObject({ numerator: 30, denominator: 150 });
  });

  test("75 arrests known, never a no, and 75 unknown: counts, at least half, at most all", () => {
    expect(finding("outcomes/arrested/people")).toMatchObject({
      numerator: 75,
      denominator: 75,
      range: { low: 0.5, high: 1 },
      shown: "counts",
      reason: "one-answer-only",
    });
    expect(finding("outcomes/arrested/people").caveats).toContain("range-first");
  });

  test("six known hospital stays are counts only", () => {
    expect(finding("outcomes/hospitalised/people")).toMatchObject({
      shown: "counts",
      reason: "few-records",
      numerator: 6,
    });
    expect(finding("outcomes/hospitalised/people").rows[0]?.share).toBeUndefined();
  });

  test("what a form never asks cannot be said", () => {
    expect(finding("resistance-and-deescalation/deescalation-used/people")).toMatchObject({
      shown: "cannot-say",
      reason: "not-recorded",
      total: 150,
      missing: [{ reason: "not_recorded", count: 150 }],
    });
  });
});

test("when people cannot be told apart, outcomes are counted in reports and say so", async () => {
  const reports: readonly CellRow[] = Array.from({ length: 20 }, (_, index) => ({
    report_id: `r${index}`,
    person_id: `p${index % 10}`,
  }));
  const persons = Array.from({ length: 10 }, (_, index) => ({
    person_id: `p${index}`,
    injured: index < 3 ? "yes" : "no",
  }));
  const units = [
    { unit: "people" as const, basis: "none" as const, columns: [] },
    { unit: "reports" as const, basis: "row" as const, count: 20, columns: [] },
  ];
  const tables = { reports, persons };
  const answers = await answerQuestions(fixtureRelease({ tables, scope: { units } }), rowCells(tables));
  const injured = answers.findings.find(({ id }) => id === "outcomes/injured/reports");
  expect(injured).toMatchObject({ numerator: 6, denominator: 20, unit: "reports" });
  expect(injured?.caveats).toContain("people-not-countable");
  expect(answers.findings.find(({ id }) => id === "on-whom/race/people")).toMatchObject({
    shown: "cannot-say",
    total: 0,
  });
});
