import fc from "fast-check";
import { expect, test } from "vitest";
import { poissonLogProbability, poissonShare, poissonUpperTail } from "../functions/poisson-probability.ts";
import { isRefusal } from "../refusal.ts";
import { byarInterval } from "./byar-interval.ts";
import { eventRate } from "./event-rate.ts";
import { garwoodInterval } from "./garwood-interval.ts";
import { poissonMidPInterval } from "./poisson-mid-p-interval.ts";
import { rateInterval } from "./rate-interval.ts";

// Garwood (1936), Biometrika 28, 437–442; also Ulm (1990), American Journal of Epidemiology 131, 373–375: 95% limits.
const published = [
  { count: 0, low: "0.00", high: "3.69" },
  { count: 1, low: "0.03", high: "5.57" },
  { count: 2, low: "0.24", high: "7.22" },
  { count: 5, low: "1.62", high: "11.67" },
  { count: 10, low: "4.80", high: "18.39" },
  { count: 20, low: "12.22", high: "30.89" },
  { count: 50, low: "37.11", high: "65.92" },
  { count: 100, low: "81.36", high: "121.63" },
];
for (const { count, low, high } of published) {
  test(`the exact interval for ${count} is as tabulated`, () => {
    const interval = garwoodInterval(count);
    expect(interval.low.toFixed(2)).toBe(low);
    expect(interval.high.toFixed(2)).toBe(high);
  });
}

test("each limit leaves α/2 beyond the count, or half of the count's own probability more for mid-p", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.5, max: 0.999, noNaN: true }), (count, level) => {
      const p = (1 - level) / 2;
      const exact = garwoodInterval(count, { level });
      expect(poissonUpperTail(count - 1, exact.low)).toBeCloseTo(p, 9);
      expect(poissonShare(count, exact.high)).toBeCloseTo(p, 9);
      const mid = poissonMidPInterval(count, { level });
      const own = (mean: number) => Math.exp(poissonLogProbability(count, mean)) / 2;
      expect(poissonUpperTail(count, mid.low) + own(mid.low)).toBeCloseTo(p, 9);
      expect(poissonShare(count - 1, mid.high) + own(mid.high)).toBeCloseTo(p, 9);
      expect(exact.low < mid.low && mid.high < exact.high).toBe(true);
    }),
  );
});

test("all three intervals meet at counts of a billion", () => {
  const [exact, mid, byar] = [garwoodInterval, poissonMidPInterval, byarInterval].map((find) => find(1e9));
  expect(Math.abs((exact?.low ?? 0) - (byar?.low ?? 1))).toBeLessThan(0.01);
  expect(Math.abs((exact?.high ?? 0) - (mid?.high ?? 1))).toBeLessThan(1);
});

test("Byar's lower limit does not fall below 0", () => {
  expect(byarInterval(1, { level: 0.999 }).low).toBe(0);
  expect(byarInterval(0).low).toBe(0);
});

test("scaling the exposure scales rate and interval", () => {
  const [one, ten] = [rateInterval(17, 100), rateInterval(17, 1000, { per: 10 })];
  expect(ten).toEqual(one);
  expect(eventRate({ count: 204, exposure: 2_164_519 * 8 }, { per: 1e6 })).toBeCloseTo(11.7809, 4);
});

test("no exposure and negative numbers are refused with their reason", () => {
  expect(rateInterval(3, 0)).toEqual({ reason: "no_exposure" });
  expect(rateInterval(-3, 10)).toEqual({ reason: "negative_input" });
  expect(eventRate({ count: 1, exposure: -1 })).toEqual({ reason: "negative_input" });
});

test("impossible arguments are thrown back", () => {
  expect(() => rateInterval(1.5, 10)).toThrow("invalid count; must be a whole number: 1.5");
  expect(() => rateInterval(1, Number.NaN)).toThrow("invalid exposure; must be a finite number: NaN");
  expect(() => rateInterval(1, 10, { level: 95 })).toThrow("invalid level; not in (0, 1): 95");
  expect(() => garwoodInterval(-1)).toThrow("invalid count; must not be negative: -1");
  expect(isRefusal(rateInterval(1, 10))).toBe(false);
});
