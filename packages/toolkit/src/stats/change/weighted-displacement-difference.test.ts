import fc from "fast-check";
import { expect, test } from "vitest";
import { weightedDisplacementDifference } from "./weighted-displacement-difference.ts";

const count = fc.integer({ min: 0, max: 1000 });
const pair = fc.record({ before: count, after: count });

test("turning time around turns the sign and mirrors the interval", () => {
  fc.assert(
    fc.property(pair, pair, pair, (target, control, displacement) => {
      const turn = ({ before, after }: { before: number; after: number }) => ({ before: after, after: before });
      const one = weightedDisplacementDifference({ target, control, displacement });
      const other = weightedDisplacementDifference({
        target: turn(target),
        control: turn(control),
        displacement: turn(displacement),
      });
      expect(one.difference + other.difference).toBe(0);
      expect(one.interval.low).toBeCloseTo(-other.interval.high, 9);
      expect(one.standardError).toBe(other.standardError);
    }),
  );
});

test("a rise next door takes away from the fall", () => {
  const target = { before: 50, after: 30 };
  const control = { before: 40, after: 40 };
  const fall = weightedDisplacementDifference({ target, control });
  const moved = weightedDisplacementDifference({ target, control, displacement: { before: 10, after: 30 } });
  expect(fall.difference).toBe(-20);
  expect(moved.difference).toBe(0);
});

test("without events there is no score", () => {
  const none = { before: 0, after: 0 };
  const answer = weightedDisplacementDifference({ target: none, control: none });
  expect(answer).toEqual({ difference: 0, standardError: 0, z: undefined, interval: { low: 0, high: 0 } });
  expect(() => weightedDisplacementDifference({ target: none, control: { before: -1, after: 0 } })).toThrow(
    "invalid count; must not be negative: -1",
  );
});
