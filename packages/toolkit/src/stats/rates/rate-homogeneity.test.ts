import fc from "fast-check";
import { expect, test } from "vitest";
import { binomialLogProbability } from "../functions/binomial-probability.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { isRefusal } from "../refusal.ts";
import { exactMultinomialPValue } from "./exact-multinomial.ts";
import { rateHomogeneity } from "./rate-homogeneity.ts";

const groups = fc.array(
  fc.record({ count: fc.integer({ min: 0, max: 300 }), exposure: fc.integer({ min: 1, max: 1e5 }) }),
  { minLength: 2, maxLength: 8 },
);

function tested(given: Parameters<typeof rateHomogeneity>[0]) {
  const found = rateHomogeneity(given);
  if (isRefusal(found)) throw new Error(`refused: ${found.reason}`);
  return found;
}

test("order and scale of exposure do not matter, and expected counts add up", () => {
  fc.assert(
    fc.property(groups, (given) => {
      const total = given.reduce((sum, { count }) => sum + count, 0);
      fc.pre(total > 10);
      const one = tested(given);
      const other = tested(given.map(({ count, exposure }) => ({ count, exposure: exposure * 64 })).reverse());
      expect(other.pearson).toBeCloseTo(one.pearson, 6 - Math.ceil(Math.log10(one.pearson + 1)));
      expect(Math.abs(other.likelihoodRatio - one.likelihoodRatio)).toBeLessThan(1e-9 * (1 + one.likelihoodRatio));
      expect(one.expectedCounts.reduce((sum, expected) => sum + expected, 0)).toBeCloseTo(total, 8);
    }),
  );
});

test("the exact p value of two groups is the sum of binomial probabilities", () => {
  const chances = Array.from({ length: 9 }, (_, k) => Math.exp(binomialLogProbability(k, 8, 0.3)));
  const atLeastAsFar = chances.filter((_, k) => Math.abs(k - 2.4) >= Math.abs(6 - 2.4) - 1e-9);
  expect(exactMultinomialPValue([6, 2], [0.3, 0.7])).toBeCloseTo(
    atLeastAsFar.reduce((sum, chance) => sum + chance, 0),
    13,
  );
});

test("an exact p value below α comes up at most that often when rates are equal", () => {
  const random = seededRandom(5);
  const shares = [0.2, 0.3, 0.5];
  const known = new Map<string, number>();
  let alarms = 0;
  for (let draw = 0; draw < 4000; draw++) {
    const counts = [0, 0, 0];
    for (let event = 0; event < 10; event++) {
      const place = random();
      const cell = place < 0.2 ? 0 : place < 0.5 ? 1 : 2;
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    const key = counts.join();
    const p = known.get(key) ?? exactMultinomialPValue(counts, shares) ?? 1;
    known.set(key, p);
    alarms += p <= 0.05 ? 1 : 0;
  }
  expect(alarms / 4000).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 4000));
  expect(alarms).toBeGreaterThan(0);
});

test("the published p value is exact for ten events or fewer, and doubt is told otherwise", () => {
  const few = tested([
    { count: 5, exposure: 10 },
    { count: 5, exposure: 10 },
  ]);
  expect(few).toMatchObject({ exactPValue: 1, p: 1, isDoubtful: false });
  const thin = tested([
    { count: 12, exposure: 1000 },
    { count: 1, exposure: 10 },
  ]);
  expect(thin.exactPValue).toBeUndefined();
  expect(thin).toMatchObject({ isDoubtful: true, p: thin.pearsonPValue });
});

test("too many ways to list give no exact p value", () => {
  expect(exactMultinomialPValue(new Array(30).fill(1), new Array(30).fill(1 / 30))).toBeUndefined();
});

test("what cannot be tested is refused", () => {
  const group = { count: 1, exposure: 1 };
  const none = { count: 0, exposure: 1 };
  expect(rateHomogeneity([group])).toMatchObject({ reason: "too_few_units" });
  expect(rateHomogeneity([group, { count: 0, exposure: 0 }])).toEqual({ reason: "no_exposure" });
  expect(rateHomogeneity([none, none])).toEqual({ reason: "no_events" });
  expect(() => exactMultinomialPValue([1], [0.5, 0.5])).toThrow("invalid shares; must be as many as counts: 2, 1");
});
