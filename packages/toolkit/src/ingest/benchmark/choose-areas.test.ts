import { expect, test } from "vitest";
import { chooseAreas, wholeOf } from "./choose-areas.ts";

const named = (...names: string[]) => names.map((name) => ({ name }));
const choose = (names: readonly string[], areaContains?: string) =>
  chooseAreas(named(...names), { file: "f.csv", areaContains });

test("takes all areas of one level, or those with a text in their name", () => {
  const tracts = ["Census Tract 1, Hennepin County, Minnesota", "Census Tract 2, Hennepin County, Minnesota"];
  expect(choose(tracts)).toEqual([0, 1]);
  expect(choose(tracts, "tract 2")).toEqual([1]);
  expect(wholeOf(tracts)).toBe("Hennepin County, Minnesota");
});

test("takes the areas of several texts, and refuses if one of them finds none", () => {
  const counties = ["Bronx County, New York", "Kings County, New York", "Erie County, New York"];
  expect(choose(counties, "Bronx; Kings")).toEqual([0, 1]);
  expect(() => choose(counties, "Bronx; Kins")).toThrow(/“kins”/);
});

test("refuses a text that no area has, and names some", () => {
  expect(() => choose(["North", "South"], "East")).toThrow(/“East”.*“North”, “South”.*--benchmark-area/);
});

test("refuses areas inside one another", () => {
  const names = [
    "Hennepin County, Minnesota",
    "Minneapolis city, Minnesota",
    "Census Tract 1, Hennepin County, Minnesota",
  ];
  expect(() => choose(names)).toThrow(/twice.*--benchmark-area/);
  expect(choose(names, "Minneapolis city")).toEqual([1]);
  const levels = [
    { name: "Minnesota", id: "0400000US27" },
    { name: "Hennepin", id: "0500000US27053" },
  ];
  expect(() => chooseAreas(levels, { file: "f.csv", areaContains: undefined })).toThrow(/several sizes/);
});

test("refuses areas of several states", () => {
  const names = ["Orange County, California", "Orange County, Florida"];
  expect(() => choose(names, "Orange")).toThrow(/2 states/);
  expect(choose(names, "Orange County, F")).toEqual([1]);
});
