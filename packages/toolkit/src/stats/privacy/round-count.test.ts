import fc from "fast-check";
import { expect, test } from "vitest";
import { roundCount, roundedRange } from "./round-count.ts";

test("halves go up, and large counts stay exact", () => {
  expect([0, 1, 2, 3, 4, 7, 8, 12, 13].map((count) => roundCount(count))).toEqual([0, 0, 0, 5, 5, 5, 10, 10, 15]);
  expect([4, 5, 14, 15, 1000000007].map((count) => roundCount(count, 10))).toEqual([0, 10, 10, 20, 1000000010]);
});

test("the range of a rounded count is exactly the counts that round to it", () => {
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 100 }), (count, base) => {
      const rounded = roundCount(count, base);
      const { low, high } = roundedRange(rounded, base);
      expect(low).toBeLessThanOrEqual(count);
      expect(high).toBeGreaterThanOrEqual(count);
      expect(roundCount(low, base)).toBe(rounded);
      expect(roundCount(high, base)).toBe(rounded);
      expect(roundCount(high + 1, base)).toBe(rounded + base);
      if (low > 0) expect(roundCount(low - 1, base)).toBe(rounded - base);
    }),
  );
});

test("what is no count, or no multiple, is refused", () => {
  expect(() => roundCount(-1)).toThrow("invalid count; must be a whole number from 0: -1");
  expect(() => roundCount(1, 0)).toThrow("invalid base; must be a whole number from 1: 0");
  expect(() => roundedRange(7)).toThrow("invalid rounded; not a multiple of 5: 7");
});
