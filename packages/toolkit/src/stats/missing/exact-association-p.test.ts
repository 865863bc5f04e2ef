import fc from "fast-check";
import { expect, test } from "vitest";
import { exactAssociationP, type GroupCount } from "./exact-association-p.ts";

// R 4.2.2: fisher.test(rbind(m, n - m), workspace = 2e8)$p.value
const fromR = [
  { counts: [0, 2, 1], totals: [12, 15, 9], p: 0.457983193277311 },
  { counts: [6, 1, 19, 14, 0, 3], totals: [19, 37, 26, 23, 29, 35], p: 2.2268945042029e-15 },
  { counts: [3, 2, 0, 12, 0, 6, 3], totals: [389, 194, 203, 333, 170, 377, 61], p: 0.00140748319630245 },
];
for (const { counts, totals, p } of fromR)
  test(`agrees with R's Fisher test for ${counts} of ${totals}`, () => {
    const found = exactAssociationP(counts.map((count, index) => ({ count, total: totals[index] ?? 0 })));
    expect((found ?? 0) / p).toBeCloseTo(1, 9);
  });

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

/** Every table with the same totals, one by one. */
function sumOfEveryTable(groups: readonly GroupCount[]): number {
  const marked = groups.reduce((sum, { count }) => sum + count, 0);
  let tables: { readonly left: number; readonly ways: number }[] = [{ left: marked, ways: 1 }];
  for (const { total } of groups)
    tables = tables.flatMap(({ left, ways }) =>
      Array.from({ length: Math.min(left, total) + 1 }, (_, count) => ({
        left: left - count,
        ways: ways * choose(total, count),
      })),
    );
  const complete = tables.filter(({ left }) => left === 0).map(({ ways }) => ways);
  const observed = groups.reduce((ways, { count, total }) => ways * choose(total, count), 1);
  const all = complete.reduce((sum, ways) => sum + ways, 0);
  return complete.filter((ways) => ways <= observed * (1 + 1e-7)).reduce((sum, ways) => sum + ways, 0) / all;
}

const groups = fc.array(
  fc.tuple(fc.nat(8), fc.nat(8)).map(([count, rest]) => ({ count, total: count + rest })),
  { minLength: 1, maxLength: 4 },
);

test("is the sum over every table that is no more likely", () => {
  fc.assert(
    fc.property(groups, (table) => {
      expect(exactAssociationP(table)).toBeCloseTo(sumOfEveryTable(table), 9);
    }),
    { numRuns: 300 },
  );
});

test("huge groups with few marked are summed, and hopeless ones are given up in time", () => {
  const huge = [1e9, 1e8, 5e8].map((total, index) => ({ count: index === 0 ? 0 : index, total }));
  // Draws from groups so large are as good as independent: the same sum over multinomial probabilities.
  const shares = huge.map(({ total }) => total / 1.6e9);
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const probability = (counts: readonly number[]) =>
    counts.reduce((ways, count, index) => (ways * (shares[index] ?? 0) ** count) / factorial(count), 6);
  const outcomes = [0, 1, 2, 3]
    .flatMap((a) => [0, 1, 2, 3].map((b) => [a, b, 3 - a - b]))
    .filter(([, , c = 0]) => c >= 0);
  const asLikely = outcomes.map(probability).filter((one) => one <= probability([0, 1, 2]) * (1 + 1e-7));
  expect(exactAssociationP(huge)).toBeCloseTo(
    asLikely.reduce((sum, one) => sum + one, 0),
    6,
  );
  const hopeless = Array.from({ length: 12 }, (_, index) => ({ count: 200 + index, total: 20_000 + 977 * index }));
  expect(exactAssociationP(hopeless)).toBeUndefined();
});

test("fractions and counts beyond the total are refused", () => {
  expect(() => exactAssociationP([{ count: 1.5, total: 3 }])).toThrow(
    "invalid count; not a whole number in [0, 3]: 1.5",
  );
  expect(() => exactAssociationP([{ count: 4, total: 3 }])).toThrow(RangeError);
});
