import { expect, test } from "vitest";
import { splitList } from "./split-list.ts";

const nothing = () => false;

test("brackets keep the delimiter inside a value", () => {
  expect(splitList("attempt to flee,resistive tension (stiffening, tightening muscles)", ",", nothing)).toEqual([
    "attempt to flee",
    "resistive tension (stiffening, tightening muscles)",
  ]);
});

test("a known value that holds the delimiter stays whole, the longest first", () => {
  const known = new Set(["knife, blade, or stabbing instrument", "knife"]);
  expect(splitList("firearm, knife, blade, or stabbing instrument", ",", (value) => known.has(value))).toEqual([
    "firearm",
    "knife, blade, or stabbing instrument",
  ]);
});

test("two equal elements stay two: they are two people", () => {
  expect(splitList("black,black", ",", nothing)).toEqual(["black", "black"]);
});

test("an unclosed bracket does not swallow the list", () => {
  expect(splitList("other (see note, fled", ",", nothing)).toEqual(["other (see note", "fled"]);
});
