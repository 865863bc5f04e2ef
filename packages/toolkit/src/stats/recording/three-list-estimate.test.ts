import fc from "fast-check";
import { expect, test } from "vitest";
import { isRefusal } from "../refusal.ts";
import {
  type DependentPair,
  type ThreeListEstimate,
  type ThreeLists,
  threeListEstimate,
  threeListEstimates,
} from "./three-list-estimate.ts";

const found = (counts: ThreeLists, dependent: readonly DependentPair[] = []): ThreeListEstimate => {
  const answer = threeListEstimate(counts, { dependent });
  if (isRefusal(answer)) throw new Error(answer.reason);
  return answer;
};

// R 4.2.2: glm(counts ~ a + b + c + …, poisson), unseen = exp(intercept).
const counts = { "100": 40, "010": 30, "001": 25, "110": 12, "101": 10, "011": 8, "111": 6 };
const fromR: readonly { dependent: readonly DependentPair[]; unseen: number; deviance: number; aic: number }[] = [
  { dependent: [], unseen: 83.6345880519, deviance: 1.3437863332, aic: 41.2720810487 },
  { dependent: ["second-third"], unseen: 90.0, deviance: 1.0830585172, aic: 43.0113532326 },
  { dependent: ["first-third"], unseen: 86.5384615385, deviance: 1.3042098184, aic: 43.2325045338 },
  { dependent: ["first-second"], unseen: 85.4166666667, deviance: 1.3321545587, aic: 43.2604492741 },
  { dependent: ["first-third", "second-third"], unseen: 100.0, deviance: 0.9057529138, aic: 44.8340476293 },
  { dependent: ["first-second", "second-third"], unseen: 100.0, deviance: 0.9533855661, aic: 44.8816802816 },
  { dependent: ["first-second", "first-third"], unseen: 93.75, deviance: 1.2461096474, aic: 45.1744043628 },
  { dependent: ["first-second", "first-third", "second-third"], unseen: 187.5, deviance: 0, aic: 45.9282947155 },
];
for (const { dependent, unseen, deviance, aic } of fromR)
  test(`agrees with R's log-linear model with ${dependent.length === 0 ? "no dependence" : dependent.join(", ")}`, () => {
    const estimate = found(counts, dependent);
    expect(estimate.unseen).toBeCloseTo(unseen, 6);
    expect(estimate.deviance).toBeCloseTo(deviance, 8);
    expect(estimate.aic).toBeCloseTo(aic, 8);
    expect(estimate.degrees).toBe(3 - dependent.length);
  });

test("all models are compared, best first", () => {
  const models = threeListEstimates(counts);
  expect(models).toHaveLength(8);
  expect(models[0]?.dependent).toEqual([]);
  expect(models.map(({ aic }) => aic)).toEqual(models.map(({ aic }) => aic).toSorted((left, right) => left - right));
});

test("events listed independently, in the exact proportions, give the true total, and the order of lists does not matter", () => {
  const part = fc.integer({ min: 1, max: 9 });
  fc.assert(
    fc.property(part, part, part, (a, b, c) => {
      const cell = (first: number, second: number, third: number) =>
        (first ? a : 10 - a) * (second ? b : 10 - b) * (third ? c : 10 - c);
      const exact = {
        "100": cell(1, 0, 0),
        "010": cell(0, 1, 0),
        "001": cell(0, 0, 1),
        "110": cell(1, 1, 0),
        "101": cell(1, 0, 1),
        "011": cell(0, 1, 1),
        "111": cell(1, 1, 1),
      };
      for (const model of threeListEstimates(exact)) {
        expect(model.total).toBeCloseTo(1000, 6);
        expect(model.deviance).toBeCloseTo(0, 8);
      }
      const turned = { ...exact, "100": exact["001"], "001": exact["100"], "110": exact["011"], "011": exact["110"] };
      expect(found(turned).unseen).toBeCloseTo(found(exact).unseen, 8);
    }),
  );
});

test("the fit meets the conditions of the maximum: one list more of data, one more to match", () => {
  const cells = fc.tuple(...Array.from({ length: 7 }, () => fc.integer({ min: 1, max: 1000 })));
  fc.assert(
    fc.property(cells, ([a, b, c, d, e, f, g]) => {
      const table = { "100": a, "010": b, "001": c, "110": d, "101": e, "011": f, "111": g } as ThreeLists;
      const { total, unseen } = found(table);
      const seen = total - unseen;
      const listed = [0, 1, 2].map((list) =>
        Object.entries(table).reduce((sum, [history, count]) => sum + (history[list] === "1" ? count : 0), 0),
      );
      // Darroch (1958): Π(1 − nᵢ/N) = 1 − M/N.
      const product = listed.reduce((left, count) => left * (1 - count / total), 1);
      expect(product).toBeCloseTo(1 - seen / total, 10);
      const models = threeListEstimates(table);
      const free = models.find(({ degrees }) => degrees === 0);
      for (const { deviance } of models) expect(deviance).toBeGreaterThanOrEqual((free?.deviance ?? 0) - 1e-9);
    }),
  );
});

test("without overlap there is nothing to tell the unseen from", () => {
  const apart = { "100": 4, "010": 3, "001": 2, "110": 0, "101": 0, "011": 0, "111": 0 };
  expect(threeListEstimate(apart)).toMatchObject({ reason: "zero_cell" });
  expect(threeListEstimates(apart)).toEqual([]);
  expect(threeListEstimate({ ...apart, "100": 0, "010": 0, "001": 0 })).toEqual({ reason: "no_events" });
  expect(() => threeListEstimate({ ...apart, "100": 0.5 })).toThrow("invalid count of 100;");
});
