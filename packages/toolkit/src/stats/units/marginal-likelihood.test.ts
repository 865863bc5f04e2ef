import { describe, expect, test } from "vitest";
import { poissonDeviance } from "../functions/poisson-deviance.ts";
import { seededRandom } from "../functions/seeded-random.ts";
import { gaussHermite } from "./gauss-hermite.ts";
import type { GroupedCounts, HierarchicalPoint } from "./grouped-counts.ts";
import { laplaceLikelihood, type MarginalLikelihood } from "./laplace-likelihood.ts";
import { quadratureLikelihood } from "./quadrature-likelihood.ts";

const random = seededRandom(61);
const rows = 14;
const data: GroupedCounts = {
  counts: Float64Array.from({ length: rows }, () => Math.floor(12 * random())),
  offset: Float64Array.from({ length: rows }, random),
  design: Float64Array.from({ length: 2 * rows }, (_, place) => (place < rows ? 1 : random())),
  columns: 2,
  starts: Int32Array.of(0, 3, 4, 9, 14),
};
const noEffects = () => ({
  groups: new Float64Array(4),
  rows: new Float64Array(rows),
  means: new Float64Array(rows),
});
const pointAt = ([first = 0, second = 0, group = 0, row = 0]: readonly number[]): HierarchicalPoint => ({
  coefficients: Float64Array.of(first, second),
  groupDeviation: group,
  rowDeviation: row,
});
const found = (likelihood: MarginalLikelihood | undefined) => {
  if (likelihood === undefined) throw new Error("not settled");
  return likelihood;
};
const laplace = (at: readonly number[]) => found(laplaceLikelihood(data, pointAt(at), noEffects()));
const quadrature = (at: readonly number[], nodes: number) =>
  found(quadratureLikelihood(data, pointAt(at), { effects: noEffects(), nodes: gaussHermite(nodes) }));

function expectSlopes(evaluate: (at: readonly number[]) => MarginalLikelihood, at: readonly number[]): void {
  const { byCoefficient, byGroupDeviation, byRowDeviation } = evaluate(at);
  const slopes = [...byCoefficient, byGroupDeviation, byRowDeviation].slice(0, at.length);
  for (const [place, value] of at.entries()) {
    const above = evaluate(at.with(place, value + 1e-5)).value;
    const below = evaluate(at.with(place, value - 1e-5)).value;
    expect(slopes[place]).toBeCloseTo((above - below) / 2e-5, 5);
  }
}

describe("the marginal likelihood", () => {
  test("has the slopes of its own differences", () => {
    expectSlopes(laplace, [0.8, 0.5, 0.7, 0.4]);
    expectSlopes(laplace, [0.1, -0.5, 1.4, 0]);
    for (const nodes of [1, 2, 3, 9]) expectSlopes((at) => quadrature(at, nodes), [0.8, 0.5, 0.7]);
  });

  test("with one node is Laplace's approximation", () => {
    expect(quadrature([0.8, 0.5, 0.7], 1).value).toBeCloseTo(laplace([0.8, 0.5, 0.7, 0]).value, 10);
  });

  test("with many nodes is the integral", () => {
    const [first, second, deviation] = [0.8, 0.5, 0.7];
    let sum = 0;
    for (let group = 0; group < 4; group++) {
      let integral = 0;
      for (let effect = -9; effect <= 9; effect += 0.001) {
        let log = -(effect ** 2) / 2;
        for (let row = data.starts[group] ?? 0; row < (data.starts[group + 1] ?? 0); row++) {
          const fixed = (data.offset[row] ?? 0) + first + second * (data.design[rows + row] ?? 0);
          log -= poissonDeviance(data.counts[row] ?? 0, Math.exp(fixed + deviation * effect));
        }
        integral += (0.001 * Math.exp(log)) / Math.sqrt(2 * Math.PI);
      }
      sum += Math.log(integral);
    }
    expect(quadrature([first, second, deviation], 25).value).toBeCloseTo(sum, 9);
    expect(laplace([first, second, deviation, 0]).value).toBeCloseTo(sum, 0);
  });

  test("is the fixed effects' own where nothing varies, and refuses row effects under quadrature", () => {
    const value = data.counts.reduce((sum, count, row) => {
      const predictor = (data.offset[row] ?? 0) + 0.8 + 0.5 * (data.design[rows + row] ?? 0);
      return sum - poissonDeviance(count, Math.exp(predictor));
    }, 0);
    expect(laplace([0.8, 0.5, 0, 0]).value).toBeCloseTo(value, 10);
    expect(() => quadrature([0, 0, 1, 1], 3)).toThrow("invalid rowDeviation; must be 0 for quadrature: 1");
  });
});

// Abramowitz & Stegun (1964), Table 25.10, n = 5: nodes times √2, weights over √π.
test("gaussHermite agrees with the published table", () => {
  const nodes = gaussHermite(5);
  expect(nodes.map(({ position }) => position / Math.SQRT2).slice(2)).toEqual([
    expect.closeTo(0, 12),
    expect.closeTo(0.958572464613819, 12),
    expect.closeTo(2.020182870456086, 12),
  ]);
  expect((nodes[4]?.weight ?? 0) * Math.sqrt(Math.PI)).toBeCloseTo(0.01995324205904591, 12);
  const moment = (power: number) =>
    gaussHermite(40).reduce((sum, node) => sum + node.weight * node.position ** power, 0);
  expect(moment(0)).toBeCloseTo(1, 12);
  expect(moment(8)).toBeCloseTo(105, 8);
  expect(() => gaussHermite(0)).toThrow("invalid n; not a whole number in 1–100: 0");
});
