import { expect, test } from "vitest";
import type { CellTable } from "../cell-table.ts";
import { monthsBetween } from "../months.ts";
import { compareWindows, finishRows } from "./compare-windows.ts";
import { windowCounts } from "./window-counts.ts";
import { countDispersion, windowDispersion } from "./window-dispersion.ts";

const months = monthsBetween("2019-01", "2020-12");
const pairs = months.slice(0, 12).map((before, index) => ({ before, after: months[index + 12] ?? "" }));
const table = (countOf: (month: string, index: number) => Readonly<Record<string, number>>): CellTable => ({
  by: ["occurred_month", "force_type"],
  cells: months.flatMap((month, index) =>
    Object.entries(countOf(month, index)).map(([value, count]) => ({ key: [month, value], count })),
  ),
});

test("counts and shares before and after, and the ratio of the counts", () => {
  const drafts = compareWindows(
    [
      { key: "pin", before: 100, after: 50 },
      { key: "strike", before: 100, after: 100 },
    ],
    { dispersion: { mix: 1, total: 1 } },
  );
  expect(drafts[0]?.row.figures).toEqual({ before: 100, after: 50, shareBefore: 0.5, shareAfter: 1 / 3 });
  // ln 0.5 ± 1.96 √(1/50 + 1/100)
  expect(drafts[0]?.row.compared?.ratio?.interval?.low).toBeCloseTo(0.5 * Math.exp(-1.96 * Math.sqrt(0.03)), 4);
  const [pin, strike] = finishRows(drafts, [0.001, 1]);
  expect([pin?.compared?.direction, pin?.compared?.p]).toEqual(["lower", 0.001]);
  expect(strike?.compared?.direction).toBe("cannot-tell");
});

test("the adjusted p decides, and a code that came up gets no ratio", () => {
  const drafts = compareWindows(
    [
      { key: "new", before: 0, after: 50 },
      { key: "pin", before: 100, after: 50 },
    ],
    { dispersion: { mix: 1, total: 1 }, notes: new Map([["new", "drift-appears"]]) },
  );
  const [fresh, pin] = finishRows(drafts, [0.06]);
  expect(fresh).toMatchObject({ note: "drift-appears", compared: { direction: "none" } });
  expect(pin?.compared?.direction).toBe("cannot-tell");
});

test("the mix is looked at within each window, so a shift between them widens nothing", () => {
  const shifted = table((_, index) => (index < 12 ? { pin: 30, strike: 10 } : { pin: 10, strike: 30 }));
  expect(windowDispersion(shifted, "force_type", { pairs })).toEqual({ mix: 1, total: 1 });
});

test("a code that comes up within a window is no unevenness of the others", () => {
  const changed = table((_, index) => (index < 6 ? { pin: 30, strike: 10 } : { pin: 30, strike: 10, hold: 40 }));
  expect(windowDispersion(changed, "force_type", { pairs }).mix).toBeGreaterThan(3);
  expect(windowDispersion(changed, "force_type", { pairs, without: new Set(["hold"]) })).toEqual({ mix: 1, total: 1 });
});

test("months that are busy altogether widen every count by its share", () => {
  const busy = table((_, index) =>
    (index % 2 === 0) === index < 12 ? { pin: 60, strike: 60 } : { pin: 20, strike: 20 },
  );
  const dispersion = windowDispersion(busy, "force_type", { pairs });
  expect(dispersion.mix).toBe(1);
  expect(dispersion.total).toBeGreaterThan(20);
  expect(countDispersion({ mix: 2, total: 11 }, 0.5)).toBe(7);
});

test("counts over the windows leave out other months and records without a value", () => {
  const counts = windowCounts(
    {
      by: ["occurred_month", "force_type"],
      cells: [
        ...table(() => ({ pin: 1 })).cells,
        { key: ["2018-12", "pin"], count: 9 },
        { key: ["2019-01", null], count: 5 },
        { key: ["2018-12", "hold"], count: 9 },
      ],
    },
    "force_type",
    pairs,
  );
  expect(counts).toEqual([{ key: "pin", before: 12, after: 12 }]);
});
