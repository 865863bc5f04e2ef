import { expect, it } from "vitest";
import { alignGroups } from "./align-groups.ts";

it("compares the groups that both sides know, in the order of the code list", () => {
  const counts = new Map([
    ["white", 40],
    ["black", 60],
    ["other_unspecified", 5],
  ]);
  const exposures = new Map([
    ["white", 900],
    ["black", 200],
    ["asian", 100],
    ["other_unspecified", 30],
  ]);
  const { groups, apart, lacksHispanic } = alignGroups(counts, exposures);
  expect(groups).toEqual([
    { key: "asian", count: 0, exposure: 100 },
    { key: "black", count: 60, exposure: 200 },
    { key: "white", count: 40, exposure: 900 },
  ]);
  expect(apart).toEqual([{ key: "other_unspecified", count: 5, isKnownToBenchmark: true }]);
  expect(lacksHispanic).toBe(false);
});

it("adds up what one side divides and the other does not", () => {
  const counts = new Map([
    ["asian_pacific_islander_legacy", 7],
    ["asian", 1],
  ]);
  const exposures = new Map([
    ["asian", 300],
    ["native_hawaiian_pacific_islander", 20],
  ]);
  expect(alignGroups(counts, exposures).groups).toEqual([
    { key: "asian_pacific_islander_legacy", count: 8, exposure: 320 },
  ]);
});

it("notices that the records do not tell Hispanic people apart", () => {
  const exposures = new Map([
    ["white", 900],
    ["hispanic_latino", 200],
  ]);
  expect(alignGroups(new Map([["white", 40]]), exposures).lacksHispanic).toBe(true);
});
