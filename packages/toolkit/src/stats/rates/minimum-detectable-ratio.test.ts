import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { minimumDetectableFall, minimumDetectableRise, requiredCount } from "./minimum-detectable-ratio.ts";

const distance = 1.959963984540054 + 0.8416212335729143;

test("both ratios solve their equation, and the fall is the smaller of two that do", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 12, max: 1e6 }),
      fc.double({ min: 0.3, max: 5, noNaN: true }),
      (expectedBefore, after) => {
        const periods = { before: 1, after };
        const margin = (r: number) => distance * Math.sqrt(1 / expectedBefore + 1 / (r * after * expectedBefore));
        const rise = minimumDetectableRise({ expectedBefore, periods });
        if (!isRefusal(rise)) expect(Math.log(rise)).toBeCloseTo(margin(rise), 10);
        const fall = minimumDetectableFall({ expectedBefore, periods });
        if (isRefusal(fall)) return;
        expect(Math.log(fall)).toBeCloseTo(-margin(fall), 10);
        expect(Math.log(fall * 1.001) + margin(fall * 1.001)).toBeGreaterThan(0);
      },
    ),
  );
});

test("required counts are where the ratio becomes detectable", () => {
  expect(minimumDetectableFall({ expectedBefore: requiredCount(0.8) })).toBeCloseTo(0.8, 8);
  expect(minimumDetectableRise({ expectedBefore: requiredCount(1.5) })).toBeCloseTo(1.5, 8);
  expect(requiredCount(0.8, { power: 0.9 })).toBeGreaterThan(requiredCount(0.8));
});

test("a fall of the detectable size is noticed in about four of five draws", () => {
  const fall = minimumDetectableFall({ expectedBefore: 200 });
  const random = seededRandom(11);
  let noticed = 0;
  for (let draw = 0; draw < 3000; draw++) {
    const [before, after] = [randomPoisson(200, random), randomPoisson(200 * (isRefusal(fall) ? 1 : fall), random)];
    if (Math.abs(Math.log(after / before)) > 1.959963984540054 * Math.sqrt(1 / before + 1 / after)) noticed += 1;
  }
  expect(noticed / 3000).toBeGreaterThan(0.77);
  expect(noticed / 3000).toBeLessThan(0.83);
});

test("too few events are refused, impossible options thrown back", () => {
  expect(minimumDetectableFall({ expectedBefore: 0 })).toEqual({ reason: "too_few_events" });
  expect(minimumDetectableRise({ expectedBefore: 0 })).toEqual({ reason: "too_few_events" });
  expect(() => requiredCount(1)).toThrow("invalid ratio; must be positive and not 1: 1");
  expect(() => minimumDetectableFall({ expectedBefore: 9, power: 1 })).toThrow("invalid power; not in (0, 1): 1");
  expect(() => minimumDetectableFall({ expectedBefore: 9, alpha: 0.9, power: 0.2 })).toThrow("invalid power; must be");
  expect(() => minimumDetectableFall({ expectedBefore: 9, periods: { before: 0, after: 1 } })).toThrow(
    "invalid periods",
  );
});
