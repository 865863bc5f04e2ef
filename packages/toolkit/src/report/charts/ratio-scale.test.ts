import fc from "fast-check";
import { expect, test } from "vitest";
import { cutInterval, ratioScale } from "./ratio-scale.ts";

const ratio = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

test("the scale has 1 in its middle, holds every ratio above zero, and its ticks mirror one another", () => {
  fc.assert(
    fc.property(fc.array(ratio, { maxLength: 12 }), fc.array(fc.tuple(ratio, ratio)), (ratios, pairs) => {
      const intervals = pairs.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
      const { low, high, ticks } = ratioScale(ratios, intervals);
      expect(low * high).toBeCloseTo(1, 9);
      for (const value of ratios) expect(value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)).toBe(true);
      expect(ticks).toContain(1);
      expect(ticks).toEqual(ticks.toSorted((a, b) => a - b));
      for (const [index, tick] of ticks.entries()) expect(tick * (ticks.at(-1 - index) ?? 0)).toBeCloseTo(1, 9);
    }),
  );
});

test("zero and Infinity have no place on it and do not widen it", () => {
  expect(ratioScale([0, Number.POSITIVE_INFINITY, 1.4], [])).toMatchObject({ low: 0.5, high: 2 });
});

test("an interval is held whole as far as 20-fold, beyond that it runs off", () => {
  expect(ratioScale([1.2], [{ low: 0.5, high: 18 }]).high).toBe(20);
  expect(ratioScale([1.2], [{ low: 0.5, high: 900 }]).high).toBe(20);
  expect(ratioScale([60], []).high).toBe(100);
});

test.each([
  [
    { low: 0.2, high: 3 },
    { low: 0.5, high: 2, isCutLow: true, isCutHigh: true },
  ],
  [
    { low: 0.7, high: 2 },
    { low: 0.7, high: 2, isCutLow: false, isCutHigh: false },
  ],
  [
    { low: 0, high: 0 },
    { isCutLow: true, isCutHigh: false },
  ],
  [
    { low: 5, high: Number.POSITIVE_INFINITY },
    { isCutLow: false, isCutHigh: true },
  ],
])("cutInterval cuts %j to 0.5–2", (interval, cut) => {
  expect(cutInterval(interval, { low: 0.5, high: 2 })).toEqual(cut);
});
