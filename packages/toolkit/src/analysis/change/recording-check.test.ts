import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CellTable } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import { isSubjectBlocked, type RecordingCells, recordingCheck } from "./recording-check.ts";

const months = monthsBetween("2018-01", "2021-12");
const window = { date: "2020-01-01", from: "effective", firstMonth: "2020-01", phaseIn: 0 } as const;
const isAfter = (month: string) => month >= "2020-01";

/** Cells by month and value; the count of each value in a month. */
function byMonth(column: string, countOf: (month: string) => Readonly<Record<string, number>>): CellTable {
  return {
    by: ["occurred_month", column],
    cells: months.flatMap((month) =>
      Object.entries(countOf(month)).map(([value, count]) => ({ key: [month, value === "" ? null : value], count })),
    ),
  };
}

const steadyForce = byMonth("force_type", () => ({ takedown: 20, strike: 10, pin: 10 }));
const incidents = byMonth("contact_reason", () => ({ traffic_stop: 15, disturbance: 15 }));
const people = byMonth("race_ethnicity", () => ({ black: 14, white: 14, "": 2 }));

function check(cells: Partial<RecordingCells>, about: readonly string[] = [], declared: readonly string[] = []) {
  return recordingCheck({ force: steadyForce, incidents, missing: [], ...cells }, window, {
    months,
    about: new Set(about),
    declared,
  });
}

const force = (after: Readonly<Record<string, number>>) =>
  byMonth("force_type", (month) => (isAfter(month) ? after : { takedown: 20, strike: 10, pin: 10 }));

