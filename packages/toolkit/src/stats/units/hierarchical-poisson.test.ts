import { describe, expect, test } from "vitest";
import { randomNormal, randomPoisson } from "../functions/random-counts.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { type DesignMatrix, designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal } from "../refusal.ts";
import { poissonRegression } from "../regression/poisson-regression.ts";
import { type HierarchicalPoissonOptions, hierarchicalPoisson } from "./hierarchical-poisson.ts";

const fitted = (counts: readonly number[], options: HierarchicalPoissonOptions) => {
  const found = hierarchicalPoisson(counts, options);
  if (isRefusal(found)) throw new Error(`${found.reason}: ${found.detail}`);
  return found;
};

type Simulated = {
  readonly counts: number[];
  readonly design: DesignMatrix;
  readonly groups: string[];
  readonly offset: number[];
};

/** Groups of three rows; the first column is the intercept, the second 1 in one row of three. */
function simulate(groups: number, { group, row, seed }: { group: number; row: number; seed: number }): Simulated {
  const random = seededRandom(seed);
  const rows = Array.from({ length: groups * 3 }, (_, place) => place);
  const effects = Array.from({ length: groups }, () => group * randomNormal(random));
  const offset = rows.map(() => 1 + 2 * random());
  const flag = rows.map((place) => (place % 3 === 0 ? 1 : 0));
  const counts = rows.map((place) => {
    const effect = (effects[Math.floor(place / 3)] ?? 0) + row * randomNormal(random);
    return randomPoisson(Math.exp((offset[place] ?? 0) - 0.4 + 0.7 * (flag[place] ?? 0) + effect), random);
  });
  const design = designMatrix([
    { name: "all", values: rows.map(() => 1) },
    { name: "flag", values: flag },
  ]);
  return { counts, design, groups: rows.map((place) => `g${Math.floor(place / 3)}`), offset };
}

