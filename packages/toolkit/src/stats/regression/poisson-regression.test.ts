import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DesignMatrix, designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { poissonRegression } from "./poisson-regression.ts";
import { quasiPoissonRegression } from "./quasi-poisson-regression.ts";
import type { RegressionFit } from "./regression-fit.ts";

function columns(...named: readonly (readonly [string, readonly number[]])[]): DesignMatrix {
  const rows = named[0]?.[1].length ?? 0;
  return designMatrix([
    { name: "one", values: new Float64Array(rows).fill(1) },
    ...named.map(([name, values]) => ({ name, values })),
  ]);
}

function fitted(answer: RegressionFit | Refusal): RegressionFit {
  if (isRefusal(answer)) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

// Dobson (1990), An Introduction to Generalized Linear Models, p. 42: y on x; estimates as printed there and in R.
const dobson = { design: columns(["x", [-1, -1, 0, 0, 0, 0, 1, 1, 1]]), y: [2, 3, 6, 7, 8, 9, 10, 12, 15] };

test("agrees with Dobson's published log-linear fit", () => {
  const fit = fitted(poissonRegression(dobson));
  expect(fit.coefficients[0]).toBeCloseTo(1.8893, 4);
  expect(fit.coefficients[1]).toBeCloseTo(0.6698, 4);
  expect(fit.deviance).toBeCloseTo(2.9387, 4);
  expect(fit.standardErrors[1]).toBeCloseTo(0.1787, 4);
});

test("one group's coefficient is the logarithm of the rate ratio, its variance the sum of inverse counts", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.integer({ min: 1, max: 1e9 }),
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      fc.double({ min: 1, max: 1e9, noNaN: true }),
      (first, second, exposure, other) => {
        const fit = fitted(
          poissonRegression({
            design: columns(["g", [0, 1]]),
            y: [first, second],
            offset: [Math.log(exposure), Math.log(other)],
          }),
        );
        const ratio = Math.log(second / other) - Math.log(first / exposure);
        expect(fit.coefficients[1]).toBeCloseTo(ratio, 8);
        expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / first + 1 / second), 7);
        expect(fit.deviance).toBeLessThan(1e-6);
      },
    ),
    { numRuns: 60 },
  );
});

const rows = fc.array(
  fc.record({
    y: fc.integer({ min: 0, max: 30 }),
    x: fc.integer({ min: 0, max: 3 }),
    g: fc.integer({ min: 0, max: 1 }),
    exposure: fc.double({ min: 0.5, max: 100, noNaN: true }),
  }),
  { minLength: 10, maxLength: 40 },
);
type Row = { readonly y: number; readonly x: number; readonly g: number; readonly exposure: number };

function fitRows(cells: readonly Row[]): RegressionFit | Refusal {
  return poissonRegression({
    design: columns(["x", cells.map(({ x }) => x)], ["g", cells.map(({ g }) => g)]),
    y: cells.map(({ y }) => y),
    offset: cells.map(({ exposure }) => Math.log(exposure)),
  });
}

function expectSame(left: RegressionFit | Refusal, right: RegressionFit | Refusal): void {
  if (isRefusal(left) || isRefusal(right)) {
    expect(left).toEqual(right);
    return;
  }
  left.coefficients.forEach((value, index) => {
    if (value === null) expect(right.coefficients[index]).toBeNull();
    else {
      expect(right.coefficients[index]).toBeCloseTo(value, 6);
      expect(right.standardErrors[index]).toBeCloseTo(left.standardErrors[index] ?? Number.NaN, 6);
    }
  });
}

test("does not depend on the order of rows", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      expectSame(fitRows(cells), fitRows([...cells].reverse()));
    }),
    { numRuns: 40 },
  );
});

test("does not change when rows with the same predictors are added together, nor do deviance differences", () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const merged = new Map<string, Row>();
      for (const cell of cells) {
        const before = merged.get(`${cell.x} ${cell.g}`);
        merged.set(`${cell.x} ${cell.g}`, {
          ...cell,
          y: cell.y + (before?.y ?? 0),
          exposure: cell.exposure + (before?.exposure ?? 0),
        });
      }
      const whole = fitRows(cells);
      const summed = fitRows([...merged.values()]);
      expectSame(whole, summed);
      if (isRefusal(whole) || isRefusal(summed)) return;
      const drop = (fit: RegressionFit) => (fit.nullDeviance ?? 0) - fit.deviance;
      expect(drop(summed)).toBeCloseTo(drop(whole), 6);
    }),
    { numRuns: 40 },
  );
});

test("a row of weight 3 is three such rows; a row of weight 0 is none", () => {
  const design = columns(["x", [0, 1, 2, 3, 9]]);
  const weighted = poissonRegression({ design, y: [2, 4, 3, 9, 1], weights: [1, 3, 1, 1, 0] });
  const repeated = poissonRegression({ design: columns(["x", [0, 1, 1, 1, 2, 3]]), y: [2, 4, 4, 4, 3, 9] });
  expectSame(weighted, repeated);
  expect(fitted(weighted).logLikelihood).toBeCloseTo(fitted(repeated).logLikelihood ?? Number.NaN, 9);
});

