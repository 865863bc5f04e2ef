import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { digitPreference, minutePreference } from "./digit-preference.ts";

// R 4.2.2: chisq.test(counts).
test("agrees with R", () => {
  const found = digitPreference([300, 100, 110, 90, 105, 250, 95, 100, 98, 102]);
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.chiSquare).toBeCloseTo(374.133333333333, 10);
  expect(found.p / 4.49241702255794e-75).toBeCloseTo(1, 9);
  expect(found.whipple).toBeCloseTo(203.703703703704, 10);
  expect(found.myers).toBeCloseTo(20.7407407407407, 10);
});

test("the indices stay in their ranges, and even digits have none", () => {
  const counts = fc.array(fc.nat(1000), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(counts, (digits) => {
      const found = digitPreference(digits);
      if (isRefusal(found)) {
        expect(digits.every((count) => count === 0)).toBe(true);
        return;
      }
      expect(found.whipple).toBeGreaterThanOrEqual(0);
      expect(found.whipple).toBeLessThanOrEqual(500 + 1e-9);
      expect(found.myers).toBeGreaterThanOrEqual(0);
      expect(found.myers).toBeLessThanOrEqual(90 + 1e-9);
    }),
  );
  expect(digitPreference(new Array(10).fill(7))).toEqual({ chiSquare: 0, p: 1, whipple: 100, myers: 0 });
});

test("times on the half hour and on multiples of five are found", () => {
  const counts = Array.from({ length: 60 }, (_, minute) => (minute % 30 === 0 ? 30 : minute % 5 === 0 ? 10 : 1));
  const found = minutePreference(counts);
  if (isRefusal(found)) throw new Error(found.reason);
  expect(found.onHalfHours).toBeCloseTo(60 / 208, 12);
  expect(found.onFives).toBeCloseTo(160 / 208, 12);
  // R 4.2.2: chisq.test(c(160, 48), p = c(.2, .8))
  expect(found.chiSquare).toBeCloseTo(421.23077, 5);
  expect(found.p).toBeLessThan(1e-90);
});

test("no numbers, and a wrong number of digits, are refused", () => {
  expect(digitPreference(new Array(10).fill(0))).toEqual({ reason: "no_events" });
  expect(() => digitPreference([1, 2])).toThrow("invalid counts; one for each digit: 2");
  expect(() => minutePreference([1])).toThrow("invalid counts; one for each minute: 1");
});
