import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { funnelLimits } from "./funnel-limits.ts";

const limits = (target: number, exposure: number, level: number) => {
  const found = funnelLimits(target, exposure, { level });
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

// R 4.2.2, ppois and qpois, by the formula of Spiegelhalter (2005), appendix A.1.1.
const computed = [
  { target: 0.03, exposure: 100, level: 0.95, low: 0, high: 0.0639384016485789 },
  { target: 1.2, exposure: 7.5, level: 0.998, low: 0.105230873001117, high: 2.5454307375013 },
  { target: 2e-4, exposure: 5e8, level: 0.95, low: 0.000198760357183885, high: 0.000201239537314575 },
];
for (const { target, exposure, level, low, high } of computed) {
  test(`the ${level} limits at target ${target} and exposure ${exposure} agree with R`, () => {
    const found = limits(target, exposure, level);
    expect(found.low).toBeCloseTo(low, 10);
    expect(found.high).toBeCloseTo(high, 10);
  });
}

test("units that share the target fall outside as often as the level says", () => {
  const random = seededRandom(11);
  for (const level of [0.95, 0.998]) {
    const { low, high } = limits(0.2, 2000, level);
    let outside = 0;
    for (let draw = 0; draw < 20_000; draw++) {
      const rate = randomPoisson(400, random) / 2000;
      if (rate < low || rate > high) outside += 1;
    }
    const expected = 20_000 * (1 - level);
    expect(Math.abs(outside - expected)).toBeLessThan(
      4 * Math.sqrt(expected) + 0.003 * 20_000 * (level === 0.95 ? 1 : 0.1),
    );
  }
});

test("limits hold the target, narrow with exposure and widen with the level", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 5, noNaN: true }),
      fc.integer({ min: 1000, max: 100_000 }),
      (target, e) => {
        const inner = limits(target, 10 * e, 0.95);
        const outer = limits(target, 10 * e, 0.998);
        const more = limits(target, 40 * e, 0.95);
        expect(inner.low).toBeLessThan(target);
        expect(inner.high).toBeGreaterThan(target);
        expect(outer.low).toBeLessThanOrEqual(inner.low);
        expect(outer.high).toBeGreaterThanOrEqual(inner.high);
        expect(more.high - more.low).toBeLessThan(inner.high - inner.low);
      },
    ),
    { numRuns: 50 },
  );
});

test("a unit without exposure has no limits, and a target of 0 leaves none above it", () => {
  expect(funnelLimits(0.1, 0)).toEqual({ reason: "no_exposure" });
  expect(funnelLimits(0, 50)).toEqual({ low: 0, high: 0 });
});

test("impossible arguments are refused", () => {
  expect(() => funnelLimits(-1, 5)).toThrow("invalid target; must be finite and not negative: -1");
  expect(() => funnelLimits(1, Number.NaN)).toThrow("invalid exposure");
  expect(() => funnelLimits(1, 5, { level: 1 })).toThrow("invalid level; not in (0, 1): 1");
});
