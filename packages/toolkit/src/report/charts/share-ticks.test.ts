import fc from "fast-check";
import { expect, test } from "vitest";
import { shareTicks } from "./share-ticks.ts";

test.each([
  [0.37, [0, 0.1, 0.2, 0.3, 0.4]],
  [1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [0.003, [0, 0.001, 0.002, 0.003]],
])("shareTicks up to %d", (top, ticks) => {
  expect(shareTicks(top)).toEqual(ticks);
});

test("ticks begin at zero, hold the largest share and never pass 100%", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (top) => {
      const ticks = shareTicks(top);
      expect(ticks[0]).toBe(0);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(top - 1e-9);
      expect(ticks.at(-1)).toBeLessThanOrEqual(1);
    }),
  );
});
