import type { Finding, Scope } from "@evenhand/standard";
import { describe, expect, test } from "vitest";
import type { CellTable } from "../cell-table.ts";
import type { QuestionContext } from "../question.ts";
import { footprintQueries } from "./footprint-cells.ts";
import { footprintFindings } from "./footprint-findings.ts";
import { knownFootprint } from "./footprint-list.ts";
import { responderFinding } from "./responder-finding.ts";

const scope: Scope = {
  fields: [],
  force: {},
  units: [
    { unit: "incidents", basis: "key", count: 1, columns: ["Case"] },
    { unit: "people", basis: "key", count: 1, columns: ["Person"] },
  ],
};
const context: QuestionContext = { release: { place: "riverton", date: "2026-11-02", hash: "0" }, scope };
const queries = footprintQueries(scope, knownFootprint.classes);
type Facts = Readonly<Record<string, string | number | null>>;
/** Signs of every field recorded and no class, with the facts given over them. */
const recorded: Facts = Object.fromEntries(
  queries.people.by.filter((column) => column.startsWith("sign.")).map((column) => [column, 0]),
);
const table = (by: readonly string[], ...cells: readonly (readonly [Facts, number])[]): CellTable => ({
  by,
  cells: cells.map(([facts, count]) => ({
    key: by.map((column) => ({ ...recorded, occurred_year: 2020, ...facts })[column] ?? null),
    count,
  })),
});
const crisis: Facts = {
  "sign.narrow_mental_health": 1,
  "sign.wide_mental_health": 1,
  "sign.narrow_any": 1,
  "sign.wide_any": 1,
};
const perceived: Facts = { "sign.wide_mental_health": 1, "sign.wide_any": 1 };
const atSchool: Facts = {
  "sign.narrow_school": 1,
  "sign.wide_school": 1,
  "sign.narrow_any": 1,
  "sign.wide_any": 1,
};
const noPlace: Facts = { "sign.recorded_location_location_type": null };
const black = { race_ethnicity: "black" };
const child = { age_band: "0-17" };
const findings = footprintFindings(context, {
  incidents: table(queries.incidents.by, [crisis, 30], [perceived, 10], [{}, 60]),
  people: table(
    queries.people.by,
    [{ ...black, ...crisis, age_band: "25-34", injured: "yes", "mark.severe": 1 }, 12],
    [{ ...black, ...perceived, age_band: "25-34" }, 8],
    [{ ...black, ...atSchool, ...child }, 6],
    [{ ...black, ...child }, 5],
    [{ ...black, ...child, ...noPlace }, 4],
    [{ race_ethnicity: "white", ...crisis, age_band: "25-34" }, 9],
    [{ race_ethnicity_missing: "unknown", ...crisis }, 3],
  ),
});
const finding = (id: string): Finding => {
  const found = findings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`invalid id; not answered: ${id}`);
  return found;
};
const row = (id: string, key: string, key2?: string) =>
  finding(id).rows.find((one) => one.key === key && one.key2 === key2);

