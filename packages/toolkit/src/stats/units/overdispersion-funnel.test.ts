import { describe, expect, test } from "vitest";
import { randomGamma, randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { overdispersionFunnel } from "./overdispersion-funnel.ts";
import type { UnitCount } from "./unit-count.ts";

const funnel = (units: readonly UnitCount[]) => {
  const found = overdispersionFunnel(units);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

function simulate(shape: number, seed: number): readonly UnitCount[] {
  const random = seededRandom(seed);
  return Array.from({ length: 400 }, () => {
    const exposure = 200 + 800 * random();
    return { exposure, count: randomPoisson(exposure * 0.1 * (randomGamma(shape, random) / shape), random) };
  });
}

describe("overdispersionFunnel", () => {
  test("finds no excess where chance alone makes units differ", () => {
    const { dispersion, extraVariance, units } = funnel(simulate(1e9, 3));
    expect(dispersion).toBeLessThan(1.1);
    expect(Math.sqrt(extraVariance)).toBeLessThan(0.01);
    expect(units.filter((unit) => Math.abs(unit.adjustedScore) > 3.09).length).toBeLessThanOrEqual(3);
  });

  test("recovers the spread that was put in, and then flags few", () => {
    const units = simulate(10, 4);
    const { extraVariance, units: scored } = funnel(units);
    // The true spread is 0.1/√10; pulling in a tenth at each end lowers the estimate.
    expect(Math.sqrt(extraVariance)).toBeGreaterThan(0.02);
    expect(Math.sqrt(extraVariance)).toBeLessThan(0.035);
    expect(scored.filter((unit) => Math.abs(unit.score) > 3.09).length).toBeGreaterThan(40);
    expect(scored.filter((unit) => Math.abs(unit.adjustedScore) > 3.09).length).toBeLessThan(20);
  });

  test("does not depend on the order of units or the unit of exposure", () => {
    const units = simulate(10, 5).slice(0, 30);
    const found = funnel(units);
    const reversed = funnel([...units].reverse());
    const scaled = funnel(units.map((unit) => ({ ...unit, exposure: unit.exposure * 1000 })));
    expect(reversed.extraVariance).toBeCloseTo(found.extraVariance, 12);
    expect(scaled.dispersion).toBeCloseTo(found.dispersion, 10);
    found.units.forEach((unit, place) => {
      expect(reversed.units.at(-1 - place)?.adjustedScore).toBeCloseTo(unit.adjustedScore, 9);
      expect(scaled.units[place]?.adjustedScore).toBeCloseTo(unit.adjustedScore, 9);
    });
  });

  test("pulls in nothing when asked to", () => {
    const found = overdispersionFunnel(simulate(5, 6).slice(0, 12), { winsorisedShare: 0 });
    if (isRefusal(found)) throw new Error(found.reason);
    for (const unit of found.units) expect(unit.winsorisedScore).toBe(unit.score);
  });

  test("refuses what cannot be compared", () => {
    expect(overdispersionFunnel([{ count: 1, exposure: 3 }])).toMatchObject({ reason: "too_few_units" });
    const idle = { count: 0, exposure: 0 };
    expect(overdispersionFunnel([idle, { count: 1, exposure: 3 }])).toEqual({ reason: "no_exposure" });
    const quiet = { count: 0, exposure: 9 };
    expect(overdispersionFunnel([quiet, quiet])).toEqual({ reason: "no_events" });
    expect(() => overdispersionFunnel([{ count: -1, exposure: 3 }])).toThrow("invalid count");
    expect(() => overdispersionFunnel([], { winsorisedShare: 0.5 })).toThrow(
      "invalid winsorisedShare; not in [0, 0.5)",
    );
  });
});
