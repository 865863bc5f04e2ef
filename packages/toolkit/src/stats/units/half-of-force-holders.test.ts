import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { halfOfForceHolders } from "./half-of-force-holders.ts";

const holders = (counts: readonly number[], listed: "all" | "with-events" = "all") => {
  const found = halfOfForceHolders(counts, { listed });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

describe("halfOfForceHolders", () => {
  test("counts the fewest that reach half", () => {
    expect(holders([5, 3, 1, 1])).toMatchObject({ units: 1, of: 4, events: 10 });
    expect(holders([4, 3, 2, 1])).toMatchObject({ units: 2, of: 4 });
    expect(holders([1, 1, 1, 1, 1, 1])).toMatchObject({ units: 3, of: 6 });
    expect(holders([0, 0, 7])).toMatchObject({ units: 1, of: 3 });
  });

  for (const listed of ["all", "with-events"] as const)
    for (const mean of [0.3, 1, 4, 30])
      test(`the number by chance is what equal officers show: mean ${mean}, ${listed}`, () => {
        const random = seededRandom(21);
        let units = 0;
        let byChance = 0;
        for (let trial = 0; trial < 60; trial++) {
          const drawn = Array.from({ length: 300 }, () => randomPoisson(mean, random));
          const found = holders(listed === "all" ? drawn : drawn.filter((count) => count > 0), listed);
          units += found.units / 60;
          byChance += found.unitsByChance / 60;
        }
        expect(Math.abs(units - byChance)).toBeLessThan(1 + 0.01 * units);
      });

  test("does not depend on the order, and doubling every unit doubles both numbers", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 60 }), (counts) => {
        if (counts.every((count) => count === 0)) return;
        const found = holders(counts);
        expect(holders([...counts].reverse())).toEqual(found);
        const doubled = holders([...counts, ...counts]);
        expect(Math.abs(doubled.units - 2 * found.units)).toBeLessThanOrEqual(1);
        expect(2 * found.units).toBeLessThanOrEqual(found.of + 1);
      }),
    );
  });

  test("at a million events per officer, chance makes them almost equal", () => {
    expect(holders(new Array<number>(1000).fill(1_000_000)).unitsByChance).toBe(500);
  });

  test("refuses no events and counts that are not counts", () => {
    expect(halfOfForceHolders([0, 0])).toEqual({ reason: "no_events" });
    expect(halfOfForceHolders([])).toEqual({ reason: "no_events" });
    expect(() => holders([1.5])).toThrow("invalid count; must be a whole number, at least 0: 1.5");
    expect(() => holders([0, 2], "with-events")).toThrow("at least 1: 0");
  });
});
