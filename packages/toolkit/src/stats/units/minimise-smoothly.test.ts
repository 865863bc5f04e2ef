import { expect, test } from "vitest";
import { minimiseSmoothly } from "./minimise-smoothly.ts";

const rosenbrock = (at: Float64Array) => {
  const [x = 0, y = 0] = at;
  return {
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
  };
};
const plain = Float64Array.of(1, 0, 0, 1);

// Rosenbrock (1960), The Computer Journal 3, 175–184.
test("minimiseSmoothly walks Rosenbrock's valley to its end", () => {
  const found = minimiseSmoothly(rosenbrock, { at: Float64Array.of(-1.2, 1), inverse: plain });
  expect(found?.at[0]).toBeCloseTo(1, 8);
  expect(found?.at[1]).toBeCloseTo(1, 8);
  expect((found?.curvature.lower[0] ?? 0) ** 2).toBeCloseTo(802, 0);
});

test("minimiseSmoothly stays where a function exists", () => {
  const logarithm = ([x = 0]: Float64Array) => ({
    value: x > 0 ? x - Math.log(x) : Number.POSITIVE_INFINITY,
    gradient: Float64Array.of(1 - 1 / x),
  });
  const found = minimiseSmoothly(logarithm, { at: Float64Array.of(0.01), inverse: Float64Array.of(1) });
  expect(found?.at[0]).toBeCloseTo(1, 8);
});

test("minimiseSmoothly does not settle on a saddle", () => {
  const saddle = ([x = 0, y = 0]: Float64Array) => ({
    value: x * x - y * y,
    gradient: Float64Array.of(2 * x, -2 * y),
  });
  expect(minimiseSmoothly(saddle, { at: Float64Array.of(1, 0), inverse: plain })).toBeUndefined();
});