describe("recordingCheck", () => {
  test("finds nothing where nothing changed", () => {
    const missing = [{ column: "race_ethnicity", table: people }];
    expect(check({ missing })).toEqual({
      changes: [],
      reasons: [],
      blocksTotal: false,
      blocksKinds: false,
      isSteady: true,
      elsewhere: [],
      checked: { codes: 3, fields: 2 },
    });
  });

  test("a code that goes out without another in its place forbids the total", () => {
    const found = check({ force: force({ takedown: 20, strike: 10 }) });
    expect(found.changes).toEqual([
      { key: "pin", kind: "vanishes", before: 60, after: 0, shareBefore: 0.25, shareAfter: 0 },
    ]);
    expect(found.blocksTotal).toBe(true);
  });

  test("a code that comes up without another gone forbids it, too", () => {
    const found = check({ force: force({ takedown: 20, strike: 10, pin: 10, pointed: 15 }) });
    expect(found.changes.map(({ key, kind }) => [key, kind])).toEqual([["pointed", "appears"]]);
    expect(found.blocksTotal).toBe(true);
  });

  test("a code under another name leaves the total as it was, and is still shown", () => {
    const found = check({ force: force({ takedown: 20, strike: 10, body_pin: 10 }) });
    expect(found.changes.map(({ key, kind }) => [key, kind])).toEqual([
      ["body_pin", "appears"],
      ["pin", "vanishes"],
    ]);
    expect(found).toMatchObject({ blocksTotal: false, isSteady: false });
  });

  test("a few late uses of an old code do not hide that it went", () => {
    const late = byMonth("force_type", (month) =>
      month === "2020-02"
        ? { takedown: 20, strike: 10, pin: 1 }
        : isAfter(month)
          ? { takedown: 20, strike: 10 }
          : { takedown: 20, strike: 10, pin: 10 },
    );
    expect(check({ force: late }).changes.map(({ kind }) => kind)).toEqual(["vanishes"]);
  });

  test("codes that the event is about may go, but not come", () => {
    const gone = check({ force: force({ takedown: 20, strike: 10 }) }, ["pin"]);
    expect(gone).toMatchObject({ blocksTotal: false, isSteady: true });
    const come = check({ force: force({ takedown: 20, strike: 10, pin: 10, pointed: 15 }) }, ["pointed"]);
    expect(come).toMatchObject({ blocksTotal: true, isSteady: false });
  });

  test("a fourfold jump forbids the total, a doubling only stands beside it", () => {
    const fourfold = check({ force: force({ takedown: 20, strike: 10, pin: 2 }) });
    expect(fourfold.changes.map(({ key, kind }) => [key, kind])).toEqual([["pin", "jumps"]]);
    expect(fourfold.blocksTotal).toBe(true);
    const halved = check({ force: force({ takedown: 20, strike: 10, pin: 4 }) });
    expect(halved.changes.map(({ kind }) => kind)).toEqual(["jumps"]);
    expect(halved).toMatchObject({ blocksTotal: false, isSteady: false });
  });

  test("a rare code may come and go", () => {
    const rare = (after: number) =>
      byMonth("force_type", (month) => ({ takedown: 40, oc: isAfter(month) ? after : 1 - after }));
    expect(check({ force: rare(0) }).changes).toEqual([]);
    expect(check({ force: rare(1) }).changes).toEqual([]);
  });

  test("races lost from the date on are found by their column, and leave the total", () => {
    const lost = byMonth("race_ethnicity", (month) =>
      isAfter(month) ? { black: 11, white: 11, "": 8 } : { black: 14, white: 14, "": 2 },
    );
    const found = check({ missing: [{ column: "race_ethnicity", table: lost }] });
    expect(found.changes).toMatchObject([{ key: "race_ethnicity", kind: "missing-jumps", before: 24, after: 96 }]);
    expect(found.blocksTotal).toBe(false);
  });

  test("a form that the department says it changed forbids the total", () => {
    expect(check({}, [], ["new-form"])).toMatchObject({
      blocksTotal: true,
      changes: [{ key: "new-form", kind: "form-changed" }],
    });
  });

  test("more reports per incident forbid a total counted in reports only", () => {
    const reports = byMonth("report", (month) => ({ any: isAfter(month) ? 60 : 30 }));
    const asked = { force: steadyForce, incidents, reports, missing: [] };
    const options = { months, about: new Set<string>(), declared: [] };
    expect(recordingCheck(asked, window, options)).toMatchObject({
      blocksTotal: false,
      changes: [{ key: "reports-per-incident", kind: "reports-jump" }],
    });
    expect(recordingCheck(asked, window, { ...options, unit: "reports" }).blocksTotal).toBe(true);
  });

  test("codes that come and go within the months compared are found, and leave the total", () => {
    const within = byMonth("force_type", (month) =>
      month < "2019-07" ? { takedown: 20, strike: 10, hold: 10 } : { takedown: 20, strike: 10, pin: 10 },
    );
    const found = check({ force: within });
    expect(found.changes.map(({ key, kind }) => [key, kind])).toEqual([
      ["hold", "within"],
      ["pin", "within"],
    ]);
    expect(found).toMatchObject({ blocksTotal: false, blocksKinds: false, isSteady: false, elsewhere: [] });
    const gone = byMonth("force_type", (month) =>
      month < "2020-07" ? { takedown: 20, strike: 10, hold: 10 } : { takedown: 20, strike: 10 },
    );
    expect(check({ force: gone })).toMatchObject({ blocksTotal: false, blocksKinds: true });
    const options = { months, about: new Set<string>(), declared: [], explained: new Set(["hold"]) };
    expect(recordingCheck({ force: gone, incidents, missing: [] }, window, options).blocksKinds).toBe(false);
  });

  test("values missing over the year are found where the nearest half-year does not show them", () => {
    const late = byMonth("race_ethnicity", (month) =>
      month >= "2020-07" ? { black: 10, white: 10, "": 10 } : { black: 14, white: 14, "": 2 },
    );
    const found = check({ missing: [{ column: "race_ethnicity", table: late }] });
    expect(found.changes).toMatchObject([{ key: "race_ethnicity", kind: "missing-jumps", before: 24, after: 72 }]);
  });

  test("says in how many codes and fields a change could have been seen", () => {
    const levels = byMonth("force_type", () => ({ own_level_1: 20 }));
    const none = byMonth("injured", () => ({ "": 9 }));
    const missing = [
      { column: "race_ethnicity", table: people },
      { column: "injured", table: none },
    ];
    expect(check({ force: levels, missing }).checked).toEqual({ codes: 1, fields: 2 });
    const rare = byMonth("force_type", () => ({ takedown: 40, oc: 0.2 }));
    expect(check({ force: rare }).checked).toEqual({ codes: 1, fields: 1 });
  });

  test("a change in another year is named, and forbids nothing", () => {
    const earlier = byMonth("force_type", (month) =>
      month < "2018-07" ? { takedown: 20, strike: 10, hold: 10 } : { takedown: 20, strike: 10, pin: 10 },
    );
    expect(check({ force: earlier })).toMatchObject({ changes: [], blocksTotal: false, elsewhere: ["hold", "pin"] });
  });

  test("codes of the contact reason are checked apart", () => {
    const renamed = byMonth("contact_reason", (month) => ({
      disturbance: 15,
      [isAfter(month) ? "vehicle_stop" : "traffic_stop"]: 15,
    }));
    const found = check({ reasons: { column: "contact_reason", table: renamed } });
    expect(found.changes).toEqual([]);
    expect(found.reasons.map(({ key, kind }) => [key, kind])).toEqual([
      ["traffic_stop", "vanishes"],
      ["vehicle_stop", "appears"],
    ]);
    expect(isSubjectBlocked(["traffic_stop"], found.reasons)).toBe(true);
    expect(isSubjectBlocked(["disturbance"], found.reasons)).toBe(false);
  });

  test("the order of the cells changes nothing", () => {
    const table = force({ takedown: 20, strike: 10 });
    const expected = check({ force: table });
    fc.assert(
      fc.property(fc.shuffledSubarray([...table.cells], { minLength: table.cells.length }), (cells) => {
        expect(check({ force: { by: table.by, cells } })).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
