import { describe, expect, test } from "vitest";
import { readSeries, type SeriesColumns } from "./read-series.ts";

const read = (text: string, columns: SeriesColumns = {}, byNumber = false) =>
  readSeries(text, { name: "series.csv", columns, byNumber });

describe("periods and counts are found by their headers", () => {
  test("years and months; a flag and a population are no counts", () => {
    const found = read("year,month,aces,time,ban,pop\n2004,12,9,36,0,100.5\n2005,1,7,37,1,101.5\n2005,3,8,39,1,99.5\n");
    expect(found).toMatchObject({
      periods: "months",
      columns: { count: "aces", period: ["year", "month"], guessed: ["aces", "year", "month"] },
      times: [1, 2, 4],
      labels: ["2004-12", "2005-01", "2005-03"],
      counts: [9, 7, 8],
    });
    expect(found).not.toHaveProperty("exposure");
    expect(found.issues).toMatchObject([{ code: "exposure-not-used", column: "pop", severity: "note" }]);
  });

  test("a column of months in any order, thousands with commas", () => {
    const found = read('Month,Count\n2020-02,"1,200"\n2020-01,5\n');
    expect([found.labels, found.counts]).toEqual([
      ["2020-01", "2020-02"],
      [5, 1200],
    ]);
  });

  test("first days of months, and Spanish headers", () => {
    expect(read("Fecha;Incidentes\n2020-01-01;5\n2020-02-01;6\n").labels).toEqual(["2020-01", "2020-02"]);
  });

  test("numbers that rise, where they are asked for or nothing else is there", () => {
    const text = "month,t,n\n2020-01,5,1\n2020-02,6,2\n";
    expect(read(text).times).toEqual([1, 2]);
    expect(read(text, {}, true).times).toEqual([5, 6]);
    expect(read(text, { time: "T" })).toMatchObject({ periods: "numbers", labels: ["5", "6"] });
  });

  test("named columns, exposure among them", () => {
    const found = read("when,a,b,people\n2020-01,1,2,10\n2020-02,3,4,20\n", {
      month: "when",
      count: "b",
      exposure: "people",
    });
    expect(found).toMatchObject({ counts: [2, 4], exposure: [10, 20], columns: { guessed: [] } });
  });
});

describe("missing is not none", () => {
  test("a month without a count, a readable one or an exposure is left out with its line", () => {
    const found = read("month,n,pop\n2020-01,1,10\n2020-02,,10\n2020-03,-,10\n2020-04,4,0\n2020-05,0,10\nsoon,3,10\n", {
      exposure: "pop",
    });
    expect([found.times, found.counts]).toEqual([
      [1, 5],
      [1, 0],
    ]);
    expect(found.issues.map(({ code, row }) => [code, row])).toEqual([
      ["period-left-out", 6],
      ["count-left-out", 2],
      ["count-left-out", 3],
      ["exposure-left-out", 4],
    ]);
  });
});

test.each([
  ["month,a,b\n2020-01,2,3\n2020-02,3,4\n", {}, /several columns.*--count COLUMN.*month, a, b/],
  ["month,name\n2020-01,x\n", {}, /no column of whole numbers/],
  ["place,n\nhere,2\nthere,3\n", {}, /which month.*--month COLUMN/],
  ["month,n\n2020-01,2\n2020-01,3\n", {}, /two lines of 2020-01/],
  ["month,n\n2020-01,2.5\n2020-02,3\n", {}, /rates or shares, not counts/],
  ["month,n\n2020-01,2\n", { count: "x" }, /no column “x”.*month, n/],
  ["month,n\n2020-01,2\n", { time: "x" }, /no column “x”/],
] as const)("a series that cannot be told is refused (%#)", (text, columns, message) => {
  expect(() => read(text, columns)).toThrow(message);
});
