import { expect, test } from "vitest";
import { missingnessAssociation } from "./missingness-association.ts";

// R 4.2.2: chisq.test(correct = FALSE), fisher.test, and Bergsma's V by its formula.
test("agrees with R where expected counts are large", () => {
  const found = missingnessAssociation([
    { missing: 10, total: 200 },
    { missing: 40, total: 300 },
    { missing: 12, total: 250 },
  ]);
  expect(found.shares[0]).toBe(0.05);
  expect(found.chiSquare).toBeCloseTo(16.9319673668417, 10);
  expect(found.p).toBeCloseTo(0.000210508677287961, 14);
  expect(found.cramerV).toBeCloseTo(0.150252974975946, 12);
  expect(found.correctedCramerV).toBeCloseTo(0.141181944517316, 12);
  expect(found.isSparse).toBe(false);
  expect(found.exactP).toBeUndefined();
});

test("gives the exact p in sparse tables", () => {
  const found = missingnessAssociation([
    { missing: 0, total: 12 },
    { missing: 2, total: 15 },
    { missing: 1, total: 9 },
  ]);
  expect(found.isSparse).toBe(true);
  expect(found.exactP).toBeCloseTo(0.457983193277311, 12);
  expect(found.correctedCramerV).toBe(0);
});

test("says nothing of association when nothing is missing, and leaves out groups without records", () => {
  const none = missingnessAssociation([
    { missing: 0, total: 10 },
    { missing: 0, total: 20 },
  ]);
  expect(none).toEqual({ shares: [0, 0], isSparse: true, exactP: 1 });
  const groups = [
    { missing: 10, total: 200 },
    { missing: 40, total: 300 },
  ];
  const withEmpty = missingnessAssociation([...groups, { missing: 0, total: 0 }]);
  expect({ ...withEmpty, shares: [] }).toEqual({ ...missingnessAssociation(groups), shares: [] });
  expect(withEmpty.shares[2]).toBeUndefined();
});

test("keeps its digits at counts of a billion", () => {
  const half = missingnessAssociation([
    { missing: 500_000_000, total: 1e9 },
    { missing: 500_100_000, total: 1e9 },
  ]);
  // (gap/n)² · N / (s(1 − s)) with both groups alike: 2e9 · (5e-5)² / 0.25 nearly.
  const share = 1_000_100_000 / 2e9;
  expect(half.chiSquare).toBeCloseTo((2 * 50_000 ** 2) / 1e9 / (share * (1 - share)), 9);
});
