import type { Finding, FindingRow, Scope } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import type { CellTable } from "../cell-table.ts";
import type { QuestionContext } from "../question.ts";
import { knownFootprint } from "./footprint-list.ts";
import { type WhatIf, whatIf } from "./what-if.ts";

const scope: Scope = {
  fields: [],
  force: {},
  units: [{ unit: "people", basis: "key", count: 1, columns: ["Person"] }],
};
const context: QuestionContext = { release: { place: "riverton", date: "2026-11-02", hash: "0" }, scope };
const by = [
  "occurred_year",
  "race_ethnicity",
  "sign.narrow_mental_health",
  "sign.wide_mental_health",
  "sign.recorded_incident_contact_reason",
  "sign.recorded_location_location_type",
  "sign.recorded_person_perceived_condition",
];
type Group = { readonly total: number; readonly narrow: number; readonly wide: number };
const cells = (groups: Readonly<Record<string, Group>>): CellTable => ({
  by,
  cells: Object.entries(groups).flatMap(([name, { total, narrow, wide }]) => {
    const group = name === "missing" ? null : name;
    const cell = (signs: readonly number[], count: number) => ({ key: [2020, group, ...signs, 0, 0, 0], count });
    return [cell([1, 1], narrow), cell([0, 1], wide - narrow), cell([0, 0], total - wide)].filter(
      ({ count }) => count > 0,
    );
  }),
});
const people = cells({
  black: { total: 1000, narrow: 100, wide: 200 },
  white: { total: 800, narrow: 200, wide: 300 },
  missing: { total: 50, narrow: 10, wide: 10 },
});
const answered = new Map<string, Finding>();
/** The same question is worked out once: a range takes many draws. */
function ask(supposed: Omit<WhatIf, "class">, table = people): Finding {
  const key = JSON.stringify([supposed, table]);
  const known = answered.get(key) ?? whatIf(context, table, { class: "mental_health", ...supposed });
  answered.set(key, known);
  return known;
}
const figures = (rows: readonly FindingRow[], key: string): Readonly<Record<string, number>> =>
  rows.find((row) => row.key === key)?.figures ?? {};

