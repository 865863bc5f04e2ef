import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomGamma, randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { gammaPoisson } from "./gamma-poisson.ts";
import { gammaPoissonFit } from "./gamma-poisson-fit.ts";
import { gammaPosterior, probabilityRateAbove } from "./gamma-posterior.ts";
import type { UnitCount } from "./unit-count.ts";

const shrunken = (units: readonly UnitCount[], options = {}) => {
  const found = gammaPoisson(units, options);
  if (isRefusal(found)) throw new Error(found.reason);
  return found;
};

function simulate(length: number, shape: number, seed: number) {
  const random = seededRandom(seed);
  return Array.from({ length }, () => {
    const exposure = 20 + 180 * random();
    const rate = (0.06 * randomGamma(shape, random)) / shape;
    return { exposure, rate, count: randomPoisson(exposure * rate, random) };
  });
}

describe("gammaPoissonFit", () => {
  // R 4.2.2, MASS::glm.nb(y ~ 1 + offset(log(e))).
  test("agrees with the negative binomial regression of R", () => {
    const counts = [12, 7, 25, 3, 0, 40, 9, 14, 5, 18];
    const exposures = [300, 250, 420, 90, 60, 510, 310, 280, 150, 400];
    const fit = gammaPoissonFit(counts.map((count, place) => ({ count, exposure: exposures[place] ?? 0 })));
    if (isRefusal(fit)) throw new Error(fit.reason);
    expect(fit.shape).toBeCloseTo(12.9348225350256, 6);
    expect(fit.shape / fit.rate).toBeCloseTo(0.044824651984075, 9);
  });

  test("finds the spread that was put in, at counts of a billion too", () => {
    const random = seededRandom(2);
    const units = Array.from({ length: 60 }, () => {
      const exposure = 1e9 * (1 + random());
      return { exposure, count: Math.round((exposure * randomGamma(1e6, random)) / 1e6) };
    });
    const fit = gammaPoissonFit(units);
    if (isRefusal(fit)) throw new Error(fit.reason);
    expect(Math.abs(Math.log(fit.shape / 1e6))).toBeLessThan(0.6);
  });

  test("says so where units differ no more than chance would make them", () => {
    const equal = [10, 10, 11, 10, 9, 10].map((count) => ({ count, exposure: 1 }));
    expect(gammaPoissonFit(equal)).toMatchObject({ reason: "no_heterogeneity", meanRate: 10 });
  });

  test("refuses too little, no events and counts without exposure", () => {
    expect(gammaPoissonFit([{ count: 1, exposure: 1 }])).toMatchObject({ reason: "too_few_units" });
    expect(
      gammaPoissonFit([
        { count: 0, exposure: 1 },
        { count: 0, exposure: 2 },
      ]),
    ).toEqual({ reason: "no_events" });
    expect(
      gammaPoissonFit([
        { count: 4, exposure: 0 },
        { count: 2, exposure: 2 },
      ]),
    ).toEqual({ reason: "no_exposure" });
    expect(() => gammaPoissonFit([{ count: 1, exposure: Number.NaN }])).toThrow("invalid exposure");
  });
});

describe("gammaPoisson", () => {
  test("puts every mean between the unit's own rate and the mean of all", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 200 })), { minLength: 3 }), (rows) => {
        const units = rows.map(([count, exposure]) => ({ count, exposure }));
        const found = gammaPoisson(units);
        if (isRefusal(found)) return;
        found.units.forEach((unit, place) => {
          const own = (units[place]?.count ?? 0) / (units[place]?.exposure ?? 1);
          const slack = 1e-9 * (own + found.meanRate);
          expect(unit.mean).toBeGreaterThanOrEqual(Math.min(own, found.meanRate) - slack);
          expect(unit.mean).toBeLessThanOrEqual(Math.max(own, found.meanRate) + slack);
          expect(unit.interval.low).toBeLessThanOrEqual(unit.mean);
          expect(unit.interval.high).toBeGreaterThanOrEqual(unit.median);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("does not depend on the order of units, nor on the unit of exposure", () => {
    const units = simulate(40, 3, 8);
    const found = shrunken(units);
    const reversed = shrunken([...units].reverse());
    const scaled = shrunken(units.map(({ count, exposure }) => ({ count, exposure: exposure / 1000 })));
    expect(reversed.shape).toBeCloseTo(found.shape, 9);
    expect(scaled.shape).toBeCloseTo(found.shape, 6);
    expect(scaled.meanRate / found.meanRate).toBeCloseTo(1000, 6);
    expect(reversed.units.at(-1)?.mean).toBeCloseTo(found.units[0]?.mean ?? 0, 10);
  });

  test("its intervals hold the true rates about as often as they say", () => {
    const units = simulate(2000, 3, 9);
    const { units: found } = shrunken(units, { level: 0.9 });
    const held = found.filter(({ interval }, place) => {
      const rate = units[place]?.rate ?? 0;
      return interval.low <= rate && rate <= interval.high;
    });
    expect(held.length / units.length).toBeGreaterThan(0.88);
    expect(held.length / units.length).toBeLessThan(0.92);
  });

  test("a unit without exposure keeps what all units say", () => {
    const found = shrunken([...simulate(40, 3, 10), { count: 0, exposure: 0 }]);
    expect(found.units.at(-1)?.mean).toBeCloseTo(found.meanRate, 12);
    expect(found.units.at(-1)?.ownWeight).toBe(0);
  });
});

describe("gammaPosterior", () => {
  test("agrees with the exponential distribution, which has closed quantiles", () => {
    const { median, interval } = gammaPosterior({ count: 0, exposure: 3 }, { shape: 1, rate: 2 });
    expect(median).toBeCloseTo(Math.LN2 / 5, 12);
    expect(interval.low).toBeCloseTo(-Math.log1p(-0.025) / 5, 12);
    expect(probabilityRateAbove(0.4, { count: 0, exposure: 3 }, { shape: 1, rate: 2 })).toBeCloseTo(Math.exp(-2), 12);
  });

  test("refuses impossible arguments", () => {
    expect(() => gammaPosterior({ count: 1, exposure: 1 }, { shape: 0, rate: 1 })).toThrow("invalid shape");
    expect(() => gammaPosterior({ count: 1, exposure: 1 }, { shape: 1, rate: 1 }, { level: 0 })).toThrow(
      "invalid level",
    );
    expect(() => probabilityRateAbove(-1, { count: 1, exposure: 1 }, { shape: 1, rate: 1 })).toThrow("invalid limit");
  });
});
