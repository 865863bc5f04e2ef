import { expect, test } from "vitest";
import { randomBinomial, randomGamma, randomNormal, randomPoisson } from "./random-counts.ts";
import { seededRandom } from "./seeded-random.ts";

const draws = 20_000;

/** Mean and variance of many draws, in standard errors from what they should be. */
function departures(draw: () => number, mean: number, variance: number) {
  const values = Array.from({ length: draws }, draw);
  const average = values.reduce((sum, value) => sum + value, 0) / draws;
  const spread = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws;
  return { mean: Math.abs(average - mean) / Math.sqrt(variance / draws), variance: Math.abs(spread / variance - 1) };
}

test("the same seed gives the same numbers, from 0 up to 1", () => {
  const [one, other] = [seededRandom(7), seededRandom(7)];
  for (let count = 0; count < 1000; count++) {
    const value = one();
    expect(value).toBe(other());
    expect(value >= 0 && value < 1).toBe(true);
  }
  expect(seededRandom(7)()).not.toBe(seededRandom(8)());
});

for (const mean of [0.3, 4, 60, 1e4]) {
  test(`Poisson draws have mean and variance ${mean}`, () => {
    const random = seededRandom(1);
    const found = departures(() => randomPoisson(mean, random), mean, mean);
    expect(found.mean).toBeLessThan(4);
    expect(found.variance).toBeLessThan(0.06);
  });
}

for (const { trials, chance } of [
  { trials: 12, chance: 0.1 },
  { trials: 5000, chance: 0.7 },
]) {
  test(`binomial draws of ${trials} at ${chance} have the right mean and variance`, () => {
    const random = seededRandom(2);
    const variance = trials * chance * (1 - chance);
    const found = departures(() => randomBinomial({ trials, chance }, random), trials * chance, variance);
    expect(found.mean).toBeLessThan(4);
    expect(found.variance).toBeLessThan(0.06);
  });
}

for (const shape of [0.4, 3, 200]) {
  test(`gamma draws of shape ${shape} have mean and variance ${shape}`, () => {
    const random = seededRandom(3);
    const found = departures(() => randomGamma(shape, random), shape, shape);
    expect(found.mean).toBeLessThan(4);
    expect(found.variance).toBeLessThan(0.1);
  });
}

test("normal draws have mean 0 and variance 1", () => {
  const random = seededRandom(4);
  const found = departures(() => randomNormal(random), 0, 1);
  expect(found.mean).toBeLessThan(4);
  expect(found.variance).toBeLessThan(0.06);
});

test("impossible arguments are refused", () => {
  expect(() => seededRandom(0.5)).toThrow("invalid seed; must be a whole number: 0.5");
  expect(() => randomPoisson(-1, Math.random)).toThrow("invalid mean; not in [0, 1e12]: -1");
  expect(() => randomBinomial({ trials: 1, chance: 2 }, Math.random)).toThrow("invalid chance; not in [0, 1]: 2");
  expect(() => randomGamma(0, Math.random)).toThrow("invalid shape; must be positive: 0");
});
