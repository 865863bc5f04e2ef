import fc from "fast-check";
import { expect, test } from "vitest";
import { discretionaryShare } from "./discretionary-share.ts";

const part = fc.integer({ min: 1, max: 50 });

test("finds the share of a population in which part of the encounters is recorded for the group only", () => {
  fc.assert(
    fc.property(part, part, part, part, part, (always, onlyGroup, never, groupSize, referenceSize) => {
      const all = always + onlyGroup + never;
      const group = { recorded: (always + onlyGroup) * groupSize, encounters: all * groupSize };
      const reference = { recorded: always * referenceSize, encounters: all * referenceSize };
      expect(discretionaryShare(group, reference)).toBeCloseTo(onlyGroup / (always + onlyGroup), 12);
    }),
  );
});

test("is below 0 where the reference is recorded more often, and refused without encounters", () => {
  const often = { recorded: 4, encounters: 10 };
  const seldom = { recorded: 2, encounters: 10 };
  expect(discretionaryShare(seldom, often)).toBe(-1);
  expect(discretionaryShare({ recorded: 0, encounters: 10 }, often)).toEqual({ reason: "no_events" });
  expect(discretionaryShare(often, { recorded: 0, encounters: 0 })).toEqual({ reason: "no_exposure" });
  expect(() => discretionaryShare({ recorded: -1, encounters: 1 }, often)).toThrow("invalid recorded;");
});