describe("collinear columns", () => {
  const base = [0, 1, 2, 3, 4, 5, 6, 7];
  const y = [1, 2, 2, 5, 4, 9, 11, 14];
  test("leave the later one without a coefficient, by name", () => {
    const fit = fitted(
      poissonRegression({
        design: columns(["a", base], ["b", base.map((x) => 3 - 2 * x)], ["c", [1, 0, 1, 0, 0, 1, 1, 0]]),
        y,
      }),
    );
    expect(fit.aliased).toEqual(["b"]);
    expect(fit.coefficients[2]).toBeNull();
    expect(fit.covariance[2]).toEqual([null, null, null, null]);
    expect(fit.degreesResidual).toBe(5);
    const without = poissonRegression({ design: columns(["a", base], ["c", [1, 0, 1, 0, 0, 1, 1, 0]]), y });
    expect(fit.coefficients[3]).toBeCloseTo(fitted(without).coefficients[2] ?? Number.NaN, 9);
  });
  test("that almost depend on each other still give exact answers", () => {
    // y on year and its square, far from the origin; the same curve written around 2018 must give the same fit.
    const years = base.map((x) => 2015 + x);
    const far = fitted(poissonRegression({ design: columns(["year", years], ["square", years.map((x) => x * x)]), y }));
    const near = fitted(poissonRegression({ design: columns(["t", base], ["square", base.map((x) => x * x)]), y }));
    expect(far.aliased).toEqual([]);
    expect(far.deviance).toBeCloseTo(near.deviance, 8);
    expect((far.coefficients[2] ?? 0) / (near.coefficients[2] ?? 1)).toBeCloseTo(1, 5);
    expect((far.standardErrors[2] ?? 0) / (near.standardErrors[2] ?? 1)).toBeCloseTo(1, 5);
  });
});

describe("no finite estimate", () => {
  test("a group without events is refused by name, not given a large number", () => {
    expect(poissonRegression({ design: columns(["g", [0, 0, 1, 1]]), y: [5, 8, 0, 0] })).toEqual({
      reason: "separated",
      detail: "g",
    });
    expect(poissonRegression({ design: columns(["g", [0, 0, 1, 1]]), y: [0, 0, 4, 2] })).toMatchObject({
      reason: "separated",
    });
  });
  test("no events at all are refused", () => {
    const one = designMatrix([{ name: "one", values: [1, 1, 1] }]);
    expect(poissonRegression({ design: one, y: [0, 0, 0] })).toEqual({ reason: "separated", detail: "one" });
  });
  test("a combination of groups without events is found too", () => {
    const answer = poissonRegression({
      design: columns(["a", [0, 0, 1, 1, 0, 0]], ["b", [0, 1, 0, 1, 0, 1]], ["ab", [0, 0, 0, 1, 0, 0]]),
      y: [3, 5, 4, 0, 2, 6],
    });
    expect(answer).toEqual({ reason: "separated", detail: "ab" });
  });
});

test("counts of a thousand million beside counts of one are exact", () => {
  const fit = fitted(poissonRegression({ design: columns(["g", [0, 0, 1, 1]]), y: [1, 2, 1e9, 1e9 + 40000] }));
  expect(fit.coefficients[1]).toBeCloseTo(Math.log((2e9 + 40000) / 3), 9);
  expect((fit.standardErrors[1] ?? 0) / Math.sqrt(1 / 3 + 1 / (2e9 + 40000))).toBeCloseTo(1, 9);
  // Two counts 40000 apart around a mean of 1e9 + 20000: 2 · 20000² / mean.
  expect(fit.deviance).toBeCloseTo((2 * 20000 ** 2) / (1e9 + 20000) + 2 * (2 * Math.log(4 / 3) + Math.log(2 / 3)), 6);
});

test("quasi-Poisson errors are the Poisson errors times the root of the dispersion; there is no likelihood", () => {
  const plain = fitted(poissonRegression(dobson));
  const quasi = fitted(quasiPoissonRegression(dobson));
  expect(quasi.standardErrors[1]).toBeCloseTo((plain.standardErrors[1] ?? 0) * Math.sqrt(plain.dispersion), 12);
  expect([quasi.logLikelihood, quasi.aic, quasi.bic]).toEqual([null, null, null]);
  expect(quasiPoissonRegression({ design: columns(["g", [0, 1]]), y: [3, 4] })).toMatchObject({
    reason: "too_few_units",
  });
});

test("numbers that no caller should pass are thrown back", () => {
  const design = columns(["g", [0, 1]]);
  expect(() => poissonRegression({ design, y: [1] })).toThrow("invalid y; must have 2 values: 1");
  expect(() => poissonRegression({ design, y: [1, -1] })).toThrow("invalid y; must not be negative: -1");
  expect(() => poissonRegression({ design, y: [1, 0.5] })).toThrow("invalid y; must be whole numbers: 0.5");
  expect(() => poissonRegression({ design, y: [1, 2], offset: [0, Number.NEGATIVE_INFINITY] })).toThrow(
    "invalid offset",
  );
  expect(() => poissonRegression({ design, y: [1, 2], weights: [1, -1] })).toThrow("invalid weights");
});
