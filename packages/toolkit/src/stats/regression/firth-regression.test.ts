import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { findSeparation } from "./find-separation.ts";
import { type FirthFit, firthLogistic, firthPoisson } from "./firth-regression.ts";
import { logisticRegression } from "./logistic-regression.ts";

const withOne = (x: readonly number[], name = "g") =>
  designMatrix([
    { name: "one", values: x.map(() => 1) },
    { name, values: x },
  ]);

function fitted(answer: FirthFit | Refusal): FirthFit {
  if (isRefusal(answer)) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

test("one share: half an event more on either side", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, part) => {
      const events = Math.round(trials * part);
      const one = designMatrix([{ name: "one", values: [1] }]);
      const fit = fitted(firthLogistic({ design: one, y: [events / trials], weights: [trials] }));
      expect(fit.coefficients[0]).toBeCloseTo(Math.log((events + 0.5) / (trials - events + 0.5)), 6);
    }),
    { numRuns: 40 },
  );
});

test("a group of counts against another: half an event more in each", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 0, max: 1000 }), (first, second) => {
      const fit = fitted(
        firthPoisson({ design: withOne([0, 1]), y: [first, second], offset: [Math.log(10), Math.log(40)] }),
      );
      expect(fit.coefficients[1]).toBeCloseTo(Math.log((second + 0.5) / 40) - Math.log((first + 0.5) / 10), 6);
    }),
    { numRuns: 40 },
  );
});

describe("where a group has no events", () => {
  const input = { design: withOne([0, 0, 1, 1]), y: [5, 8, 0, 0] };
  test("the estimate is finite and its interval reaches far on the side that the data leave open", () => {
    expect(findSeparation("poisson", input)).toEqual({ separated: true, columns: ["g"] });
    const fit = fitted(firthPoisson(input));
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(0.5 / 2) - Math.log(13.5 / 2), 6);
    const interval = fit.intervals[1];
    expect(interval?.low).toBeLessThan(-6);
    expect(interval?.high).toBeLessThan(0);
  });
  test("a lower level gives a narrower interval", () => {
    const wide = fitted(firthPoisson(input)).intervals[1];
    const narrow = fitted(firthPoisson({ ...input, level: 0.8 })).intervals[1];
    expect(narrow?.low).toBeGreaterThan(wide?.low ?? Number.NaN);
    expect(narrow?.high).toBeLessThan(wide?.high ?? Number.NaN);
  });
});

test("does not depend on the unit of a predictor", () => {
  const x = [1, 2, 3, 4, 5, 6];
  const y = [0, 0, 0, 1, 1, 1];
  const plain = fitted(firthLogistic({ design: withOne(x), y }));
  for (const unit of [1e-6, 1e5]) {
    const other = fitted(firthLogistic({ design: withOne(x.map((value) => value * unit)), y }));
    expect((other.coefficients[1] ?? 0) * unit).toBeCloseTo(plain.coefficients[1] ?? Number.NaN, 7);
    expect((other.intervals[1]?.high ?? 0) * unit).toBeCloseTo(plain.intervals[1]?.high ?? Number.NaN, 5);
    expect(other.penalisedLogLikelihood - Math.log(unit)).toBeCloseTo(plain.penalisedLogLikelihood, 8);
  }
});

test("nears the usual fit where there is much data, and names aliased columns", () => {
  const design = designMatrix([
    { name: "one", values: [1, 1, 1] },
    { name: "x", values: [0, 1, 2] },
    { name: "less", values: [3, 2, 1] },
  ]);
  const input = { design, y: [0.2, 0.31, 0.45], weights: [4e5, 5e5, 6e5] };
  const firth = fitted(firthLogistic(input));
  const usual = logisticRegression(input);
  if (isRefusal(usual)) throw new Error(usual.reason);
  expect(firth.aliased).toEqual(["less"]);
  expect(firth.coefficients[2]).toBeNull();
  expect(firth.intervals[2]).toBeNull();
  expect(firth.coefficients[1]).toBeCloseTo(usual.coefficients[1] ?? Number.NaN, 5);
  expect(firth.intervals[1]?.high).toBeCloseTo(
    (usual.coefficients[1] ?? 0) + 1.959964 * (usual.standardErrors[1] ?? 0),
    5,
  );
});

test("impossible input is thrown back", () => {
  expect(() => firthLogistic({ design: withOne([0, 1]), y: [0, 2] })).toThrow("invalid y; must be in [0, 1]: 2");
  expect(() => firthPoisson({ design: withOne([0, 1]), y: [0, 2], level: 1 })).toThrow("invalid level");
});

test("climbs the highest of several hills where there are hardly more rows than coefficients", () => {
  const design = designMatrix([
    { name: "one", values: [1, 1, 1, 1, 1, 1] },
    { name: "a", values: [-1.95, -1.15, -0.16, 1.13, 2.44, -0.94] },
    { name: "g", values: [0, 1, 0, 0, 0, 1] },
    { name: "b", values: [-0.18, 1.32, -0.25, -0.76, -0.48, 1.4] },
  ]);
  const fit = fitted(firthPoisson({ design, y: [1, 0, 3, 0, 0, 1] }));
  // A lower hill, with a penalised log-likelihood of -3.3807, lies at b = 6.1.
  expect(fit.penalisedLogLikelihood).toBeGreaterThan(-3.159);
  expect(fit.intervals.every((interval) => interval !== null)).toBe(true);
});
