import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { categoryDivergence } from "./category-divergence.ts";

test("the same mix is 0 bits apart, mixes with nothing in common 1 bit", () => {
  expect(categoryDivergence([2, 4, 6], [1, 2, 3])).toBeCloseTo(0, 12);
  expect(categoryDivergence([5, 0], [0, 5])).toBe(1);
  expect(categoryDivergence([0, 0], [1, 1])).toBeUndefined();
});

test("it is symmetric, within 0 and 1, and blind to the order of categories", () => {
  const pairs = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(pairs, (counts) => {
      const before = counts.map(([count]) => count);
      const after = counts.map(([, count]) => count);
      const bits = categoryDivergence(before, after);
      if (bits === undefined) return;
      expect(bits).toBeGreaterThanOrEqual(0);
      expect(bits).toBeLessThanOrEqual(1);
      expect(categoryDivergence(after, before)).toBeCloseTo(bits, 12);
      expect(categoryDivergence([...before].reverse(), [...after].reverse())).toBeCloseTo(bits, 12);
    }),
  );
});

test("counts of different categories are refused", () => {
  expect(() => categoryDivergence([1], [1, 2])).toThrow("invalid counts; both need the same categories: 1, 2");
  expect(() => categoryDivergence([-1], [1])).toThrow(RangeError);
});

const oracle = new URL("../../../../../shared/methods/oracles/category_drift.json", import.meta.url);
describe.skipIf(!existsSync(oracle))("the category_drift oracle (skipped where the shared folder is absent)", () => {
  const cases = existsSync(oracle) ? JSON.parse(readFileSync(oracle, "utf8")).cases : [];
  for (const { id, input, expected } of cases) {
    test(id, () => {
      expect(categoryDivergence(input.before, input.after)).toBeCloseTo(expected.jsd_bits, 11);
    });
  }
});
