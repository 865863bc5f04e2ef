import fc from "fast-check";
import { expect, test } from "vitest";
import { choleskyFactor, choleskyInverse, choleskyLogDeterminant, choleskySolve } from "./cholesky.ts";
import { multiplyColumns, multiplyTransposed, sandwichProduct } from "./multiply.ts";
import { pivotedQr } from "./pivoted-qr.ts";
import { inverseCrossProduct, solveUpper } from "./triangles.ts";
import { weightedCrossProduct } from "./weighted-cross-product.ts";

const number = fc.integer({ min: -100, max: 100 }).map((tenths) => tenths / 10);
const matrix = fc.tuple(fc.integer({ min: 6, max: 40 }), fc.integer({ min: 1, max: 5 })).chain(([rows, size]) =>
  fc.record({
    rows: fc.constant(rows),
    size: fc.constant(size),
    values: fc.array(number, { minLength: rows * size, maxLength: rows * size }),
    weights: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), { minLength: rows, maxLength: rows }),
  }),
);

function plainCrossProduct(values: readonly number[], rows: number, weights: readonly number[]): readonly number[] {
  const size = values.length / rows;
  return Array.from({ length: size * size }, (_, at) => {
    const left = Math.floor(at / size);
    const right = at % size;
    return weights.reduce(
      (sum, weight, row) => sum + weight * (values[left * rows + row] ?? 0) * (values[right * rows + row] ?? 0),
      0,
    );
  });
}

test("the blocked cross product is the plain one, whatever the number of rows and columns", () => {
  for (const [rows, size] of [
    [1, 1],
    [255, 2],
    [256, 3],
    [257, 4],
    [700, 7],
  ] as const) {
    const values = Array.from({ length: rows * size }, (_, at) => Math.sin(at * 1.7) * 3);
    const weights = Array.from({ length: rows }, (_, row) => 1 + Math.cos(row));
    const got = weightedCrossProduct(Float64Array.from(values), rows, Float64Array.from(weights));
    plainCrossProduct(values, rows, weights).forEach((value, at) => {
      expect(got[at]).toBeCloseTo(value, 8);
    });
  }
});

test("Cholesky solves, inverts and takes the determinant of XᵀWX", () => {
  fc.assert(
    fc.property(matrix, ({ rows, size, values, weights }) => {
      const product = weightedCrossProduct(Float64Array.from(values), rows, Float64Array.from(weights));
      const factor = choleskyFactor(product, size);
      fc.pre(factor !== undefined && factor.smallestPivot > 1e-6);
      if (factor === undefined) return;
      const right = Float64Array.from({ length: size }, (_, index) => index - 1.5);
      const back = multiplyColumns(product, choleskySolve(factor, right), new Float64Array(size));
      const inverse = choleskyInverse(factor);
      const unit = sandwichProduct(inverse, product, size);
      right.forEach((value, index) => {
        expect(back[index]).toBeCloseTo(value, 6);
      });
      inverse.forEach((value, at) => {
        expect(Math.abs((unit[at] ?? 0) - value)).toBeLessThan(1e-6 * Math.max(...inverse.map(Math.abs)));
      });
      if (size === 1) expect(choleskyLogDeterminant(factor)).toBeCloseTo(Math.log(product[0] ?? 0), 10);
    }),
    { numRuns: 60 },
  );
});

test("Cholesky refuses what is not positive definite", () => {
  expect(choleskyFactor(Float64Array.of(1, 2, 2, 1), 2)).toBeUndefined();
  expect(choleskyFactor(Float64Array.of(0), 1)).toBeUndefined();
  expect(choleskyFactor(Float64Array.of(Number.NaN), 1)).toBeUndefined();
});

test("RᵀR of the QR is XᵀX of the kept columns, and Qᵀy solves least squares", () => {
  fc.assert(
    fc.property(matrix, ({ rows, size, values }) => {
      const columns = Float64Array.from(values);
      const { kept, upper, rotate } = pivotedQr(columns, rows);
      fc.pre(kept.length === size);
      const product = weightedCrossProduct(columns, rows, new Float64Array(rows).fill(1));
      for (let row = 0; row < size; row += 1)
        for (let column = 0; column < size; column += 1) {
          let sum = 0;
          for (let k = 0; k <= Math.min(row, column); k += 1)
            sum += (upper[k * size + row] ?? 0) * (upper[k * size + column] ?? 0);
          expect(sum).toBeCloseTo(product[row * size + column] ?? 0, 8);
        }
      const y = Float64Array.from({ length: rows }, (_, row) => Math.cos(row));
      const right = y.slice();
      rotate(right);
      const solution = solveUpper(upper, right, size);
      const fitted = multiplyColumns(columns, solution, new Float64Array(rows));
      const leftover = multiplyTransposed(
        columns,
        y.map((value, row) => value - (fitted[row] ?? 0)),
      );
      leftover.forEach((value) => {
        expect(Math.abs(value)).toBeLessThan(1e-7);
      });
    }),
    { numRuns: 60 },
  );
});

test("of two dependent columns the later is set aside, at any scale", () => {
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 0, max: 2 }), (power, place) => {
      const rows = 12;
      const first = Array.from({ length: rows }, (_, row) => Math.sin(row + 1));
      const second = Array.from({ length: rows }, (_, row) => Math.cos(row * row));
      const sum = first.map((value, row) => 10 ** power * (2 * value - 3 * (second[row] ?? 0)));
      const columns = [first, second];
      columns.splice(place, 0, sum);
      const { kept, dependent } = pivotedQr(Float64Array.from(columns.flat()), rows);
      expect(dependent).toEqual([2]);
      expect(kept).toEqual([0, 1]);
    }),
  );
});

test("a column that differs by more than 1e-7 of its length is kept; more columns than rows are not", () => {
  const near = (difference: number) => pivotedQr(Float64Array.of(1, 1, 1, 1, 1, 1 + difference), 3).kept.length;
  expect(near(1e-5)).toBe(2);
  expect(near(1e-9)).toBe(1);
  expect(pivotedQr(Float64Array.of(1, 2, 3, 4, 5, 7), 2)).toMatchObject({ kept: [0, 1], dependent: [2] });
  expect(pivotedQr(Float64Array.of(0, 0), 2)).toMatchObject({ kept: [], dependent: [0] });
});

test("lengths near the ends of the number range do not overflow", () => {
  const { upper } = pivotedQr(Float64Array.of(3e200, 4e200), 2);
  expect(Math.abs(upper[0] ?? 0) / 5e200).toBeCloseTo(1, 12);
  expect(inverseCrossProduct(Float64Array.of(2, 1, 0, 4), 2)[3]).toBeCloseTo(1 / 16, 15);
});
