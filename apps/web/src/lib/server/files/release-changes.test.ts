import { rivertonRelease } from "@evenhand/toolkit/report/fixtures/riverton-findings";
import { expect, test } from "vitest";
import { releaseChanges } from "./release-changes.ts";

const [first] = rivertonRelease.snapshots;
const race = { field: "person.race_ethnicity", columns: ["a.csv: Race"] };
const age = { field: "person.age_band", columns: ["a.csv: Age"] };
const before = {
  ...rivertonRelease,
  hash: "b".repeat(64),
  tables: { incidents: 10, resistance: 3 },
  snapshots: [{ name: "old.csv", sha256: "0", bytes: 1 }, ...(first ? [{ ...first, sha256: "1" }] : [])],
  scope: { ...rivertonRelease.scope, fields: [age, { ...race, columns: [] }] },
};
const after = {
  ...rivertonRelease,
  tables: { incidents: 12, persons: 4 },
  scope: { ...rivertonRelease.scope, fields: [race, { ...age, columns: [] }] },
};

test("two releases are compared by what they say of themselves", () => {
  const changes = releaseChanges(before, after);
  expect(changes.tables).toEqual([
    { table: "incidents", before: 10, after: 12 },
    { table: "resistance", before: 3 },
    { table: "persons", after: 4 },
  ]);
  expect(changes.fieldsGained).toEqual(["person.race_ethnicity"]);
  expect(changes.fieldsLost).toEqual(["person.age_band"]);
  expect(changes.sources.map(({ name, change }) => [name, change])).toEqual([
    ["old.csv", "removed"],
    ["riverton_force_2019_2020.csv", "changed"],
    ["riverton_force_2021.csv", "added"],
  ]);
  expect(changes.isSame).toBe(false);
});

test("a release is the same as itself", () => {
  const { tables, fieldsGained, fieldsLost, sources, isSame } = releaseChanges(rivertonRelease, rivertonRelease);
  expect(tables.every((table) => table.before === table.after)).toBe(true);
  expect([fieldsGained, fieldsLost, isSame]).toEqual([[], [], true]);
  expect(sources.map(({ change }) => change)).toEqual(["same", "same"]);
});
