import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { clusterCovariance } from "./cluster-covariance.ts";
import { leverages } from "./leverages.ts";
import { logisticRegression } from "./logistic-regression.ts";
import { neweyWestCovariance, neweyWestLag } from "./newey-west-covariance.ts";
import { poissonRegression } from "./poisson-regression.ts";
import type { RegressionFit } from "./regression-fit.ts";
import { robustCovariance } from "./robust-covariance.ts";

const withOne = (x: readonly number[]) =>
  designMatrix([
    { name: "one", values: x.map(() => 1) },
    { name: "x", values: x },
  ]);

function answered<Answer extends object>(answer: Answer | Refusal): Answer {
  if (isRefusal(answer)) throw new Error(`${answer.reason}: ${answer.detail}`);
  return answer;
}

const x = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
const fit = answered(poissonRegression({ design: withOne(x), y: [3, 5, 0, 9, 2, 14, 8, 4, 20, 1, 6, 7] }));

/** Cells of one cluster and covariate value each, so that they can be split and merged. */
const cells = fc.array(
  fc.record({
    cluster: fc.integer({ min: 0, max: 5 }),
    x: fc.integer({ min: 0, max: 2 }),
    events: fc.integer({ min: 0, max: 9 }),
    others: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 12, maxLength: 40 },
);
type Cell = { readonly cluster: number; readonly x: number; readonly events: number; readonly others: number };

function merge(list: readonly Cell[]): readonly Cell[] {
  const merged = new Map<string, Cell>();
  for (const cell of list) {
    const before = merged.get(`${cell.cluster} ${cell.x}`);
    merged.set(`${cell.cluster} ${cell.x}`, {
      ...cell,
      events: cell.events + (before?.events ?? 0),
      others: cell.others + (before?.others ?? 0),
    });
  }
  return [...merged.values()];
}

const counts = (list: readonly Cell[]): RegressionFit | Refusal =>
  poissonRegression({
    design: withOne(list.map((cell) => cell.x)),
    y: list.map(({ events }) => events),
    offset: list.map(({ events, others }) => Math.log(events + others)),
  });
const shares = (list: readonly Cell[]): RegressionFit | Refusal =>
  logisticRegression({
    design: withOne(list.map((cell) => cell.x)),
    y: list.map(({ events, others }) => events / (events + others)),
    weights: list.map(({ events, others }) => events + others),
  });

describe("cluster-robust errors", () => {
  test.each([
    ["counts", counts],
    ["shares", shares],
  ] as const)("of %s do not change when cells of a cluster are added together", (_, regression) => {
    fc.assert(
      fc.property(cells, (list) => {
        const filled = list.filter(({ events, others }) => events + others > 0);
        fc.pre(filled.length > 3);
        const whole = regression(filled);
        fc.pre(!isRefusal(whole));
        const merged = merge(filled);
        for (const kind of ["CR0", "CR1"] as const) {
          const before = clusterCovariance(
            answered(whole),
            filled.map(({ cluster }) => cluster),
            { kind },
          );
          const after = clusterCovariance(
            answered(regression(merged)),
            merged.map(({ cluster }) => cluster),
            { kind },
          );
          if (isRefusal(before)) expect(after).toEqual(before);
          else
            before.standardErrors.forEach((error, index) => {
              expect(answered(after).standardErrors[index]).toBeCloseTo(error ?? Number.NaN, 6);
            });
        }
      }),
      { numRuns: 40 },
    );
  });
  test("with every row its own cluster, CR0 is HC0", () => {
    const alone = answered(
      clusterCovariance(
        fit,
        x.map((_, row) => row),
        { kind: "CR0" },
      ),
    );
    expect(alone.clusters).toBe(12);
    expect(alone.standardErrors[1]).toBeCloseTo(
      answered(robustCovariance(fit, { kind: "HC0" })).standardErrors[1] ?? Number.NaN,
      12,
    );
  });
  test("the small-sample factors are G / (G − 1) and (N − 1) / (N − K)", () => {
    const keys = x.map((_, row) => `officer ${row % 4}`);
    const error = (kind: "CR0" | "CR1" | "CR1S") =>
      answered(clusterCovariance(fit, keys, { kind })).standardErrors[1] ?? Number.NaN;
    expect(error("CR1") / error("CR0")).toBeCloseTo(Math.sqrt(4 / 3), 12);
    expect(error("CR1S") / error("CR1")).toBeCloseTo(Math.sqrt(11 / 10), 12);
  });
  test("one cluster is refused, a missing key thrown back", () => {
    expect(
      clusterCovariance(
        fit,
        x.map(() => "only"),
        { kind: "CR1" },
      ),
    ).toEqual({
      reason: "too_few_clusters",
      detail: "1",
    });
    expect(() => clusterCovariance(fit, ["a"], { kind: "CR1" })).toThrow("invalid clusters; must have 12 values: 1");
  });
});

describe("errors for independent rows", () => {
  test("leverages sum to the number of coefficients", () => {
    expect(leverages(fit).reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 12);
  });
  test("each form is the larger, in the order HC0, HC2, HC3", () => {
    const error = (kind: "HC0" | "HC1" | "HC2" | "HC3") =>
      answered(robustCovariance(fit, { kind })).standardErrors[1] ?? Number.NaN;
    expect(error("HC1") / error("HC0")).toBeCloseTo(Math.sqrt(12 / 10), 12);
    expect(error("HC2")).toBeGreaterThan(error("HC0"));
    expect(error("HC3")).toBeGreaterThan(error("HC2"));
  });
  test("are refused where one row alone decides a coefficient", () => {
    const alone = answered(poissonRegression({ design: withOne([0, 0, 0, 1]), y: [3, 5, 4, 9] }));
    expect(robustCovariance(alone, { kind: "HC3" })).toEqual({
      reason: "too_few_units",
      detail: "row 3 alone decides a coefficient",
    });
    const full = answered(poissonRegression({ design: withOne([0, 1]), y: [3, 5] }));
    expect(robustCovariance(full, { kind: "HC1" })).toMatchObject({ reason: "too_few_units" });
  });
  test("an aliased column has no error", () => {
    const doubled = answered(
      poissonRegression({
        design: designMatrix([
          { name: "one", values: x.map(() => 1) },
          { name: "x", values: x },
          { name: "twice", values: x.map((value) => 2 * value) },
        ]),
        y: [3, 5, 0, 9, 2, 14, 8, 4, 20, 1, 6, 7],
      }),
    );
    const { standardErrors, covariance } = answered(robustCovariance(doubled, { kind: "HC0" }));
    expect(standardErrors[2]).toBeNull();
    expect(covariance[0]?.[2]).toBeNull();
    expect(standardErrors[1]).toBeCloseTo(
      answered(robustCovariance(fit, { kind: "HC0" })).standardErrors[1] ?? Number.NaN,
      9,
    );
  });
});

describe("Newey–West errors", () => {
  test("of a Poisson fit agree with sandwich::NeweyWest(fit, lag = 2, prewhite = FALSE)", () => {
    const { standardErrors } = answered(neweyWestCovariance(fit, { lag: 2 }));
    expect(standardErrors[0]).toBeCloseTo(0.299729497474, 8);
    expect(standardErrors[1]).toBeCloseTo(0.364575159943, 8);
  });
  test("without lag are HC0", () => {
    expect(answered(neweyWestCovariance(fit, { lag: 0 })).standardErrors[1]).toBeCloseTo(
      answered(robustCovariance(fit, { kind: "HC0" })).standardErrors[1] ?? Number.NaN,
      12,
    );
  });
  test("use the usual lag unless told, and no impossible one", () => {
    expect([24, 48, 100, 1000].map(neweyWestLag)).toEqual([2, 3, 4, 6]);
    expect(neweyWestCovariance(fit)).toEqual(neweyWestCovariance(fit, { lag: 2 }));
    expect(() => neweyWestCovariance(fit, { lag: 1.5 })).toThrow("invalid lag; must be a whole number from 0: 1.5");
  });
});
