import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gammaTail } from "./gamma-tail.ts";
import { logGamma } from "./log-gamma.ts";
import { normalTail } from "./normal-tail.ts";

// Abramowitz & Stegun (1964), Table 26.7: Q(χ²|ν).
const published = [
  { chiSquare: 3.84146, degrees: 1, q: 0.05 },
  { chiSquare: 5.99147, degrees: 2, q: 0.05 },
  { chiSquare: 23.2093, degrees: 10, q: 0.01 },
  { chiSquare: 29.5883, degrees: 10, q: 0.001 },
];
for (const { chiSquare, degrees, q } of published) {
  test(`the chi-square tail of ${chiSquare} with ${degrees} degrees is ${q}`, () => {
    expect(gammaTail(degrees / 2, chiSquare / 2)).toBeCloseTo(q, 6);
  });
}

test("logGamma gives the logarithm of factorials", () => {
  expect(logGamma(10)).toBeCloseTo(Math.log(362880), 11);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

test("normalTail is two-sided and symmetric", () => {
  expect(normalTail(1.959963984540054)).toBeCloseTo(0.05, 12);
  expect(normalTail(-3)).toBeCloseTo(0.002699796063, 11);
  expect(normalTail(0)).toBe(1);
});

test("impossible arguments are refused", () => {
  expect(() => gammaTail(0, 1)).toThrow("invalid a; not in (0, 10000]: 0");
  expect(() => gammaTail(1, -1)).toThrow("invalid x; must not be negative: -1");
  expect(() => logGamma(0)).toThrow(RangeError);
});

const oracle = new URL("../../../../../shared/methods/oracles/special_functions.json", import.meta.url);
describe.skipIf(!existsSync(oracle))("the lgamma oracle (skipped where the shared folder is absent)", () => {
  test("agrees with R", () => {
    const { input, expected } = JSON.parse(readFileSync(oracle, "utf8")).cases.find(
      (one: { id: string }) => one.id === "lgamma",
    );
    input.x.forEach((x: number, index: number) => {
      const error = Math.abs(logGamma(x) - expected.y[index]);
      expect(error).toBeLessThanOrEqual(1e-12 + 1e-12 * Math.abs(expected.y[index]));
    });
  });
});
