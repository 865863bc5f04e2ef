import fc from "fast-check";
import { expect, test } from "vitest";
import { normalTail } from "../functions/normal-tail.ts";
import { fisherTest } from "./fisher-test.ts";
import { twoByTwoChiSquare } from "./two-by-two-chi-square.ts";
import { twoByTwoTest } from "./two-by-two-test.ts";
import { twoProportionTest } from "./two-proportion-test.ts";

// Fisher's tea tasting (1935), Agresti (2013), Categorical Data Analysis, section 3.5.2: two-sided p = 0.486.
test("Fisher's test agrees with the lady tasting tea", () => {
  expect(fisherTest({ count: 3, total: 4 }, { count: 1, total: 4 })).toMatchObject({ p: expect.closeTo(34 / 70, 10) });
});

// R's example in ?fisher.test, criminal twins, after Fisher (1962): two-sided p = 0.0005367.
test("Fisher's test agrees with R on the twins", () => {
  const twins = fisherTest({ count: 2, total: 17 }, { count: 10, total: 13 });
  expect(twins).toMatchObject({ p: expect.closeTo(0.0005367241, 9) });
});

// By hand for 1 of 2 against 1 of 2: tables 0, 1, 2 have 1/6, 4/6, 1/6, so the smaller tail is 1/6 + half of 4/6.
test("the mid-p counts the observed table half", () => {
  expect(fisherTest({ count: 1, total: 2 }, { count: 1, total: 2 })).toEqual({ p: 1, midP: 1 });
  const extreme = fisherTest({ count: 2, total: 2 }, { count: 0, total: 2 });
  expect(extreme).toMatchObject({ p: expect.closeTo(2 / 6, 12), midP: expect.closeTo(1 / 6, 12) });
});

// Campbell (2007), Statistics in Medicine 26, 3661–3675: times (N − 1)/N. Yates: half a count nearer in each cell.
test("the corrections are those of the books", () => {
  const [first, reference] = [
    { count: 7, total: 34 },
    { count: 1, total: 34 },
  ];
  expect(twoByTwoChiSquare(first, reference)).toMatchObject({ chiSquare: expect.closeTo(5.1, 12) });
  const smaller = twoByTwoChiSquare(first, reference, { correction: "n-minus-1" });
  expect(smaller).toMatchObject({ chiSquare: expect.closeTo((5.1 * 67) / 68, 12) });
  const yates = twoByTwoChiSquare(first, reference, { correction: "yates" });
  expect(yates).toMatchObject({ chiSquare: expect.closeTo(2 * (2.5 ** 2 / 4 + 2.5 ** 2 / 30), 12) });
});

test("the plain chi-square is the squared score of two shares, and does not care which group comes first", () =>
  fc.assert(
    fc.property(
      fc.tuple(
        fc.integer({ min: 20, max: 1e6 }),
        fc.integer({ min: 20, max: 1e6 }),
        fc.double({ min: 0.3, max: 0.7, noNaN: true }),
      ),
      ([total, otherTotal, part]) => {
        const first = { count: Math.floor(part * total), total };
        const reference = { count: Math.floor(otherTotal / 2), total: otherTotal };
        const score = twoProportionTest(reference, first);
        const answer = twoByTwoChiSquare(first, reference);
        if (!("chiSquare" in answer) || score === undefined) throw new Error("refused");
        expect(Math.abs(answer.chiSquare - score.z ** 2)).toBeLessThan(1e-7 * (1 + score.z ** 2));
        expect(answer.p).toBeCloseTo(normalTail(score.z), 8);
        expect(twoByTwoChiSquare(reference, first)).toMatchObject({ chiSquare: expect.closeTo(answer.chiSquare, 5) });
      },
    ),
  ));

test("chooses the test by the smallest expected count", () => {
  const dense = twoByTwoTest({ count: 7, total: 34 }, { count: 1, total: 34 });
  expect(dense).toMatchObject({ method: "n-minus-1-chi-square", p: expect.closeTo(0.0249839256, 9) });
  const sparse = twoByTwoTest({ count: 1, total: 3 }, { count: 2, total: 900 });
  expect(sparse).toMatchObject({ method: "fisher-mid-p", p: expect.closeTo(0.0099667692, 9) });
});

test("one table only is no evidence, and counts of 1e9 stay bounded", () => {
  expect(fisherTest({ count: 0, total: 20 }, { count: 0, total: 25 })).toEqual({ p: 1, midP: 1 });
  expect(twoByTwoTest({ count: 0, total: 20 }, { count: 0, total: 25 })).toMatchObject({ reason: "no_events" });
  expect(twoByTwoTest({ count: 5, total: 5 }, { count: 25, total: 25 })).toMatchObject({ reason: "zero_cell" });
  const huge = fisherTest({ count: 500_010_000, total: 1e9 }, { count: 5e8, total: 1e9 });
  const score = twoProportionTest({ count: 500_010_000, total: 1e9 }, { count: 5e8, total: 1e9 });
  expect(huge).toMatchObject({ midP: expect.closeTo(score?.p ?? Number.NaN, 6) });
  expect(() => fisherTest({ count: 1.5, total: 3 }, { count: 1, total: 3 })).toThrow("must be a whole number: 1.5");
});
