import fc from "fast-check";
import { expect, test } from "vitest";
import { biasFactor, confoundedRatioBound } from "./bias-factor.ts";
import { eValue } from "./e-value.ts";

// VanderWeele & Ding (2017), Annals of Internal Medicine 167, 268–274: 3.9 (1.8 to 8.7) gives 7.26 and 3.0.
test("agrees with the published example", () => {
  const { estimate, limit } = eValue(3.9, { interval: { low: 1.8, high: 8.7 } });
  expect(estimate.toFixed(2)).toBe("7.26");
  expect(limit?.toFixed(1)).toBe("3.0");
});

const ratios = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

test("something of exactly that strength on both sides brings the ratio to 1", () => {
  fc.assert(
    fc.property(ratios, (ratio) => {
      const { estimate } = eValue(ratio);
      expect(confoundedRatioBound(ratio, { withGroup: estimate, withOutcome: estimate })).toBeCloseTo(1, 9);
    }),
  );
});

test("a ratio and its inverse need the same strength, and an interval that holds 1 needs none", () => {
  fc.assert(
    fc.property(ratios, (ratio) => {
      expect(eValue(1 / ratio).estimate / eValue(ratio).estimate).toBeCloseTo(1, 9);
      expect(eValue(ratio, { interval: { low: Math.min(1, ratio), high: Math.max(1, ratio) } }).limit).toBe(1);
    }),
  );
  expect(eValue(0.8, { interval: { low: 0.71, high: 0.91 } }).limit).toBeCloseTo(1.42857142857143, 12);
  expect(eValue(Number.POSITIVE_INFINITY, { interval: { low: 1.8, high: Number.POSITIVE_INFINITY } })).toEqual({
    estimate: Number.POSITIVE_INFINITY,
    limit: 3,
  });
});

// VanderWeele & Ding (2017), table of conversions: √OR, and (1 − 0.5^√HR)/(1 − 0.5^√(1/HR)).
test("ratios of common outcomes are turned into risk ratios first", () => {
  expect(eValue(4, { measure: "odds-ratio-common" }).estimate).toBe(eValue(2).estimate);
  const risk = (1 - 0.5 ** Math.SQRT2) / (1 - 0.5 ** Math.SQRT1_2);
  expect(eValue(2, { measure: "hazard-ratio-common" }).estimate).toBeCloseTo(eValue(risk).estimate, 12);
});

test("the bias factor is symmetric, at least 1 and at most the weaker strength", () => {
  const strength = fc.double({ min: 1, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(strength, strength, (withGroup, withOutcome) => {
      const factor = biasFactor({ withGroup, withOutcome });
      expect(factor).toBeGreaterThanOrEqual(1);
      expect(factor).toBeLessThanOrEqual(Math.min(withGroup, withOutcome));
      expect(biasFactor({ withGroup: withOutcome, withOutcome: withGroup })).toBe(factor);
    }),
  );
  expect(confoundedRatioBound(0.5, { withGroup: 2, withOutcome: 2 })).toBeCloseTo(2 / 3, 12);
});

test("impossible arguments are refused", () => {
  expect(() => eValue(-1)).toThrow("invalid ratio; must not be negative: -1");
  expect(() => eValue(2, { interval: { low: 3, high: 1 } })).toThrow("invalid interval; not 0 ≤ low ≤ high: 3, 1");
  expect(() => biasFactor({ withGroup: 0.5, withOutcome: 2 })).toThrow("invalid withGroup; must be at least 1: 0.5");
});