describe("situations that force began in", () => {
  test("share and range are those of the two definitions, of all records", () => {
    expect(row("footprint/situations/incidents", "mental_health")).toEqual({
      key: "mental_health",
      count: 30,
      share: 0.3,
      range: { low: 0.3, high: 0.4 },
      figures: { narrow: 30, wide: 40, unknown: 0, total: 100 },
    });
    expect(finding("footprint/situations/incidents")).toMatchObject({
      lead: "mental_health",
      numerator: 30,
      total: 100,
    });
  });

  test("a kind that no record carries has no number", () => {
    const never = row("footprint/situations/incidents", "traffic_stop");
    expect(never).toMatchObject({ note: "code-never-occurs" });
    expect(never?.count ?? never?.share).toBeUndefined();
  });

  test("severe force and injuries count only their own people, and fewer than 10 carry no share", () => {
    expect(row("footprint/situations-severe/people", "mental_health")).toMatchObject({ count: 12, share: 1 });
    expect(finding("footprint/situations-injured/people").total).toBe(12);
    const white = row("footprint/situations-by-group/people", "mental_health", "white");
    expect(white).toMatchObject({ count: 9, figures: { total: 9 } });
    expect(white?.share ?? white?.range).toBeUndefined();
  });

  test("people whose group is not known stand under their reason, in no group", () => {
    const { rows, missing, total, denominator } = finding("footprint/situations-by-group/people");
    expect(new Set(rows.map(({ key2 }) => key2))).toEqual(new Set(["black", "white"]));
    expect([missing, denominator, total]).toEqual([[{ reason: "unknown", count: 3 }], 44, 47]);
  });

  test("children are at a school, elsewhere only where a place is recorded, else unknown", () => {
    const at = (key: string) => row("footprint/children/people", key, "all");
    expect([at("school")?.count, at("elsewhere")?.count, at("unknown")?.count]).toEqual([6, 5, 4]);
    expect(at("school")).toMatchObject({ share: 6 / 11, range: { low: 6 / 15, high: 10 / 15 } });
    expect(at("unknown")?.share).toBeUndefined();
    expect(finding("footprint/children/people")).toMatchObject({ numerator: 15, denominator: 44, total: 47 });
  });

  test("every finding names its list, with the titles and fields of its kinds", () => {
    for (const { values, shown } of findings)
      if (shown !== "cannot-say") expect(values?.list).toBe(knownFootprint.hash);
    expect(finding("footprint/situations/incidents").values).toMatchObject({
      isOwnList: 0,
      "title.mental_health": "Mental-health call",
      "narrow.mental_health": "incident.contact_reason",
      "further.mental_health": "location.location_type,person.perceived_condition",
      "isUnion.any": "yes",
    });
  });

  test("an own list is a caveat, and another list has another hash", () => {
    const classes = knownFootprint.classes.filter(({ id }) => id === "mental_health");
    const own = { classes, hash: "abc", isOwn: true, changes: ["school: left out"] };
    const [first] = footprintFindings(
      { ...context, footprint: own },
      { incidents: table(queries.incidents.by, [crisis, 30]), people: table(queries.people.by, [crisis, 30]) },
    );
    expect(first).toMatchObject({ values: { list: "abc", isOwnList: 1, listChanges: 1 } });
    expect(first?.caveats).toContain("own-situation-list");
  });

  test("where nothing is recorded, nothing is said", () => {
    const blank: Facts = Object.fromEntries(Object.keys(recorded).map((column) => [column, null]));
    const unsaid = footprintFindings(context, {
      incidents: table(queries.incidents.by, [blank, 30]),
      people: table(queries.people.by, [{ ...blank, ...black }, 30]),
    });
    expect(unsaid.map(({ shown }) => shown)).toEqual(unsaid.map(() => "cannot-say"));
    expect(unsaid.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["situation-not-recorded", "age-not-recorded"]),
    );
  });
});

// Wilson's interval for 15 of 1,200, by prop.test(15, 1200, correct = FALSE) in R 4.
test("responders' share with police called has Wilson's interval, and none where it is not told", () => {
  const period = { from: "2024-01-01", to: "2024-12-31", source: "Yearly report" };
  const [found] = responderFinding({
    ...context,
    responders: [
      { team: "Care", ...period, calls: 1200, policeBackup: 15 },
      { team: "Night", ...period, calls: 0, policeBackup: 0 },
      { team: "Street", ...period, calls: 40 },
    ],
  });
  expect(found?.rows[0]?.range?.low).toBeCloseTo(0.00758963685401, 8);
  expect(found?.rows[0]?.range?.high).toBeCloseTo(0.02052158873365, 8);
  expect(found?.rows.slice(1).map(({ share }) => share)).toEqual([undefined, undefined]);
  expect(found?.caveats).toContain("responders-own-account");
  expect(responderFinding(context)).toEqual([]);
});
