import fc from "fast-check";
import { expect, test } from "vitest";
import { primarySuppression } from "./primary-suppression.ts";

test("counts above 0 and below the threshold are suppressed, and those below 20 unstable", () => {
  const releases = primarySuppression([0, 1, 10, 11, 19, 20, 100], { showZeros: false });
  expect(releases.map(({ isSuppressed }) => isSuppressed)).toEqual([true, true, true, false, false, false, false]);
  expect(releases.map(({ isUnstable }) => isUnstable)).toEqual([false, false, false, true, true, false, false]);
  expect(releases[0]?.relativeError).toBeUndefined();
  expect(releases[6]?.relativeError).toBe(0.1);
});

test("a higher threshold never shows more", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50)), fc.integer({ min: 1, max: 20 }), fc.nat(20), (counts, threshold, more) => {
      const low = primarySuppression(counts, { threshold });
      const high = primarySuppression(counts, { threshold: threshold + more });
      low.forEach(({ isSuppressed }, index) => {
        if (isSuppressed) expect(high[index]?.isSuppressed).toBe(true);
      });
    }),
  );
});

test("fractions and negative counts are refused", () => {
  expect(() => primarySuppression([1.5])).toThrow("invalid count; must be a whole number from 0: 1.5");
  expect(() => primarySuppression([1], { threshold: 0 })).toThrow(
    "invalid threshold; must be a whole number from 1: 0",
  );
});
