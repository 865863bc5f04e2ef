import fc from "fast-check";
import { expect, test } from "vitest";
import { dispersionTests, negativeBinomialTest } from "./dispersion-tests.ts";
import { likelihoodRatioTest, quasiTest, waldTest } from "./model-comparison.ts";

test("a Wald test of one coefficient is its squared z; of several it does not depend on their order", () => {
  expect(waldTest([3], [[4]])).toMatchObject({ statistic: 2.25, degrees: 1 });
  const forward = waldTest(
    [1, 2],
    [
      [2, 0.5],
      [0.5, 1],
    ],
  );
  const backward = waldTest(
    [2, 1],
    [
      [1, 0.5],
      [0.5, 2],
    ],
  );
  expect(forward).toEqual({
    ...backward,
    statistic: expect.closeTo("statistic" in backward ? backward.statistic : 0, 12),
  });
  expect(
    waldTest(
      [1, 1],
      [
        [1, 1],
        [1, 1],
      ],
    ),
  ).toMatchObject({ reason: "aliased" });
  expect(() => waldTest([1], [])).toThrow("invalid covariance; must be 1 by 1: 0");
});

test("with dispersion 1 and many rows the F test nears the likelihood ratio", () => {
  const smaller = { logLikelihood: -512, parameters: 3 };
  const larger = { logLikelihood: -509, parameters: 5 };
  const ratio = likelihoodRatioTest(smaller, larger);
  const quasi = quasiTest(smaller, larger, { dispersion: 1, observations: 1e7 });
  expect("p" in ratio && "p" in quasi ? ratio.p / quasi.p : Number.NaN).toBeCloseTo(1, 5);
  expect(likelihoodRatioTest(larger, smaller)).toMatchObject({ reason: "aliased" });
  expect(quasiTest(smaller, larger, { dispersion: 1, observations: 5 })).toMatchObject({ reason: "too_few_units" });
});

test("a larger model can only do better: a difference below 0 is p = 1, not an error", () => {
  const answer = likelihoodRatioTest(
    { logLikelihood: -10, parameters: 1 },
    { logLikelihood: -10.0000001, parameters: 2 },
  );
  expect(answer).toMatchObject({ p: 1 });
});

// AER 1.2-10: dispersiontest(glm(y ~ x, family = poisson)) on the counts below: z = 2.0643, p = 0.01949, dispersion 4.341568.
test("agrees with AER's Cameron–Trivedi test", () => {
  const y = [3, 5, 0, 9, 2, 14, 8, 4, 20, 1, 6, 7];
  const fitted = y.map((_, row) => (row < 6 ? 33 / 6 : 46 / 6));
  const tests = dispersionTests({ y, fitted }, 10);
  if ("reason" in tests) throw new Error(tests.reason);
  expect(tests.cameronTrivedi?.z).toBeCloseTo(2.0643, 4);
  expect(tests.cameronTrivedi?.dispersion).toBeCloseTo(4.341568, 6);
});

test("tests of scatter do not depend on the order of rows; what cannot be calculated is null or refused", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 3, maxLength: 30 }), (y) => {
      const fitted = y.map((_, row) => 1 + ((row * 7) % 5));
      const turned = dispersionTests({ y: [...y].reverse(), fitted: [...fitted].reverse() }, y.length - 1);
      const tests = dispersionTests({ y, fitted }, y.length - 1);
      if ("reason" in tests || "reason" in turned) throw new Error("refused");
      expect(turned.dean).toBeCloseTo(tests.dean, 9);
      expect(turned.pearson?.ratio).toBeCloseTo(tests.pearson?.ratio ?? Number.NaN, 9);
    }),
    { numRuns: 40 },
  );
  expect(dispersionTests({ y: [3, 3], fitted: [2, 2] }, 0)).toMatchObject({ pearson: null, cameronTrivedi: null });
  expect(dispersionTests({ y: [3], fitted: [2] }, 1)).toMatchObject({ reason: "too_few_units" });
  expect(() => dispersionTests({ y: [3], fitted: [0] }, 1)).toThrow("invalid fitted; must be positive: 0");
});

test("a negative binomial that does no better has p = ½", () => {
  expect(negativeBinomialTest({ poisson: -10, negativeBinomial: -10.01 })).toEqual({ statistic: 0, p: 0.5 });
});
