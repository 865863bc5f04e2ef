import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import type { AgreementEstimate } from "./agreement-estimate.ts";
import type { AgreementTable } from "./agreement-table.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { gwetAc1 } from "./gwet-ac1.ts";

const estimate = (found: ReturnType<typeof cohenKappa>): AgreementEstimate => {
  if (isRefusal(found)) throw new Error(`refused: ${found.reason}`);
  return found;
};

// Fleiss & Paik (2003), as the documentation of R's statpsych::ci.kappa(.05, 31, 12, 4, 58) prints it.
test("kappa agrees with statpsych's published two-category example", () => {
  const { value, standardError, interval } = estimate(
    cohenKappa([
      [31, 12],
      [4, 58],
    ]),
  );
  expect(value).toBeCloseTo(0.6756757, 7);
  expect(standardError).toBeCloseTo(0.07344761, 8);
  expect(interval?.low).toBeCloseTo(0.531721, 6);
  expect(interval?.high).toBeCloseTo(0.8196303, 7);
});

// Abstractors' example of Gwet (2014), as the overview of R's irrCAC prints it.
const abstractors = [
  [13, 0, 0],
  [0, 20, 7],
  [0, 4, 56],
];
test("both agree with the abstractors' example of irrCAC", () => {
  const kappa = estimate(cohenKappa(abstractors));
  expect(kappa.value).toBeCloseTo(0.7964094, 7);
  expect(kappa.standardError).toBeCloseTo(0.05891072, 7);
  const ac1 = estimate(gwetAc1(abstractors));
  expect(ac1.value).toBeCloseTo(0.8493305, 7);
  expect(ac1.standardError).toBeCloseTo(0.04321747, 8);
  expect([ac1.interval?.low.toFixed(3), ac1.interval?.high.toFixed(3)]).toEqual(["0.764", "0.935"]);
});

// Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, Table 18.1: 100 diagnoses, κ = 0.68.
test("kappa agrees with the diagnoses of Fleiss", () => {
  const { value, agreed, expected } = estimate(
    cohenKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ]),
  );
  expect(agreed).toBeCloseTo(0.89, 12);
  expect(expected).toBeCloseTo(0.66, 12);
  expect(value.toFixed(2)).toBe("0.68");
});

test("where 118 of 125 are a common yes, kappa is below 0 and AC1 stays high: the paradox AC1 was made for", () => {
  const paradox = [
    [118, 5],
    [2, 0],
  ];
  expect(estimate(cohenKappa(paradox)).value).toBeCloseTo((0.944 - 0.94528) / (1 - 0.94528), 12);
  expect(estimate(gwetAc1(paradox)).value).toBeCloseTo((0.944 - 0.054432) / (1 - 0.054432), 12);
});

test("the error of kappa by leaving out one item at a time comes to the same", () => {
  const table = [
    [40, 9, 3],
    [6, 30, 5],
    [2, 7, 48],
  ];
  for (const measure of [cohenKappa, gwetAc1]) {
    const whole = estimate(measure(table));
    const leftOut = table.flatMap((row, i) =>
      row.flatMap((count, j) => {
        const smaller = table.map((cells, k) => cells.map((cell, l) => (k === i && l === j ? cell - 1 : cell)));
        return Array.from({ length: count }, () => estimate(measure(smaller)).value);
      }),
    );
    const total = leftOut.length;
    const mean = leftOut.reduce((sum, value) => sum + value, 0) / total;
    const variance = ((total - 1) / total) * leftOut.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(Math.sqrt(variance) / whole.standardError).toBeGreaterThan(0.98);
    expect(Math.sqrt(variance) / whole.standardError).toBeLessThan(1.02);
  }
});

test("nothing to rate, one item, one category: refused with a reason; all agreed: no range", () => {
  expect(
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: "no_exposure" });
  expect(
    gwetAc1([
      [1, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: "too_few_units" });
  expect(
    cohenKappa([
      [9, 0],
      [0, 0],
    ]),
  ).toMatchObject({ reason: "no_heterogeneity" });
  expect(
    cohenKappa([
      [5, 0],
      [0, 3],
    ]),
  ).toEqual({ value: 1, agreed: 1, expected: 0.53125, total: 8, standardError: 0 });
  expect(
    estimate(
      gwetAc1([
        [5, 0],
        [0, 3],
      ]),
    ).interval,
  ).toBeUndefined();
});

test("tables that no caller should pass are thrown back", () => {
  expect(() => cohenKappa([[1]])).toThrow("invalid table; must have at least two categories: 1");
  expect(() => gwetAc1([[1, 2], [3]])).toThrow("invalid table; must be square: 2 × 1");
  expect(() =>
    cohenKappa([
      [1, -2],
      [3, 0],
    ]),
  ).toThrow("invalid table; counts must be whole numbers, 0 or more: -2");
  expect(() =>
    gwetAc1(
      [
        [1, 2],
        [3, 0],
      ],
      { level: 1 },
    ),
  ).toThrow(RangeError);
});

const square = fc
  .integer({ min: 2, max: 5 })
  .chain((size) =>
    fc.array(fc.array(fc.nat(1e6), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }),
  );
const turned = (table: AgreementTable): number[][] => table.map((_, index) => table.map((row) => row[index] ?? 0));

test("neither depends on who is called first or on the order of the categories", () => {
  fc.assert(
    fc.property(square, (table) => {
      for (const measure of [cohenKappa, gwetAc1]) {
        const one = measure(table);
        const reversed = table.map((row) => row.toReversed()).toReversed();
        for (const other of [measure(turned(table)), measure(reversed)]) {
          if (isRefusal(one)) return expect(isRefusal(other)).toBe(true);
          expect(estimate(other).value).toBeCloseTo(one.value, 9);
          expect(estimate(other).standardError).toBeCloseTo(one.standardError, 6);
        }
      }
    }),
  );
});

test("no value above 1, 1 only where all agree, and the range holds the value", () => {
  fc.assert(
    fc.property(square, (table) => {
      for (const measure of [cohenKappa, gwetAc1]) {
        const found = measure(table);
        if (isRefusal(found)) continue;
        expect(found.value).toBeLessThanOrEqual(1 + 1e-12);
        expect(found.value > 1 - 1e-12).toBe(found.agreed > 1 - 1e-12);
        if (found.interval === undefined) continue;
        expect(found.interval.low).toBeLessThanOrEqual(found.value);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value);
      }
    }),
  );
});
