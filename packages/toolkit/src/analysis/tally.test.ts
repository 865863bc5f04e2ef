import { missingReasons } from "@evenhand/standard";
import fc from "fast-check";
import { expect, test } from "vitest";
import { couldBeKnown, countOf, missingIn, tally } from "./tally.ts";

const by = ["occurred_year", "race_ethnicity", "race_ethnicity_missing"];

test("keeps the missing under their reasons and reads the years", () => {
  const tallied = tally(
    {
      by,
      cells: [
        { key: [2019, "black", null], count: 3 },
        { key: [2021, "black", null], count: 2 },
        { key: [2020, null, "refused"], count: 4 },
        { key: [null, null, null], count: 1 },
        { key: [2020, null, "not_applicable"], count: 7 },
      ],
    },
    "race_ethnicity",
  );
  expect(tallied).toEqual({
    values: [{ value: "black", count: 5 }],
    known: 5,
    missing: [
      { reason: "not_recorded", count: 1 },
      { reason: "refused", count: 4 },
      { reason: "not_applicable", count: 7 },
    ],
    total: 17,
    years: { from: 2019, to: 2021 },
  });
  expect(couldBeKnown(tallied)).toBe(5);
  expect(countOf(tallied, "white")).toBe(0);
});

test("where it is not known which person, the reason of that gap counts", () => {
  const table = {
    by: ["persons.gender", "persons.gender_missing", "person_id_missing"],
    cells: [{ key: [null, null, "unmappable"], count: 2 }],
  };
  expect(tally(table, "persons.gender").missing).toEqual([{ reason: "unmappable", count: 2 }]);
});

test("known and missing always add up to the total, in any order of cells", () => {
  const cell = fc.record({
    key: fc.tuple(
      fc.constantFrom(2019, 2020, null),
      fc.constantFrom("black", "white", null),
      fc.constantFrom(...missingReasons, null),
    ),
    count: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(cell), (cells) => {
      const tallied = tally({ by, cells }, "race_ethnicity");
      expect(tallied.known + missingIn(tallied)).toBe(cells.reduce((sum, { count }) => sum + count, 0));
      expect(tally({ by, cells: cells.toReversed() }, "race_ethnicity")).toEqual(tallied);
    }),
  );
});

test("a column the cells are not grouped by is refused", () => {
  expect(() => tally({ by, cells: [] }, "gender")).toThrow(
    "invalid column; cells are grouped by occurred_year, race_ethnicity",
  );
});
