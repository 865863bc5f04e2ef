import { expect, it } from "vitest";
import { monthCoverage } from "./month-coverage.ts";

const table = (counts: Readonly<Record<string, number>>) => ({
  by: ["occurred_month"],
  cells: Object.entries(counts).map(([key, count]) => ({ key: [key], count })),
});

it("is the part of the months between the first and the last record that hold records", () => {
  expect(monthCoverage(table({ "2020-01": 30, "2020-02": 20, "2020-05": 40 }))).toBe(3 / 5);
});

it("leaves out years without any record", () => {
  expect(monthCoverage(table({ "2016-12": 30, "2019-01": 20 }))).toBe(1);
});

it("does not take a chance month without records for a gap", () => {
  expect(monthCoverage(table({ "2020-01": 3, "2020-05": 4 }))).toBeUndefined();
  expect(monthCoverage(table({}))).toBeUndefined();
});
