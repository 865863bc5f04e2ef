import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { type Anonymity, type AnonymityCell, anonymity } from "./anonymity.ts";

const found = (cells: readonly AnonymityCell[], threshold = 11): Anonymity => {
  const answer = anonymity(cells, { threshold });
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

test("by hand: one class of four with two values, one of two with one", () => {
  const cells = [
    { identifiers: "a", sensitive: "x", count: 2 },
    { identifiers: "a", sensitive: "y", count: 2 },
    { identifiers: "b", sensitive: "x", count: 2 },
  ];
  const answer = found(cells, 3);
  expect(answer).toMatchObject({ classes: 2, smallestClass: 2, fewestValues: 1, fewestEffectiveValues: 1, atRisk: 2 });
  // All: x 4/6, y 2/6. Class b: x 1, so a distance of 1/3.
  expect(answer.largestDistance).toBeCloseTo(1 / 3, 12);
});

const records = fc
  .array(
    fc.record({
      identifiers: fc.constantFrom("a", "b", "c"),
      sensitive: fc.constantFrom("x", "y", "z"),
      count: fc.nat(9),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .filter((cells) => cells.some(({ count }) => count > 0));

test("splitting cells changes nothing", () => {
  fc.assert(
    fc.property(records, (cells) => {
      const single = cells.flatMap((cell) => Array.from({ length: cell.count }, () => ({ ...cell, count: 1 })));
      const [whole, split] = [found(cells), found(single)];
      expect(split.largestDistance).toBeCloseTo(whole.largestDistance, 12);
      expect(split.fewestEffectiveValues).toBeCloseTo(whole.fewestEffectiveValues, 12);
      expect({ ...split, largestDistance: 0, fewestEffectiveValues: 0 }).toEqual({
        ...whole,
        largestDistance: 0,
        fewestEffectiveValues: 0,
      });
    }),
  );
});

test("generalising, here joining two classes, never leaves a smaller class nor fewer values", () => {
  fc.assert(
    fc.property(records, (cells) => {
      const joined = cells.map((cell) => ({ ...cell, identifiers: cell.identifiers === "c" ? "b" : cell.identifiers }));
      const [before, after] = [found(cells), found(joined)];
      expect(after.smallestClass).toBeGreaterThanOrEqual(before.smallestClass);
      expect(after.fewestValues).toBeGreaterThanOrEqual(before.fewestValues);
      expect(after.atRisk).toBeLessThanOrEqual(before.atRisk);
      expect(after.largestDistance).toBeLessThanOrEqual(before.largestDistance + 1e-12);
    }),
  );
});

test("no records, and counts that are none, are refused", () => {
  expect(anonymity([])).toEqual({ reason: "no_events" });
  expect(() => anonymity([{ identifiers: "a", sensitive: "x", count: -1 }])).toThrow("invalid count;");
});
