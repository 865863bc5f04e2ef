import { expect, it } from "vitest";
import { everybodyElse, referenceGroup } from "./reference-group.ts";

const counts = (white: number) =>
  new Map([
    ["white", white],
    ["black", 30],
  ]);

it("compares with White people from 20 events on, else with everybody else", () => {
  expect(referenceGroup(counts(20))).toBe("white");
  expect(referenceGroup(counts(19))).toBe(everybodyElse);
  expect(referenceGroup(new Map([["black", 30]]))).toBe(everybodyElse);
});

it("follows the reader's choice where the group occurs", () => {
  expect(referenceGroup(counts(200), "black")).toBe("black");
  expect(referenceGroup(counts(200), "asian")).toBe("white");
});
