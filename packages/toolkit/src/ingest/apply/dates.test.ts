import { beforeAll, describe, expect, test } from "vitest";
import { column, countsOf, type IngestedText, ingestText, mappingOf, table } from "./testing/ingest-text.ts";

// The release is made on 2025-06-30.
const dates: readonly (readonly [text: string, date: string | undefined])[] = [
  ["02/29/2020", "2020-02-29"],
  ["1/5/2019", "2019-01-05"],
  ["06/30/2025", "2025-06-30"],
  ["07/01/2025", undefined],
  ["12/31/2099", undefined],
  ["01/01/1900", undefined],
  ["12/30/1899", undefined],
  ["02/30/2020", undefined],
  ["soon", undefined],
];
const form = { read: "date", forms: ["month_day_year"] } as const;

const read = (cells: readonly string[], more: Parameters<typeof column>[2] = form) =>
  ingestText(
    { "force.csv": ["Case,Date", ...cells.map((cell, index) => `C${index},${cell}`)].join("\n") },
    mappingOf(table("force.csv", "incident", { incident: ["Case"] }, [column("Date", "incident.occurred_date", more)])),
  );

describe("the date of an incident", () => {
  let made: IngestedText;
  beforeAll(async () => {
    made = await read([...dates.map(([text]) => text), "", "", "soon"]);
  });

  test("is read where it can be one, up to the day of the release", () => {
    const expected = dates.flatMap(([, date]) => date ?? []);
    expect(
      made
        .rows("incidents")
        .flatMap(({ occurred_date }) => occurred_date ?? [])
        .sort(),
    ).toEqual([...expected].sort());
  });

  test("in the future, before 1970, of no calendar or no date at all: unmappable; blank: not recorded", () => {
    const { "?unmappable": unmappable, "?not_recorded": blank } = countsOf(made.rows("incidents"), "occurred_date");
    expect([unmappable, blank]).toEqual([7, 2]);
  });

  test("every impossible value is an issue with its count", () => {
    const told = made.issues
      .filter(({ code }) => code === "impossible-date")
      .map(({ column: name, value, count }) => [name, value, count]);
    const impossible = dates
      .filter(([, date]) => date === undefined)
      .map(([text]) => ["Date", text, text === "soon" ? 2 : 1]);
    expect(told.sort()).toEqual(impossible.sort());
  });

  test("year, month and period go with the date", () => {
    expect(made.release.period).toEqual({ from: "2019-01-05", to: "2025-06-30" });
    expect(countsOf(made.rows("incidents"), "occurred_month")).toMatchObject({
      "2020-02": 1,
      "2019-01": 1,
      "2025-06": 1,
      "?": 9,
    });
  });
});

test("more than twenty kinds of impossible dates: the issues still add up to the rows", async () => {
  const { issues } = await read(Array.from({ length: 30 }, (_, index) => `nonsense ${index}`));
  const told = issues.filter(({ code }) => code === "impossible-date").reduce((sum, { count }) => sum + count, 0);
  expect(told).toBe(30);
});

test("without any readable date there is no period", async () => {
  expect((await read(["soon"])).release.period).toBeUndefined();
});

describe("the hour", () => {
  test("comes from a column of times of its own; nonsense has no hour", async () => {
    const { rows } = await ingestText(
      { "force.csv": "Case,Date,Time\nC1,01/02/2020,2330\nC2,01/02/2020,5\nC3,01/02/2020,9999\nC4,01/02/2020," },
      mappingOf(
        table("force.csv", "incident", { incident: ["Case"] }, [
          column("Date", "incident.occurred_date", form),
          column("Time", "incident.occurred_time", { read: "time", forms: ["time_digits"] }),
        ]),
      ),
    );
    expect(countsOf(rows("incidents"), "occurred_hour")).toEqual({ 23: 1, 0: 1, "?": 2 });
  });

  test("a stamp of exactly midnight is no hour", async () => {
    const { rows } = await read(["2020-01-02 00:00:00", "2020-01-02 13:45:00"], {
      read: "datetime",
      forms: ["iso_datetime"],
    });
    expect(countsOf(rows("incidents"), "occurred_hour")).toEqual({ 13: 1, "?": 1 });
  });
});
