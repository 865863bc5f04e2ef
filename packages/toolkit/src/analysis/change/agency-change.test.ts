import type { PolicyEvent } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import { randomPoisson } from "../../stats/functions/random-counts.ts";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import type { CellTable } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import type { QuestionContext } from "../question.ts";
import { type AgencyChange, agencyChange } from "./agency-change.ts";
import { standsOut } from "./agency-finding.ts";
import { agencySeries, collapsePanel, hasSilence } from "./agency-panel.ts";
import { eventAgencies, ofAgencies } from "./event-agencies.ts";

const months = monthsBetween("2018-01", "2021-12");
const window = { date: "2020-01-01", from: "effective", firstMonth: "2020-01", phaseIn: 0 } as const;
const rule = (id: string, agency: string, effective = "2020-01-01"): PolicyEvent => ({
  id,
  kind: "policy",
  what: { en: "A rule" },
  source: "made up",
  effective,
  agency,
});

/** People by month and agency; the first `treated` agencies change by a factor from the date on. */
function people({ agencies = 12, treated = 1, factor = 1, mean = 12, seed = 1, lead = 1 } = {}): CellTable {
  const random = seededRandom(seed);
  return {
    by: ["occurred_month", "race_ethnicity", "race_ethnicity_missing", "incidents.agency_name"],
    cells: months.flatMap((month, at) =>
      Array.from({ length: agencies }, (_, index) => {
        const own = index < treated ? lead ** (at - 24) * (at >= 24 ? factor : 1) : 1;
        const season = 1 + 0.3 * Math.sin(at / 2);
        const count = randomPoisson(mean * (1 + (index % 3)) * season * own, random);
        return { key: [month, "white", null, `Town ${index}`], count };
      }),
    ),
  };
}
const dates: CellTable = {
  by: ["occurred_date", "agency_name"],
  cells: ["2018-01-01", "2021-12-31"].map((day) => ({ key: [day, "Town 1"], count: 1 })),
};

function ask(table: CellTable, events: readonly PolicyEvent[] = [rule("e", "Town 0")]): AgencyChange {
  const context: QuestionContext = {
    release: { place: "made-up", date: "2026-01-01", hash: "0" },
    scope: { fields: [], force: {}, units: [] },
    events,
  };
  const [event] = events;
  if (event === undefined) throw new Error("no event");
  return agencyChange(context, { people: table, dates }, { event, window });
}

describe("agencyChange", () => {
  test("the ratio is the cross product of the four counts", () => {
    const table = people({ factor: 0.5 });
    const sum = (isTreated: boolean, isAfter: boolean) =>
      table.cells
        .filter(({ key }) => (key[3] === "Town 0") === isTreated && String(key[0]) >= "2020-01" === isAfter)
        .reduce((total, { count }) => total + count, 0);
    const { comparison } = ask(table);
    const byHand = sum(true, true) / sum(true, false) / (sum(false, true) / sum(false, false));
    expect(comparison?.ratio).toBeCloseTo(byHand, 6);
    expect(comparison?.interval.high).toBeLessThan(1);
    // With one of 12 agencies, 1 / 12 is the smallest p among all ways the event could have fallen.
    expect(comparison?.p).toBeCloseTo(1 / 12, 9);
    expect(standsOut(ask(table), 0.01, "lower")).toBe(true);
    expect(standsOut(ask(table), 0.08, "lower")).toBe(false);
    expect(comparison?.months.map(({ relative }) => relative)).toEqual([-6, -5, -4, -3, -2, 0, 1, 2, 3, 4, 5, 6]);
  });

  test("with many agencies on both sides the scatter between them decides", () => {
    const names = Array.from({ length: 6 }, (_, index) => `Town ${index}`).join(" | ");
    const { comparison, treated } = ask(people({ treated: 6, factor: 0.7 }), [rule("e", names)]);
    expect(treated).toBe(6);
    expect(comparison?.p).toBeLessThan(0.001);
  });

  test("without a change, few of 100 releases are said to have one", () => {
    const names = Array.from({ length: 5 }, (_, index) => `Town ${index}`).join("|");
    const low = Array.from({ length: 100 }, (_, seed) =>
      ask(people({ treated: 5, mean: 4, seed: seed + 2 }), [rule("e", names)]),
    ).filter(({ comparison }) => (comparison?.p ?? 1) < 0.05).length;
    expect(low).toBeLessThanOrEqual(11);
  });

  test("agencies that already moved apart do not stand out", () => {
    const found = ask(people({ lead: 0.93, mean: 60 }));
    expect(found.comparison?.leadsP).toBeLessThan(0.05);
    expect(found.comparison?.largestLead).toBeGreaterThan(1.2);
    expect(standsOut(found, 0.001, "lower")).toBe(false);
  });

  test("an agency that is silent for a time is left out, and counted", () => {
    const table = people();
    const silent = {
      by: table.by,
      cells: table.cells.filter(({ key }) => !(key[3] === "Town 5" && String(key[0]) < "2018-07")),
    };
    expect(ask(silent)).toMatchObject({ agencies: 11, leftOut: 1 });
  });

  test("events of other agencies at another date are refused; at the same date they are no comparison", () => {
    expect(ask(people(), [rule("e", "Town 0"), rule("f", "Town 3", "2021-01-01")])).toMatchObject({
      reason: "agencies-at-several-dates",
    });
    expect(ask(people(), [rule("e", "Town 0"), rule("f", "Town 3")])).toMatchObject({ agencies: 11, treated: 1 });
    const all = Array.from({ length: 12 }, (_, index) => `Town ${index}`).join("|");
    expect(ask(people(), [rule("e", all)])).toMatchObject({ reason: "no-other-agencies" });
    expect(ask(people(), [rule("e", "Nowhere")])).toMatchObject({ reason: "no-other-agencies" });
  });
});

test("silence: one empty month where others hold many, or a long one; never where chance explains it", () => {
  expect(hasSilence([20, 18, 21, 0, 19, 22])).toBe(true);
  expect(hasSilence([5, 4, 6, 0, 5, 5])).toBe(false);
  expect(hasSilence([1, 0, 0, 2, 1, 0, 1, 0, 0, 1])).toBe(false);
  expect(hasSilence([...Array.from({ length: 24 }, () => 0), ...Array.from({ length: 24 }, () => 2)])).toBe(true);
  expect(hasSilence([0, 0])).toBe(true);
});

test("months add up into periods with their days; a month without a period is left out", () => {
  const series = agencySeries(
    {
      by: ["occurred_month", "agency_name"],
      cells: [
        { key: ["2020-01", "A  Town"], count: 2 },
        { key: ["2020-03", "a town"], count: 3 },
      ],
    },
    "agency_name",
    ["2020-01", "2020-02", "2020-03"],
  );
  expect(series).toEqual([{ agency: "a town", counts: [2, 0, 3] }]);
  const rows = collapsePanel(
    series.map((one) => ({ ...one, treated: true })),
    ["2020-01", "2020-02", "2020-03"],
    (month) => (month === "2020-03" ? undefined : 0),
  );
  expect(rows).toEqual([{ unit: "a town", period: 0, treated: true, count: 2, exposure: 60 }]);
});

test("an event names one agency, several, or all", () => {
  expect(eventAgencies(rule("e", "North | South "))).toEqual(["North", "South"]);
  const table = people({ agencies: 2 });
  expect(ofAgencies(table, [])).toBe(table);
  expect(ofAgencies(table, ["town 1"]).cells).toHaveLength(months.length);
  expect(ofAgencies({ by: ["occurred_month"], cells: [] }, ["Town 1"]).cells).toEqual([]);
});
