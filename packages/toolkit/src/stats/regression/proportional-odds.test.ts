import fc from "fast-check";
import { expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { logisticRegression } from "./logistic-regression.ts";
import { type ProportionalOddsFit, proportionalOdds } from "./proportional-odds.ts";

const column = (x: readonly number[], name = "g") => designMatrix([{ name, values: x }]);

function fitted(answer: ProportionalOddsFit | Refusal): ProportionalOddsFit {
  if (isRefusal(answer)) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

// MASS 7.3-58.2: polr(factor(y) ~ black, weights = w) on these three-by-two counts.
const severity = { design: column([0, 1, 0, 1, 0, 1]), y: [0, 0, 1, 1, 2, 2], weights: [60, 40, 25, 30, 5, 12] };

test("agrees with MASS::polr", () => {
  const fit = fitted(proportionalOdds(severity));
  expect(fit.coefficients[0]).toBeCloseTo(0.786105, 4);
  expect(fit.thresholds[0]).toBeCloseTo(0.710581, 4);
  expect(fit.thresholds[1]).toBeCloseTo(2.641735, 4);
  expect(fit.deviance).toBeCloseTo(305.885238, 5);
});

test("with two categories it is the logistic regression", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })), {
        minLength: 8,
        maxLength: 40,
      }),
      (rows) => {
        const x = rows.map(([value]) => value);
        const y = rows.map(([, value]) => value);
        const usual = logisticRegression({
          design: designMatrix([
            { name: "one", values: x.map(() => 1) },
            { name: "g", values: x },
          ]),
          y,
        });
        const ordered = proportionalOdds({ design: column(x), y });
        if (isRefusal(usual)) expect(isRefusal(ordered)).toBe(true);
        else {
          const fit = fitted(ordered);
          if (usual.coefficients[1] === null) expect(fit.coefficients[0]).toBeNull();
          else expect(fit.coefficients[0]).toBeCloseTo(usual.coefficients[1] ?? Number.NaN, 6);
          expect(fit.thresholds[0]).toBeCloseTo(-(usual.coefficients[0] ?? Number.NaN), 6);
          expect(fit.deviance).toBeCloseTo(usual.deviance, 7);
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("turning the order of the categories turns the sign, and weights are people", () => {
  const fit = fitted(proportionalOdds(severity));
  const turned = fitted(proportionalOdds({ ...severity, y: severity.y.map((value) => 2 - value) }));
  expect(turned.coefficients[0]).toBeCloseTo(-(fit.coefficients[0] ?? Number.NaN), 8);
  expect(turned.thresholds[0]).toBeCloseTo(-(fit.thresholds[1] ?? Number.NaN), 8);
  const thousandfold = fitted(
    proportionalOdds({ ...severity, weights: severity.weights.map((weight) => 1e6 * weight) }),
  );
  expect(thousandfold.coefficients[0]).toBeCloseTo(fit.coefficients[0] ?? Number.NaN, 8);
  expect((thousandfold.standardErrors[0] ?? 0) * 1000).toBeCloseTo(fit.standardErrors[0] ?? Number.NaN, 7);
});

test("refuses an empty category, a single one, and a group all at one end", () => {
  expect(proportionalOdds({ design: column([0, 1, 0]), y: [0, 2, 2] })).toEqual({
    reason: "zero_cell",
    detail: "category 1",
  });
  expect(proportionalOdds({ design: column([0, 1]), y: [0, 0] })).toMatchObject({ reason: "too_few_events" });
  expect(proportionalOdds({ design: column([0, 0, 0, 1, 1]), y: [0, 1, 2, 2, 2] })).toEqual({
    reason: "separated",
    detail: "g",
  });
});

test("a constant column says what the thresholds already say", () => {
  const design = designMatrix([
    { name: "one", values: severity.y.map(() => 1) },
    { name: "g", values: [0, 1, 0, 1, 0, 1] },
  ]);
  const fit = fitted(proportionalOdds({ ...severity, design }));
  expect(fit.aliased).toEqual(["one"]);
  expect(fit.coefficients[1]).toBeCloseTo(0.786105, 4);
});