describe("what if", () => {
  test("the sum is count × share × (1 − back-up) × risk, by hand", () => {
    const { rows, values } = ask({ share: 0.3, backup: 0.1, relativeRisk: 0.5 });
    expect(values?.effective).toBeCloseTo(0.135, 12);
    expect(figures(rows, "all")).toMatchObject({ narrow: 310, wide: 510 });
    expect(figures(rows, "all").avoided).toBeCloseTo(310 * 0.3 * 0.9 * 0.5, 9);
    expect(figures(rows, "all").avoidedWide).toBeCloseTo(510 * 0.3 * 0.9 * 0.5, 9);
    expect(figures(rows, "black").shareRemoved).toBeCloseTo((100 * 0.135) / 1000, 12);
  });

  test("people without a group are in the sum for all, and in no group", () => {
    const { rows } = ask({ share: 0.3 });
    expect(rows.map(({ key, count }) => [key, count])).toEqual([
      ["all", 1850],
      ["black", 1000],
      ["white", 800],
    ]);
  });

  test("the ratio moves by what is left of the group over what is left of the reference, by hand", () => {
    const { rows, comparison } = ask({ share: 0.5 });
    expect(comparison?.reference).toBe("white");
    // Left of Black people's force: 1 − 50/1000; of White people's: 1 − 100/800. Force falls for both, the ratio rises.
    expect(figures(rows, "black").ratioChange).toBeCloseTo(0.95 / 0.875, 12);
    expect(figures(rows, "black").ratioChangeWide).toBeCloseTo(0.9 / 0.8125, 12);
    expect(figures(rows, "white").ratioChange).toBeUndefined();
    expect(figures(rows, "all").ratioChange).toBeUndefined();
  });

  test("with everybody else as the reference, each group is set against all others whose group is known", () => {
    const few = cells({
      black: { total: 100, narrow: 10, wide: 10 },
      asian: { total: 40, narrow: 20, wide: 20 },
      white: { total: 10, narrow: 0, wide: 0 },
    });
    const { rows, comparison } = ask({ share: 1 }, few);
    expect(comparison?.reference).toBe("everybody-else");
    expect(figures(rows, "black").ratioChange).toBeCloseTo((1 - 10 / 100) / (1 - 20 / 50), 12);
    expect(figures(rows, "white").ratioChange).toBeCloseTo(1 / (1 - 30 / 140), 12);
  });

  test("the range holds both ends of the band, and a range of the share widens it", () => {
    const sure = figures(ask({ share: 0.3 }).rows, "all");
    const unsure = figures(ask({ share: 0.3, shareRange: { low: 0.2, high: 0.4 } }).rows, "all");
    for (const { avoided, avoidedWide, avoidedLow, avoidedHigh } of [sure, unsure]) {
      expect(avoidedLow).toBeLessThan(avoided ?? 0);
      expect(avoidedHigh).toBeGreaterThan(avoidedWide ?? 0);
    }
    expect(unsure.avoidedLow).toBeLessThan(sure.avoidedLow ?? 0);
    expect(unsure.avoidedHigh).toBeGreaterThan(sure.avoidedHigh ?? 0);
  });

  test("with a share that is sure, the range of 310 is that of its count: gamma(310.5) × 0.3", () => {
    const same = cells({ black: { total: 1000, narrow: 310, wide: 310 } });
    const { avoidedLow = 0, avoidedHigh = 0 } = figures(ask({ share: 0.3 }, same).rows, "all");
    // Quantiles of a gamma distribution with shape 310.5: qgamma(c(.025, .975), 310.5) in R 4.
    expect(avoidedLow).toBeCloseTo(0.3 * 276.9201406, 1);
    expect(avoidedHigh).toBeCloseTo(0.3 * 345.9737261, 1);
  });

  test("nothing diverted, or nothing left to divert, takes away nothing", () => {
    for (const supposed of [{ share: 0 }, { share: 0.5, backup: 1 }, { share: 0.5, relativeRisk: 0 }]) {
      const { rows } = ask(supposed);
      expect(figures(rows, "all")).toMatchObject({ avoided: 0, avoidedWide: 0, avoidedLow: 0, avoidedHigh: 0 });
      expect(figures(rows, "black").ratioChange).toBe(1);
    }
  });

  test("more diverted takes away more, and never more than there is", () => {
    const small = cells({ black: { total: 30, narrow: 12, wide: 20 } });
    const steps = [0, 0.2, 1].map((share) => figures(ask({ share }, small).rows, "black"));
    steps.slice(1).forEach((more, index) => {
      const less = steps[index] ?? {};
      for (const name of ["avoided", "avoidedWide", "avoidedLow", "shareRemoved"])
        expect(more[name] ?? 0, name).toBeGreaterThan(less[name] ?? 0);
      expect(more.avoidedHigh).toBeGreaterThanOrEqual(less.avoidedHigh ?? 0);
    });
    expect(steps.at(-1)).toMatchObject({ avoided: 12, avoidedWide: 20, avoidedHigh: 20 });
    const backups = [0, 0.5].map((backup) => figures(ask({ share: 0.7, backup }, small).rows, "black").avoided ?? 0);
    expect(backups[1]).toBeCloseTo((backups[0] ?? 0) / 2, 12);
  });

  test("says what it assumes, that it is no forecast, and with which list", () => {
    const { caveats, values, method, id } = ask({ share: 0.3 });
    expect(caveats).toEqual(expect.arrayContaining(["not-a-forecast", "same-risk-assumed", "band-of-definition"]));
    expect([values?.list, values?.class, method, id]).toEqual([
      knownFootprint.hash,
      "mental_health",
      "what-if",
      "footprint/what-if@mental_health/people",
    ]);
  });

  test("refuses shares that are none, and classes that are not in the list", () => {
    for (const wrong of [{ share: 1.1 }, { share: -0.1 }, { share: Number.NaN }, { share: 0.3, backup: 2 }])
      expect(() => ask(wrong)).toThrow(RangeError);
    expect(() => ask({ share: 0.3, relativeRisk: 1.5 })).toThrow("invalid relativeRisk");
    expect(() => ask({ share: 0.5, shareRange: { low: 0.1, high: 0.4 } })).toThrow("invalid share; not between");
    expect(() => whatIf(context, people, { class: "parties", share: 0.3 })).toThrow("invalid class; must be one of");
  });

  test("says nothing of a kind that the records do not tell, or that no record carries", () => {
    const unrecorded: CellTable = { by, cells: [{ key: [2020, "black", 0, 0, 0, null, 0], count: 40 }] };
    expect(ask({ share: 0.3 }, unrecorded)).toMatchObject({ shown: "cannot-say", reason: "situation-not-recorded" });
    const never: CellTable = { by, cells: [{ key: [2020, "black", 0, 0, 0, 0, 0], count: 40 }] };
    expect(ask({ share: 0.3 }, never)).toMatchObject({ shown: "cannot-say", reason: "code-never-occurs", rows: [] });
    expect(ask({ share: 0.3 }, { by, cells: [] })).toMatchObject({ shown: "cannot-say", reason: "no-records" });
  });
});
