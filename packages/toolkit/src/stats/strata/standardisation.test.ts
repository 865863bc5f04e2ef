import fc from "fast-check";
import { expect, test } from "vitest";
import { randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { directlyStandardisedRate } from "./directly-standardised-rate.ts";
import { indirectlyStandardisedRatio } from "./indirectly-standardised-ratio.ts";
import { standardisedRateRatio } from "./standardised-rate-ratio.ts";

// Garwood (1936), Biometrika 28, 437–442: exact limits of a Poisson count at 95%.
const garwood = [
  { count: 0, low: 0, high: 3.689 },
  { count: 1, low: 0.02532, high: 5.572 },
  { count: 10, low: 4.795, high: 18.39 },
];

for (const { count, low, high } of garwood)
  test(`both standardised intervals are Garwood's for ${count} events when nothing is standardised`, () => {
    const direct = directlyStandardisedRate([
      { count, exposure: 100, weight: 1 },
      { count: 0, exposure: 300, weight: 3 },
    ]);
    const indirect = indirectlyStandardisedRatio(count, [{ exposure: 5, standardCount: 10, standardExposure: 50 }]);
    if (isRefusal(direct) || isRefusal(indirect)) throw new Error("refused");
    for (const limit of [direct.interval.low * 400, indirect.interval.low])
      expect(limit.toPrecision(4)).toBe(low.toPrecision(4));
    for (const limit of [direct.interval.high * 400, indirect.interval.high])
      expect(limit.toPrecision(4)).toBe(high.toPrecision(4));
  });

const strata = fc.array(
  fc.record({
    count1: fc.integer({ min: 1, max: 500 }),
    exposure1: fc.integer({ min: 500, max: 1e6 }),
    count0: fc.integer({ min: 1, max: 500 }),
    exposure0: fc.integer({ min: 500, max: 1e6 }),
    weight: fc.integer({ min: 1, max: 1000 }),
  }),
  { minLength: 1, maxLength: 8 },
);

test("neither the order of strata nor the scale of weights matters; the ratio is that of the two rates", () =>
  fc.assert(
    fc.property(strata, (list) => {
      const ratio = standardisedRateRatio(list);
      const again = standardisedRateRatio([...list].reverse().map((each) => ({ ...each, weight: each.weight * 7 })));
      const first = directlyStandardisedRate(
        list.map((each) => ({ count: each.count1, exposure: each.exposure1, weight: each.weight })),
      );
      const other = directlyStandardisedRate(
        list.map((each) => ({ count: each.count0, exposure: each.exposure0, weight: each.weight })),
      );
      if (isRefusal(ratio) || isRefusal(again) || isRefusal(first) || isRefusal(other)) throw new Error("refused");
      expect(again.interval.low / ratio.interval.low).toBeCloseTo(1, 10);
      expect(first.rate / other.rate / ratio.ratio).toBeCloseTo(1, 10);
      expect(first.interval.low).toBeLessThan(first.rate);
      expect(first.interval.high).toBeGreaterThan(first.rate);
    }),
  ));

test("weights like the group's own exposure give the crude rate", () => {
  const answer = directlyStandardisedRate(
    [
      { count: 3, exposure: 9000, weight: 9000 },
      { count: 41, exposure: 22000, weight: 22000 },
    ],
    { per: 1000 },
  );
  if (isRefusal(answer)) throw new Error(answer.reason);
  expect(answer.rate).toBeCloseTo(answer.crudeRate, 12);
  expect(answer.rate).toBeCloseTo(44 / 31, 12);
});

// By hand: expected 20·0.1 + 10·0.5 = 7; excess 5; Poisson P(X ≥ 12 | 7) = 0.05335, doubled.
test("observed over expected, with the excess and the central exact p", () => {
  const answer = indirectlyStandardisedRatio(12, [
    { exposure: 20, standardCount: 10, standardExposure: 100 },
    { exposure: 10, standardCount: 50, standardExposure: 100 },
  ]);
  expect(answer).toMatchObject({ expected: 7, excess: 5, ratio: 12 / 7, p: expect.closeTo(2 * 0.05335, 4) });
});

test("says why nothing can be standardised", () => {
  expect(directlyStandardisedRate([{ count: 0, exposure: 0, weight: 1 }])).toMatchObject({ reason: "no_exposure" });
  expect(directlyStandardisedRate([{ count: -1, exposure: 5, weight: 1 }])).toEqual({ reason: "negative_input" });
  expect(() => directlyStandardisedRate([])).toThrow("invalid weights; one at least must be positive: 0");
  expect(() => directlyStandardisedRate([{ count: 1, exposure: 5, weight: -1 }])).toThrow("invalid weight;");
  const none = { count1: 1, exposure1: 50, count0: 0, exposure0: 50, weight: 1 };
  expect(standardisedRateRatio([none])).toEqual({ reason: "no_reference_events" });
  expect(standardisedRateRatio([{ ...none, count1: 0, count0: 2 }])).toEqual({ reason: "no_events" });
  expect(indirectlyStandardisedRatio(3, [])).toEqual({ reason: "no_reference_events" });
  expect(indirectlyStandardisedRatio(3, [{ exposure: 5, standardCount: 0, standardExposure: 0 }])).toMatchObject({
    reason: "no_overlap",
  });
  expect(() => indirectlyStandardisedRatio(1.5, [])).toThrow("invalid observed; must be a whole number: 1.5");
});

test("over 2,000 seeded draws the gamma interval covers at least 95%, and the ratio's 95%, within Monte-Carlo error", () => {
  const random = seededRandom(23);
  const rates = [0.002, 0.006, 0.003];
  const exposures = [9000, 5000, 16000];
  const weights = [0.3, 0.3, 0.4];
  const truth = rates.reduce((sum, rate, index) => sum + rate * (weights[index] ?? 0), 0);
  const draws = 2000;
  const covered = { rate: 0, ratio: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const list = rates.map((rate, index) => ({
      count1: randomPoisson(rate * (exposures[index] ?? 0), random),
      exposure1: exposures[index] ?? 0,
      count0: randomPoisson((rate / 2) * 30000, random),
      exposure0: 30000,
      weight: weights[index] ?? 0,
    }));
    const rate = directlyStandardisedRate(
      list.map((each) => ({ count: each.count1, exposure: each.exposure1, weight: each.weight })),
    );
    const ratio = standardisedRateRatio(list);
    if (isRefusal(rate) || isRefusal(ratio)) throw new Error("refused");
    covered.rate += rate.interval.low <= truth && truth <= rate.interval.high ? 1 : 0;
    covered.ratio += ratio.interval.low <= 2 && 2 <= ratio.interval.high ? 1 : 0;
  }
  const error = 3 * Math.sqrt((0.95 * 0.05) / draws);
  expect(covered.rate / draws).toBeGreaterThan(0.95 - error);
  expect(Math.abs(covered.ratio / draws - 0.95)).toBeLessThan(error);
});
