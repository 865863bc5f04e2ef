import { expect, test } from "vitest";
import { rollUp, sortCells } from "./cell-table.ts";

const cells = [
  { key: ["b", 2020], count: 1 },
  { key: [null, 2021], count: 2 },
  { key: ["a", 2021], count: 3 },
  { key: ["a", null], count: 4 },
  { key: ["a", 2019], count: 5 },
  { key: [7, 2019], count: 6 },
];

test("cells sort by their keys: missing, numbers, texts; whatever order they came in", () => {
  const sorted = sortCells(cells);
  expect(sorted.map(({ count }) => count)).toEqual([2, 6, 4, 5, 3, 1]);
  expect(sortCells(cells.toReversed())).toEqual(sorted);
  expect(sortCells([{ key: [], count: 1 }])).toEqual([{ key: [], count: 1 }]);
});

test("cells add up to fewer columns, in any order of them", () => {
  const added = rollUp({ by: ["who", "year"], cells }, ["year"]);
  expect(sortCells(added.cells)).toEqual([
    { key: [null], count: 4 },
    { key: [2019], count: 11 },
    { key: [2020], count: 1 },
    { key: [2021], count: 5 },
  ]);
});
