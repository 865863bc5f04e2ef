/**
 * X·b for a matrix of columns, written into `into`.
 *
 * @param values column after column
 * @example multiplyColumns(Float64Array.of(1, 1, 0, 3), Float64Array.of(2, 5), new Float64Array(2)) // { 0: 2, 1: 17 }
 */
export function multiplyColumns(values: Float64Array, factors: ArrayLike<number>, into: Float64Array): Float64Array {
  const rows = into.length;
  const size = factors.length;
  into.fill(0);
  for (let column = 0; column < size; column += 4) {
    const last = size - 1;
    const a = factors[column] as number;
    const b = column + 1 < size ? (factors[column + 1] as number) : 0;
    const c = column + 2 < size ? (factors[column + 2] as number) : 0;
    const d = column + 3 < size ? (factors[column + 3] as number) : 0;
    const first = column * rows;
    const second = Math.min(column + 1, last) * rows;
    const third = Math.min(column + 2, last) * rows;
    const fourth = Math.min(column + 3, last) * rows;
    for (let row = 0; row < rows; row += 1)
      into[row] =
        (into[row] as number) +
        a * (values[first + row] as number) +
        b * (values[second + row] as number) +
        c * (values[third + row] as number) +
        d * (values[fourth + row] as number);
  }
  return into;
}

/**
 * Xᵀ·r for a matrix of columns: one sum per column.
 *
 * @param values column after column
 * @example multiplyTransposed(Float64Array.of(1, 1, 0, 3), Float64Array.of(2, 5)) // { 0: 7, 1: 15 }
 */
export function multiplyTransposed(values: Float64Array, right: Float64Array): Float64Array {
  const rows = right.length;
  const size = rows === 0 ? 0 : values.length / rows;
  const sums = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    const at = column * rows;
    let even = 0;
    let odd = 0;
    let row = 0;
    for (; row + 1 < rows; row += 2) {
      even += (values[at + row] as number) * (right[row] as number);
      odd += (values[at + row + 1] as number) * (right[row + 1] as number);
    }
    if (row < rows) even += (values[at + row] as number) * (right[row] as number);
    sums[column] = even + odd;
  }
  return sums;
}

/**
 * A·B·Aᵀ for square matrices, row after row, exactly symmetric if B is.
 *
 * @example sandwichProduct(Float64Array.of(2), Float64Array.of(3), 1) // { 0: 12 }
 */
export function sandwichProduct(outer: Float64Array, inner: Float64Array, size: number): Float64Array {
  const half = new Float64Array(size * size);
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += (outer[row * size + k] as number) * (inner[k * size + column] as number);
      half[row * size + column] = sum;
    }
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = 0; k < size; k += 1) sum += (half[row * size + k] as number) * (outer[column * size + k] as number);
      product[row * size + column] = sum;
      product[column * size + row] = sum;
    }
  return product;
}
