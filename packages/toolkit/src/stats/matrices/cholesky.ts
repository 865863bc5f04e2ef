/** The lower triangle L of a symmetric matrix A = L·Lᵀ, row by row, and how near the matrix is to losing a dimension. */
export type CholeskyFactor = {
  readonly size: number;
  readonly lower: Float64Array;
  /** Smallest share of a column's square length that the columns before it do not explain; 1 is the best. */
  readonly smallestPivot: number;
};

/**
 * Factors a symmetric positive definite matrix. Not for matrices with almost dependent columns: the answer loses as
 * many digits as `smallestPivot` has zeros; use {@link pivotedQr} on the columns themselves.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, 4th ed., 4.2.
 *
 * @param matrix row after row, `size × size`; only the upper triangle is read
 * @returns undefined if the matrix is not positive definite in double precision
 * @example choleskyFactor(Float64Array.of(4, 2, 2, 2), 2) // { size: 2, smallestPivot: 0.5 }
 */
export function choleskyFactor(matrix: Float64Array, size: number): CholeskyFactor | undefined {
  const lower = new Float64Array(size * size);
  let smallestPivot = 1;
  for (let column = 0; column < size; column += 1) {
    const whole = matrix[column * size + column] as number;
    let pivot = whole;
    for (let k = 0; k < column; k += 1) pivot -= (lower[column * size + k] as number) ** 2;
    if (!(pivot > 0 && Number.isFinite(pivot))) return undefined;
    smallestPivot = Math.min(smallestPivot, pivot / whole);
    const root = Math.sqrt(pivot);
    lower[column * size + column] = root;
    for (let row = column + 1; row < size; row += 1) {
      let sum = matrix[column * size + row] as number;
      for (let k = 0; k < column; k += 1)
        sum -= (lower[row * size + k] as number) * (lower[column * size + k] as number);
      lower[row * size + column] = sum / root;
    }
  }
  return { size, lower, smallestPivot };
}

/**
 * Solves A·x = b with the factor of A.
 *
 * @example choleskySolve({ size: 1, lower: Float64Array.of(2), smallestPivot: 1 }, Float64Array.of(8)) // { 0: 2 }
 */
export function choleskySolve({ size, lower }: CholeskyFactor, right: Float64Array): Float64Array {
  const solution = right.slice();
  for (let row = 0; row < size; row += 1) {
    let sum = solution[row] as number;
    for (let k = 0; k < row; k += 1) sum -= (lower[row * size + k] as number) * (solution[k] as number);
    solution[row] = sum / (lower[row * size + row] as number);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] as number;
    for (let k = row + 1; k < size; k += 1) sum -= (lower[k * size + row] as number) * (solution[k] as number);
    solution[row] = sum / (lower[row * size + row] as number);
  }
  return solution;
}

/**
 * The inverse of A from its factor, row after row, exactly symmetric.
 *
 * @example choleskyInverse({ size: 1, lower: Float64Array.of(2), smallestPivot: 1 }) // { 0: 0.25 }
 */
export function choleskyInverse(factor: CholeskyFactor): Float64Array {
  const { size } = factor;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    inverse.set(choleskySolve(factor, unit), column * size);
  }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < row; column += 1) {
      const mean = ((inverse[row * size + column] as number) + (inverse[column * size + row] as number)) / 2;
      inverse[row * size + column] = mean;
      inverse[column * size + row] = mean;
    }
  return inverse;
}

/**
 * Twice the sum of the logarithms of the diagonal: the logarithm of the determinant of A.
 *
 * @example choleskyLogDeterminant({ size: 1, lower: Float64Array.of(2), smallestPivot: 1 }) // 1.3862…
 */
export function choleskyLogDeterminant({ size, lower }: CholeskyFactor): number {
  let sum = 0;
  for (let row = 0; row < size; row += 1) sum += Math.log(lower[row * size + row] as number);
  return 2 * sum;
}
