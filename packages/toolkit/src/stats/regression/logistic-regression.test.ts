import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { findSeparation } from "./find-separation.ts";
import { logisticRegression } from "./logistic-regression.ts";
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

test("one group's coefficient is the log odds ratio with Woolf's variance, up to 1e9 trials", () => {
  fc.assert(
    fc.property(
      fc.tuple(fc.integer({ min: 2, max: 1e9 }), fc.integer({ min: 2, max: 1e9 })),
      fc.tuple(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.double({ min: 0.001, max: 0.999, noNaN: true })),
      ([trials, others], [share, other]) => {
        const events = Math.min(trials - 1, Math.max(1, Math.round(trials * share)));
        const otherEvents = Math.min(others - 1, Math.max(1, Math.round(others * other)));
        const fit = fitted(
          logisticRegression({
            design: withOne([0, 1]),
            y: [events / trials, otherEvents / others],
            weights: [trials, others],
          }),
        );
        const ratio = Math.log(otherEvents / (others - otherEvents)) - Math.log(events / (trials - events));
        const variance = 1 / events + 1 / (trials - events) + 1 / otherEvents + 1 / (others - otherEvents);
        expect(fit.coefficients[1]).toBeCloseTo(ratio, 7);
        expect((fit.standardErrors[1] ?? 0) / Math.sqrt(variance)).toBeCloseTo(1, 6);
      },
    ),
    { numRuns: 60 },
  );
});

test("grouped rows give the coefficients of single ones", () => {
  const single = fitted(logisticRegression({ design: withOne([0, 0, 0, 1, 1, 1, 1]), y: [1, 0, 0, 1, 1, 0, 1] }));
  const grouped = fitted(logisticRegression({ design: withOne([0, 1]), y: [1 / 3, 3 / 4], weights: [3, 4] }));
  single.coefficients.forEach((value, index) => {
    expect(grouped.coefficients[index]).toBeCloseTo(value ?? Number.NaN, 9);
    expect(grouped.standardErrors[index]).toBeCloseTo(single.standardErrors[index] ?? Number.NaN, 9);
  });
  expect(grouped.deviance).toBeCloseTo(0, 9);
});

test("turning yes into no turns the signs", () => {
  const x = [0.2, 0.4, 1, 1.3, 2, 2.2, 3];
  const y = [0, 1, 0, 0, 1, 1, 1];
  const yes = fitted(logisticRegression({ design: withOne(x), y }));
  const no = fitted(logisticRegression({ design: withOne(x), y: y.map((value) => 1 - value) }));
  yes.coefficients.forEach((value, index) => {
    expect(no.coefficients[index]).toBeCloseTo(-(value ?? Number.NaN), 9);
  });
  expect(no.deviance).toBeCloseTo(yes.deviance, 10);
});

describe("separation", () => {
  test("complete, quasi-complete and by a group is refused, never fitted", () => {
    expect(logisticRegression({ design: withOne([1, 2, 3, 4, 5, 6]), y: [0, 0, 0, 1, 1, 1] })).toEqual({
      reason: "separated",
      detail: "x",
    });
    expect(logisticRegression({ design: withOne([1, 2, 3, 3, 5, 6]), y: [0, 0, 0, 1, 1, 1] })).toMatchObject({
      reason: "separated",
    });
    expect(logisticRegression({ design: withOne([0, 1]), y: [0, 0.12], weights: [20, 25] })).toMatchObject({
      reason: "separated",
    });
  });
  test("is not seen where one row contradicts it", () => {
    const design = withOne([1, 2, 3, 4, 5, 6]);
    expect(findSeparation("logistic", { design, y: [0, 0, 1, 0, 1, 1] })).toEqual({ separated: false, columns: [] });
    expect(isRefusal(logisticRegression({ design, y: [0, 0, 1, 0, 1, 1] }))).toBe(false);
  });
  test("everyone or no one is refused", () => {
    const one = designMatrix([{ name: "one", values: [1, 1] }]);
    expect(logisticRegression({ design: one, y: [1, 1] })).toEqual({ reason: "separated", detail: "one" });
    expect(logisticRegression({ design: one, y: [0, 0] })).toEqual({ reason: "separated", detail: "one" });
  });
  test("a threshold on a number separates exactly when the groups do not overlap", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 200 }), { minLength: 4, maxLength: 20 }),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
        (x, answers) => {
          const y = x.map((_, row) => Number(answers[row]));
          const inGroup = (wanted: number) => x.filter((_, row) => y[row] === wanted);
          const [no, yes] = [inGroup(0), inGroup(1)];
          const apart =
            no.length === 0 ||
            yes.length === 0 ||
            Math.max(...no) <= Math.min(...yes) ||
            Math.max(...yes) <= Math.min(...no);
          expect(findSeparation("logistic", { design: withOne(x), y })).toMatchObject({ separated: apart });
        },
      ),
      { numRuns: 80 },
    );
  });
});

test("shares outside 0 to 1 are thrown back", () => {
  expect(() => logisticRegression({ design: withOne([0, 1]), y: [0.5, 1.2] })).toThrow(
    "invalid y; must be in [0, 1]: 1.2",
  );
});
