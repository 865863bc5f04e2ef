import fc from "fast-check";
import { expect, it } from "vitest";
import { readCount, readMargin } from "./read-count.ts";

it("reads counts as published", () => {
  expect(["0", " 12 ", "1,234,567", "88.5", "1e3"].map(readCount)).toEqual([0, 12, 1_234_567, 88.5, 1000]);
});

it("takes nothing else for a count", () => {
  const others = ["", "-", "-5", "(X)", "N", "<10", "12%", "1,23", "12 people", "1e999", "Infinity", "null"];
  expect(others.map(readCount)).toEqual(others.map(() => undefined));
});

it("reads every whole number, with or without commas", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      (count) => readCount(String(count)) === count && readCount(count.toLocaleString("en-US")) === count,
    ),
  );
});

it("reads margins of error; a controlled estimate has none", () => {
  expect(["±56", "+/-1,056", "27", "*****"].map(readMargin)).toEqual([56, 1056, 27, 0]);
  expect(["**", "***", "-", "", "(X)"].map(readMargin)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
