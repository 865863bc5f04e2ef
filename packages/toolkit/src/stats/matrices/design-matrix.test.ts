import { expect, test } from "vitest";
import { designFromRows, designMatrix } from "./design-matrix.ts";

test("rows and columns give the same matrix", () => {
  const fromRows = designFromRows(
    ["one", "x"],
    [
      [1, 0],
      [1, 3],
      [1, 5],
    ],
  );
  const fromColumns = designMatrix([
    { name: "one", values: [1, 1, 1] },
    { name: "x", values: [0, 3, 5] },
  ]);
  expect(fromRows).toEqual(fromColumns);
  expect(Array.from(fromRows.values)).toEqual([1, 1, 1, 0, 3, 5]);
});

test("refuses columns that do not fit beside each other, names that come twice, and missing numbers", () => {
  const one = { name: "one", values: [1, 1] };
  expect(() => designMatrix([])).toThrow("invalid columns; must be at least one: 0");
  expect(() => designMatrix([one, { name: "x", values: [1] }])).toThrow("invalid column x; must have 2 values: 1");
  expect(() => designMatrix([one, one])).toThrow("names must differ");
  expect(() => designMatrix([{ name: "x", values: [1, Number.NaN] }])).toThrow("must be finite: NaN at 1");
  expect(() => designFromRows(["one", "x"], [[1]])).toThrow("invalid row; must have 2 values: 1");
});
