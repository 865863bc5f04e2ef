import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleQuantile } from "./sample-quantile.ts";

// R 4.2.2: quantile(c(12, 7, 25, 3, 0, 40, 9), c(.1, .5, .9), type = 7).
test("sampleQuantile agrees with R's type 7", () => {
  const values = [12, 7, 25, 3, 0, 40, 9];
  expect(sampleQuantile(values, 0.1)).toBeCloseTo(1.8, 12);
  expect(sampleQuantile(values, 0.5)).toBe(9);
  expect(sampleQuantile(values, 0.9)).toBeCloseTo(31, 12);
});

test("sampleQuantile stays within the values, rises with the share and ignores their order", () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, share, share, (list, one, other) => {
      const [lower, upper] = [sampleQuantile(list, Math.min(one, other)), sampleQuantile(list, Math.max(one, other))];
      expect(lower).toBeLessThanOrEqual(upper + 1e-6);
      expect(lower).toBeGreaterThanOrEqual(Math.min(...list) - 1e-6);
      expect(sampleQuantile(list.toReversed(), one)).toBe(sampleQuantile(list, one));
    }),
  );
});

test("sampleQuantile refuses impossible arguments", () => {
  expect(() => sampleQuantile([], 0.5)).toThrow("invalid values; at least one is needed: 0");
  expect(() => sampleQuantile([1], 2)).toThrow("invalid share; not in [0, 1]: 2");
  expect(() => sampleQuantile([1, Number.NaN], 0.5)).toThrow("invalid values");
});
