import { expect, test } from "vitest";
import { designFromRows, designMatrix } from "../matrices/design-matrix.ts";
import { isRefusal } from "../refusal.ts";
import { autocorrelation, autocorrelations } from "./autocorrelation.ts";
import { breuschGodfrey } from "./breusch-godfrey.ts";
import { durbinWatson } from "./durbin-watson.ts";
import { leastSquares } from "./least-squares.ts";
import { boxPierce, ljungBox } from "./ljung-box.ts";

// Longley (1967), JASA 62, 819–841; certified values of NIST, Statistical Reference Datasets, "Longley".
const longley = [
  [83, 234289, 2356, 1590, 107608, 1947, 60323],
  [88.5, 259426, 2325, 1456, 108632, 1948, 61122],
  [88.2, 258054, 3682, 1616, 109773, 1949, 60171],
  [89.5, 284599, 3351, 1650, 110929, 1950, 61187],
  [96.2, 328975, 2099, 3099, 112075, 1951, 63221],
  [98.1, 346999, 1932, 3594, 113270, 1952, 63639],
  [99, 365385, 1870, 3547, 115094, 1953, 64989],
  [100, 363112, 3578, 3350, 116219, 1954, 63761],
  [101.2, 397469, 2904, 3048, 117388, 1955, 66019],
  [104.6, 419180, 2822, 2857, 118734, 1956, 67857],
  [108.4, 442769, 2936, 2798, 120445, 1957, 68169],
  [110.8, 444546, 4681, 2637, 121950, 1958, 66513],
  [112.6, 482704, 3813, 2552, 123366, 1959, 68655],
  [114.2, 502601, 3931, 2514, 125368, 1960, 69564],
  [115.7, 518173, 4806, 2572, 127852, 1961, 69331],
  [116.9, 554894, 4007, 2827, 130081, 1962, 70551],
] as const;
const names = ["one", "deflator", "gnp", "unemployed", "forces", "population", "year"];
const fit = leastSquares({
  design: designFromRows(
    names,
    longley.map((row) => [1, ...row.slice(0, 6)]),
  ),
  y: longley.map((row) => row[6]),
});

test("agrees with NIST's certified values for Longley's nearly collinear data", () => {
  const certified = [
    [-3482258.63459582, 890420.383607373],
    [15.0618722713733, 84.9149257747669],
    [-0.035819179292591, 0.033491007772269],
    [-2.02022980381683, 0.488399681651699],
    [-1.03322686717359, 0.214274163161675],
    [-0.0511041056535807, 0.22607320006937],
    [1829.15146461355, 455.478499142212],
  ];
  certified.forEach(([coefficient = 0, error = 1], index) => {
    expect((fit.coefficients[index] ?? 0) / coefficient).toBeCloseTo(1, 7);
    expect((fit.standardErrors[index] ?? 0) / error).toBeCloseTo(1, 7);
  });
  expect(Math.sqrt(fit.residualVariance ?? Number.NaN)).toBeCloseTo(304.854073561965, 5);
});

test("residual diagnostics of Longley's data agree with R's lmtest", () => {
  expect(durbinWatson(fit.residuals)).toBeCloseTo(2.55948768928, 6);
  const test = breuschGodfrey(fit, 2);
  expect(isRefusal(test) ? test : test.statistic).toBeCloseTo(2.87624447081, 5);
});

test("a repeated column is aliased; a full design leaves no variance", () => {
  const x = [1, 2, 4];
  const doubled = leastSquares({
    design: designMatrix([
      { name: "x", values: x },
      { name: "again", values: x },
    ]),
    y: [2, 4, 9],
  });
  expect(doubled.aliased).toEqual(["again"]);
  expect(doubled.coefficients[1]).toBeNull();
  const full = leastSquares({ design: designMatrix([{ name: "x", values: [2] }]), y: [6] });
  expect(full).toMatchObject({ coefficients: [3], residualVariance: null, standardErrors: [null] });
});

test("weights are repeated rows", () => {
  const one = designMatrix([{ name: "one", values: [1, 1] }]);
  expect(leastSquares({ design: one, y: [1, 5], weights: [3, 1] }).coefficients[0]).toBeCloseTo(2, 12);
});

test("autocorrelations of an alternating series, by hand", () => {
  // Around the mean 0: products of neighbours −1 · 5, two apart +1 · 4, over 6 squares.
  const series = [1, -1, 1, -1, 1, -1];
  expect(autocorrelations(series, 2)).toEqual([-5 / 6, 4 / 6]);
  expect(autocorrelation(series, 9)).toBeUndefined();
  expect(autocorrelation([4, 4, 4], 1)).toBeUndefined();
  expect(durbinWatson(series)).toBeCloseTo(20 / 6, 12);
  expect(boxPierce(series, 2)?.statistic).toBeCloseTo(6 * (25 / 36 + 16 / 36), 12);
  expect(ljungBox(series, 2)?.statistic).toBeCloseTo(48 * (25 / 36 / 5 + 16 / 36 / 4), 12);
});

test("what cannot be answered is refused", () => {
  expect(durbinWatson([0, 0, 0])).toMatchObject({ reason: "no_heterogeneity" });
  expect(durbinWatson([1])).toMatchObject({ reason: "too_few_units" });
  expect(ljungBox([1, 2], 2)).toBeUndefined();
  expect(breuschGodfrey(fit, 16)).toMatchObject({ reason: "too_few_units" });
  expect(() => ljungBox([1, 2, 3], 0)).toThrow("invalid lag; must be a whole number from 1: 0");
});
