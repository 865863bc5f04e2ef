import { expect, it } from "vitest";
import { benchmarkPeriod } from "./benchmark-period.ts";

const table = {
  by: ["occurred_year", "occurred_month", "race_ethnicity"],
  cells: [
    { key: [2019, "2019-11", "black"], count: 4 },
    { key: [2020, "2020-04", "white"], count: 6 },
    { key: [null, null, "white"], count: 1 },
  ],
};

it("counts residents for every month of the period", () => {
  expect(benchmarkPeriod(table, { kind: "population" })).toEqual({ table, years: 6 / 12 });
});

it("compares stops only with force of the same years", () => {
  const { table: within, years, problem } = benchmarkPeriod(table, { kind: "stops", years: { from: 2020, to: 2020 } });
  expect(within.cells.map(({ count }) => count)).toEqual([6]);
  expect(years).toBe(1);
  expect(problem).toBeUndefined();
});

it("says when the years do not meet or are not told", () => {
  expect(benchmarkPeriod(table, { kind: "stops", years: { from: 2001, to: 2002 } }).problem).toBe(
    "benchmark-years-differ",
  );
  expect(benchmarkPeriod(table, { kind: "stops" }).problem).toBe("benchmark-years-unknown");
  const undated = { ...table, cells: table.cells.slice(2) };
  expect(benchmarkPeriod(undated, { kind: "population" }).problem).toBe("rate-of-whole-file");
});