describe("hierarchicalPoisson", () => {
  test("recovers what was put in, with row effects and hundreds of groups", () => {
    const { counts, ...rest } = simulate(600, { group: 0.8, row: 0.4, seed: 51 });
    const found = fitted(counts, { ...rest, rowEffects: true });
    expect(Math.abs((found.coefficients[0] ?? 0) + 0.4)).toBeLessThan(3 * (found.standardErrors[0] ?? 0));
    expect(Math.abs((found.coefficients[1] ?? 0) - 0.7)).toBeLessThan(3 * (found.standardErrors[1] ?? 0));
    expect(Math.abs(found.groupDeviation - 0.8)).toBeLessThan(0.08);
    expect(Math.abs((found.rowDeviation ?? 0) - 0.4)).toBeLessThan(0.06);
  });

  test("its intervals hold the coefficient about as often as they say", () => {
    let held = 0;
    for (let seed = 100; seed < 300; seed++) {
      const { counts, ...rest } = simulate(25, { group: 0.6, row: 0, seed });
      const { coefficients, standardErrors } = fitted(counts, rest);
      if (Math.abs((coefficients[1] ?? 0) - 0.7) < 1.96 * (standardErrors[1] ?? 0)) held += 1;
    }
    expect(held / 200).toBeGreaterThan(0.91);
  });

  test("is the plain regression where groups do not differ", () => {
    const counts = [4, 4, 4, 4, 4, 4, 9, 9, 9, 9, 9, 9];
    const design = designMatrix([
      { name: "all", values: counts.map(() => 1) },
      { name: "x", values: counts.map((count) => (count === 9 ? 1 : 0)) },
    ]);
    const groups = counts.map((_, row) => row % 3);
    const plain = poissonRegression({ design, y: counts });
    const found = fitted(counts, { design, groups });
    if (isRefusal(plain)) throw new Error(plain.reason);
    expect(found.groupDeviation).toBeLessThan(1e-3);
    found.coefficients.forEach((value, column) => {
      expect(value).toBeCloseTo(plain.coefficients[column] ?? 0, 6);
      expect(found.standardErrors[column]).toBeCloseTo(plain.standardErrors[column] ?? 0, 4);
    });
    expect(found.logLikelihood).toBeCloseTo(plain.logLikelihood ?? 0, 6);
  });

  test("does not depend on the order of rows", () => {
    const { counts, design, groups, offset } = simulate(20, { group: 0.7, row: 0.3, seed: 52 });
    const order = counts.map((_, row) => (row * 7) % counts.length);
    const pick = <Value>(list: ArrayLike<Value>) => order.map((row) => list[row] as Value);
    const shuffled = designMatrix([
      { name: "all", values: counts.map(() => 1) },
      { name: "flag", values: pick(design.values.subarray(counts.length)) },
    ]);
    const found = fitted(counts, { design, groups, offset, rowEffects: true });
    const again = fitted(pick(counts), {
      design: shuffled,
      groups: pick(groups),
      offset: pick(offset),
      rowEffects: true,
    });
    expect(again.logLikelihood).toBeCloseTo(found.logLikelihood, 7);
    expect(again.coefficients[1]).toBeCloseTo(found.coefficients[1] ?? 0, 5);
    expect(again.effectByGroup.get("g4")).toBeCloseTo(found.effectByGroup.get("g4") ?? 0, 5);
  });

  test("without row effects, rows of one group with the same predictors can be added together", () => {
    const counts = [3, 5, 9, 2, 0, 14, 6, 1];
    const groups = ["a", "a", "b", "b", "c", "c", "d", "d"];
    const one = (length: number) => designMatrix([{ name: "all", values: new Array<number>(length).fill(1) }]);
    const whole = fitted([8, 11, 14, 7], {
      design: one(4),
      groups: ["a", "b", "c", "d"],
      offset: new Array<number>(4).fill(Math.log(2)),
    });
    const split = fitted(counts, { design: one(8), groups });
    expect(split.coefficients[0]).toBeCloseTo(whole.coefficients[0] ?? 0, 5);
    expect(split.standardErrors[0]).toBeCloseTo(whole.standardErrors[0] ?? 0, 5);
    expect(split.groupDeviation).toBeCloseTo(whole.groupDeviation, 5);
  });

  test("Laplace's approximation and quadrature differ little where groups have many events", () => {
    const { counts, design, groups, offset } = simulate(30, { group: 0.5, row: 0, seed: 53 });
    const busy = { design, groups, offset: offset.map((value) => value + 3) };
    const more = counts.map((count) => count * 20);
    const laplace = fitted(more, busy);
    const quadrature = fitted(more, { ...busy, nodes: 25 });
    expect(quadrature.coefficients[0]).toBeCloseTo(laplace.coefficients[0] ?? 0, 3);
    expect(quadrature.groupDeviation).toBeCloseTo(laplace.groupDeviation, 3);
    expect(quadrature.logLikelihood).toBeCloseTo(laplace.logLikelihood, 0);
  });

  test("refuses what the numbers do not allow", () => {
    const design = designMatrix([{ name: "all", values: [1, 1, 1, 1] }]);
    const groups = ["a", "a", "b", "b"];
    expect(hierarchicalPoisson([0, 0, 0, 0], { design, groups })).toEqual({ reason: "no_events" });
    expect(hierarchicalPoisson([1, 2, 3, 4], { design, groups: ["a", "a", "a", "a"] })).toMatchObject({
      reason: "too_few_units",
    });
    expect(hierarchicalPoisson([1, 2, 3, 4], { design, groups: [1, 2, 3, 4], rowEffects: true })).toMatchObject({
      reason: "aliased",
    });
    const twice = designMatrix([
      { name: "all", values: [1, 1, 1, 1] },
      { name: "same", values: [2, 2, 2, 2] },
    ]);
    expect(hierarchicalPoisson([1, 2, 3, 4], { design: twice, groups })).toEqual({ reason: "aliased", detail: "same" });
    const empty = designMatrix([
      { name: "all", values: [1, 1, 1, 1] },
      { name: "never", values: [0, 1, 0, 1] },
    ]);
    expect(hierarchicalPoisson([3, 0, 4, 0], { design: empty, groups })).toMatchObject({ reason: "separated" });
  });

  test("refuses impossible arguments", () => {
    const design = designMatrix([{ name: "all", values: [1, 1] }]);
    expect(() => hierarchicalPoisson([1, 2], { design, groups: ["a"] })).toThrow(
      "invalid groups; must have 2 values: 1",
    );
    expect(() => hierarchicalPoisson([1, 2], { design, groups: ["a", "b"], rowEffects: true, nodes: 5 })).toThrow(
      "invalid nodes; must be 1 with row effects: 5",
    );
    expect(() => hierarchicalPoisson([1, 2.5], { design, groups: ["a", "b"] })).toThrow(RangeError);
    expect(() => hierarchicalPoisson([1, 2], { design, groups: ["a", "b"], nodes: 0 })).toThrow("invalid n");
  });
});
