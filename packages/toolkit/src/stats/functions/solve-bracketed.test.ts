import fc from "fast-check";
import { expect, test } from "vitest";
import { solveBracketed } from "./solve-bracketed.ts";
import { solveNewton } from "./solve-newton.ts";

test("both solvers find the root of a cubic anywhere in the bracket", () => {
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (root) => {
      const f = (x: number) => (x - root) * (1 + (x - root) ** 2);
      const found = solveBracketed(f, { low: -100, high: 90 });
      expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-13 * Math.abs(root) + 1e-300);
      const tangent = (x: number) => ({ value: f(x), slope: 1 + 3 * (x - root) ** 2 });
      expect(Math.abs(solveNewton(tangent, { low: -100, start: 80, high: 90 }) - root)).toBeLessThan(1e-12);
    }),
  );
});

test("a function that is infinite at an end is solved, in few calls", () => {
  let calls = 0;
  const f = (x: number) => {
    calls += 1;
    return Math.log(x) + 3;
  };
  expect(solveBracketed(f, { low: 0, high: 1e6 })).toBeCloseTo(Math.exp(-3), 14);
  expect(calls).toBeLessThan(120);
});

test("an end that is a root is returned", () => {
  expect(solveBracketed((x) => x, { low: 0, high: 1 })).toBe(0);
  expect(solveBracketed((x) => x - 1, { low: 0, high: 1 })).toBe(1);
});

test("a root outside Newton's bracket gives its nearer end", () => {
  const tangent = (x: number) => ({ value: x - 5, slope: 1 });
  expect(solveNewton(tangent, { low: 0, start: 1, high: 2 })).toBeCloseTo(2, 10);
});

test("a bracket without a change of sign is refused", () => {
  expect(() => solveBracketed((x) => x * x + 1, { low: -1, high: 1 })).toThrow("invalid bracket; signs must differ");
  expect(() => solveBracketed((x) => x, { low: 1, high: 0 })).toThrow(
    "invalid bracket; low must not exceed high: 1, 0",
  );
  expect(() => solveNewton(() => ({ value: 1, slope: 1 }), { low: 0, start: 3, high: 1 })).toThrow("invalid start");
});
