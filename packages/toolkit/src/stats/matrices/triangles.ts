/**
 * Solves R·x = b for an upper triangle R.
 *
 * @param upper row after row, `size × size`
 * @param right at least `size` long; the rest is not read
 * @example solveUpper(Float64Array.of(2, 1, 0, 4), Float64Array.of(4, 8), 2) // { 0: 1, 1: 2 }
 */
export function solveUpper(upper: Float64Array, right: Float64Array, size: number): Float64Array {
  const solution = right.slice(0, size);
  for (let row = size - 1; row >= 0; row -= 1) {
    let sum = solution[row] as number;
    for (let k = row + 1; k < size; k += 1) sum -= (upper[row * size + k] as number) * (solution[k] as number);
    solution[row] = sum / (upper[row * size + row] as number);
  }
  return solution;
}

/**
 * The inverse of an upper triangle, row after row.
 *
 * @example invertUpper(Float64Array.of(2, 1, 0, 4), 2) // { 0: 0.5, 1: -0.125, 2: 0, 3: 0.25 }
 */
export function invertUpper(upper: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column += 1) {
    const unit = new Float64Array(size);
    unit[column] = 1;
    const solution = solveUpper(upper, unit, size);
    for (let row = 0; row <= column; row += 1) inverse[row * size + column] = solution[row] as number;
  }
  return inverse;
}

/**
 * R⁻¹·R⁻ᵀ, which is (RᵀR)⁻¹: the unscaled covariance of a least-squares fit from its QR.
 *
 * @example inverseCrossProduct(Float64Array.of(2), 1) // { 0: 0.25 }
 */
export function inverseCrossProduct(upper: Float64Array, size: number): Float64Array {
  const inverse = invertUpper(upper, size);
  const product = new Float64Array(size * size);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let sum = 0;
      for (let k = row; k < size; k += 1)
        sum += (inverse[row * size + k] as number) * (inverse[column * size + k] as number);
      product[row * size + column] = sum;
      product[column * size + row] = sum;
    }
  return product;
}
