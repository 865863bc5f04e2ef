import fc from "fast-check";
import { expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { negativeBinomialRegression } from "./negative-binomial-regression.ts";
import { negativeBinomialTheta } from "./negative-binomial-theta.ts";
import { poissonRegression } from "./poisson-regression.ts";
import type { RegressionFit } from "./regression-fit.ts";

const withOne = (x: readonly number[]) =>
  designMatrix([
    { name: "one", values: x.map(() => 1) },
    { name: "x", values: x },
  ]);

function fitted(answer: RegressionFit | Refusal): RegressionFit {
  if (isRefusal(answer)) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

// R 4.2.2, MASS 7.3-58.2: glm.nb(y ~ x, control = glm.control(epsilon = 1e-13, maxit = 200)).
const scattered = { design: withOne([0, 0, 0, 0, 0, 1, 1, 1, 1, 1]), y: [0, 4, 9, 1, 30, 2, 7, 0, 3, 12] };

test("agrees with MASS", () => {
  const fit = fitted(negativeBinomialRegression(scattered));
  expect(fit.coefficients[0]).toBeCloseTo(2.174751721484, 9);
  expect(fit.coefficients[1]).toBeCloseTo(-0.60613580357, 9);
  expect(fit.standardErrors[1]).toBeCloseTo(0.788763799842, 8);
  expect(fit.theta).toBeCloseTo(0.717161541612, 8);
  expect(fit.thetaError).toBeCloseTo(0.373362834511, 6);
  expect(fit.logLikelihood).toBeCloseTo(-29.270512991836, 9);
  expect(fit.aic).toBeCloseTo(2 * 29.270512991836 + 6, 8);
});

test("counts that scatter less than Poisson counts give the Poisson fit, and say so", () => {
  const calm = { design: withOne([0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1]), y: [3, 5, 2, 4, 3, 4, 5, 4, 6, 5, 4, 5] };
  const fit = fitted(negativeBinomialRegression(calm));
  expect(fit.fallback).toBe("poisson");
  expect(fit.theta).toBeUndefined();
  expect(fit.coefficients).toEqual(fitted(poissonRegression(calm)).coefficients);
});

test("finds theta where Newton's steps on theta itself run off", () => {
  // R: optimize(function(t) sum(dnbinom(c(0, 0, 6), size = t, mu = 2, log = TRUE)), c(.001, 10)) gives 0.1880163; glm.nb fails.
  const fit = fitted(
    negativeBinomialRegression({ design: designMatrix([{ name: "one", values: [1, 1, 1] }]), y: [0, 0, 6] }),
  );
  expect(fit.theta).toBeCloseTo(0.1880163, 6);
});

test("theta is where the likelihood is flat: its slope changes sign there", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { minLength: 6, maxLength: 40 }), (y) => {
      const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
      fc.pre(mean > 0);
      const rows = {
        y: Float64Array.from(y),
        prior: new Float64Array(y.length).fill(1),
        fitted: new Float64Array(y.length).fill(mean),
      };
      const scatter = y.reduce((sum, value) => sum + (value - mean) ** 2 - value, 0);
      const found = negativeBinomialTheta(rows);
      if (scatter <= 0) expect(found).toBeUndefined();
      else if (found !== undefined) {
        expect(found.information).toBeGreaterThan(0);
        const again = negativeBinomialTheta(rows, found.theta * 3);
        expect((again?.theta ?? 0) / found.theta).toBeCloseTo(1, 6);
      }
    }),
    { numRuns: 60 },
  );
});

test("huge counts keep their scatter: no fall back to Poisson where theta is large only because the counts are", () => {
  const y = Array.from({ length: 40 }, (_, row) => 1e9 + Math.round(3e5 * Math.sin(row * 12.9898)));
  const fit = fitted(
    negativeBinomialRegression({ design: designMatrix([{ name: "one", values: y.map(() => 1) }]), y }),
  );
  expect(fit.fallback).toBeUndefined();
  expect(fit.theta).toBeGreaterThan(1e6);
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length;
  const variance = y.reduce((sum, value) => sum + (value - mean) ** 2, 0) / y.length;
  expect((fit.theta ?? 0) / (mean ** 2 / (variance - mean))).toBeCloseTo(1, 3);
});

test("a group without events is refused", () => {
  expect(negativeBinomialRegression({ design: withOne([0, 0, 0, 1, 1]), y: [5, 18, 1, 0, 0] })).toEqual({
    reason: "separated",
    detail: "x",
  });
});

test("counts far above theta settle: a slope measured in millions", () => {
  const y = Array.from({ length: 60 }, (_, row) => Math.round(5e7 * (1.05 + Math.sin(row * 78.233)) ** 2));
  const x = y.map((_, row) => 1e-3 * Math.cos(row * 3.1));
  const fit = fitted(negativeBinomialRegression({ design: withOne(x), y }));
  expect(fit.fallback).toBeUndefined();
  // The scores of a maximum sum to 0, beside scores of the size of theta.
  for (const values of [x.map(() => 1), x])
    expect(Math.abs(values.reduce((sum, value, row) => sum + value * (fit.scores[row] ?? 0), 0))).toBeLessThan(1e-6);
});
