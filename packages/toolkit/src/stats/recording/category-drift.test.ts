import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import { type CategoryDrift, categoryDrift } from "./category-drift.ts";

const found = (before: readonly number[], after: readonly number[]): CategoryDrift => {
  const answer = categoryDrift(before, after);
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

// R 4.2.2: chisq.test(rbind(before, after)) and the closed forms.
test("agrees with R", () => {
  const drift = found([120, 80, 40, 0], [30, 90, 45, 60]);
  expect(drift.divergenceBits).toBeCloseTo(0.218162319999335, 13);
  expect(drift.stabilityIndex).toBeCloseTo(1.77936897212128, 12);
  expect(drift.likelihoodRatio).toBeCloseTo(141.39999635391, 10);
  expect(drift.chiSquare).toBeCloseTo(114.517647058824, 10);
  expect(drift.degrees).toBe(3);
  expect((drift.p ?? 0) / 1.88618868233166e-30).toBeCloseTo(1, 9);
  expect(drift).toMatchObject({ appeared: [3], vanished: [] });
});

const mixes = fc
  .array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 8 })
  .filter((pairs) => pairs.some(([was]) => was > 0) && pairs.some(([, is]) => is > 0));
const sides = (pairs: [number, number][]) => [pairs.map(([was]) => was), pairs.map(([, is]) => is)] as const;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

test("the likelihood ratio is the sample size times the weighted divergence of each side from both together", () => {
  fc.assert(
    fc.property(mixes, (pairs) => {
      const [before, after] = sides(pairs);
      const entropy = (counts: readonly number[]) => {
        const total = sum(counts);
        return -sum(counts.map((count) => (count === 0 ? 0 : (count / total) * Math.log(count / total))));
      };
      const both = before.map((count, index) => count + (after[index] ?? 0));
      const weighted = sum(both) * entropy(both) - sum(before) * entropy(before) - sum(after) * entropy(after);
      expect(found(before, after).likelihoodRatio).toBeCloseTo(2 * weighted, 6);
    }),
  );
});

test("is symmetric, blind to the order of categories and to categories that never occur", () => {
  fc.assert(
    fc.property(mixes, (pairs) => {
      const [before, after] = sides(pairs);
      const drift = found(before, after);
      const turned = found([...after].reverse(), [...before].reverse());
      expect(turned.likelihoodRatio).toBeCloseTo(drift.likelihoodRatio, 7);
      expect(turned.chiSquare).toBeCloseTo(drift.chiSquare, 7);
      expect(turned.stabilityIndex).toBeCloseTo(drift.stabilityIndex, 9);
      const padded = found([...before, 0], [...after, 0]);
      expect(padded.degrees).toBe(drift.degrees);
      expect(padded.likelihoodRatio).toBe(drift.likelihoodRatio);
    }),
  );
});

test("small shifts of huge counts keep their digits", () => {
  // With p = ½ ± d on either side: JSD ≈ 2d² / ln 2 bits, G = 2N·JSD in nats = 8·1e9·d² with N = 2e9.
  const drift = found([5e8 + 5, 5e8 - 5], [5e8 - 5, 5e8 + 5]);
  expect(drift.divergenceBits / ((2 * 5e-9 ** 2) / Math.LN2)).toBeCloseTo(1, 6);
  expect(drift.likelihoodRatio).toBeCloseTo(2e-7, 15);
  expect(drift.chiSquare).toBeCloseTo(2e-7, 15);
});

test("one category has no test, an empty side is refused", () => {
  expect(found([3], [4])).toMatchObject({ divergenceBits: 0, likelihoodRatio: 0, degrees: 0 });
  expect(found([3], [4]).p).toBeUndefined();
  expect(categoryDrift([0, 0], [1, 1])).toEqual({ reason: "no_events" });
  expect(() => categoryDrift([1], [1, 2])).toThrow("invalid counts; both need the same categories: 1, 2");
  expect(() => categoryDrift([1, Number.POSITIVE_INFINITY], [1, 2])).toThrow(RangeError);
});
