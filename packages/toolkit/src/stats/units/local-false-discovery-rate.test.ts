import { describe, expect, test } from "vitest";
import { randomNormal } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { countBins, evenBreaks } from "./count-bins.ts";
import { type LocalFalseDiscoveryOptions, localFalseDiscoveryRate } from "./local-false-discovery-rate.ts";

const discover = (scores: readonly number[], options: LocalFalseDiscoveryOptions = {}) => {
  const found = localFalseDiscoveryRate(scores, options);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

function ordinary(length: number, seed: number, deviation = 1): readonly number[] {
  const random = seededRandom(seed);
  return Array.from({ length }, () => deviation * randomNormal(random));
}

describe("localFalseDiscoveryRate", () => {
  test("flags almost nobody where all scores are chance", () => {
    let flagged = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const { scores } = discover(ordinary(250, seed));
      flagged += scores.filter((score) => score.falseDiscoveryRate < 0.2 && score.adjusted < 0.1).length;
    }
    expect(flagged / (40 * 250)).toBeLessThan(0.002);
  });

  test("finds outliers that were put in", () => {
    const { scores } = discover([...ordinary(400, 3), ...ordinary(12, 4, 0.3).map((score) => score + 4.5)]);
    expect(scores.slice(400).filter((score) => score.falseDiscoveryRate < 0.2).length).toBeGreaterThanOrEqual(11);
    expect(scores.slice(0, 400).filter((score) => score.falseDiscoveryRate < 0.2).length).toBeLessThanOrEqual(2);
  });

  test("an empirical null takes a spread that all share as ordinary", () => {
    const wide = ordinary(600, 5, 2.5);
    const flagged = (shape: "theoretical" | "empirical") =>
      discover(wide, { null: shape }).scores.filter((score) => score.falseDiscoveryRate < 0.2).length;
    expect(flagged("theoretical")).toBeGreaterThan(50);
    expect(flagged("empirical")).toBeLessThan(6);
    const { nullCenter, nullDeviation } = discover(wide, { null: "empirical" });
    expect(Math.abs(nullCenter)).toBeLessThan(0.4);
    expect(Math.abs(nullDeviation - 2.5)).toBeLessThan(0.3);
  });

  test("its density sums to one over the bins, and keeps the mean of the scores", () => {
    const { bins } = discover(ordinary(300, 6));
    const mass = bins.map((bin) => bin.density * (bin.high - bin.low));
    expect(mass.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 8);
    const mean = bins.reduce((sum, bin, place) => sum + ((bin.low + bin.high) / 2) * (mass[place] ?? 0), 0);
    const observed = bins.reduce((sum, bin) => sum + (((bin.low + bin.high) / 2) * bin.count) / 300, 0);
    expect(mean).toBeCloseTo(observed, 8);
  });

  test("does not depend on the order of scores", () => {
    const scores = ordinary(80, 7);
    const found = discover(scores, { null: "empirical" });
    const reversed = discover(scores.toReversed(), { null: "empirical" });
    found.scores.forEach((score, place) => {
      expect(reversed.scores.at(-1 - place)?.falseDiscoveryRate).toBeCloseTo(score.falseDiscoveryRate, 10);
    });
  });

  test("refuses what says nothing, and impossible arguments", () => {
    expect(localFalseDiscoveryRate([])).toEqual({ reason: "too_few_units" });
    expect(localFalseDiscoveryRate([1, 1, 1, 1, 2], { null: "empirical" })).toMatchObject({
      reason: "no_heterogeneity",
    });
    expect(() => discover([Number.NaN])).toThrow("invalid values");
    expect(() => discover([3], { breaks: [0, 1] })).toThrow("invalid value; not in [0, 1]: 3");
    expect(() => discover([3], { degree: 0 })).toThrow("invalid degree");
  });
});

test("countBins closes bins on the right, as R's hist does", () => {
  expect(countBins([0, 0.5, 0.5, 0.6, 1], [0, 0.5, 1]).map((bin) => bin.count)).toEqual([3, 2]);
  expect(() => countBins([1], [0, 0])).toThrow("invalid breaks");
  expect(evenBreaks([1, 1], 0.5)).toEqual([1, 1.5]);
});
