import { type CholeskyFactor, choleskyFactor, choleskySolve } from "../matrices/cholesky.ts";

/** A function and its slopes at one point. */
export type Slope = { readonly value: number; readonly gradient: Float64Array };

/** @see minimiseSmoothly */
export type Minimum = {
  readonly at: Float64Array;
  readonly value: number;
  /** Factor of the matrix of second derivatives there. */
  readonly curvature: CholeskyFactor;
};

type Start = {
  readonly at: Float64Array;
  /** Rough inverse of the second derivatives, row after row; sets the scale of the first step. */
  readonly inverse: Float64Array;
};

/**
 * Lowest point of a smooth function of a few parameters: quasi-Newton steps (BFGS) to get near, then Newton's own with
 * second derivatives from differences of the slopes, until a step lowers it by less than 1e-10 (1e-7 after ten). Finds a
 * local minimum: not for functions with several. The function may answer Infinity or NaN where it does not exist.
 *
 * Source: Nocedal & Wright (2006), Numerical Optimization, 2nd edition, algorithm 6.1 and section 8.1.
 *
 * @returns undefined if it does not settle, or the second derivatives there are not positive definite
 * @example minimiseSmoothly((at) => ({ value: (at[0] - 3) ** 2, gradient: Float64Array.of(2 * (at[0] - 3)) }), {
 *   at: Float64Array.of(0), inverse: Float64Array.of(1),
 * }).at // { 0: 3 }
 */
export function minimiseSmoothly(slope: (at: Float64Array) => Slope, start: Start): Minimum | undefined {
  const near = descend(slope, start);
  let { at } = near;
  let here = slope(at);
  for (let step = 0; step < 30; step++) {
    const curvature = choleskyFactor(secondDerivatives(slope, at, near.inverse), at.length);
    if (curvature === undefined) return undefined;
    const move = choleskySolve(curvature, here.gradient).map((change) => -change);
    // Slopes of very large counts carry rounding errors that keep a step from becoming smaller.
    if (!(-product(move, here.gradient) > (step < 10 ? 1e-10 : 1e-7))) {
      const last = at.map((value, place) => value + (move[place] ?? 0));
      return { at: last, value: slope(last).value, curvature };
    }
    const next = search(slope, { at, here, move });
    if (next === undefined) return undefined;
    ({ at, here } = next);
  }
  return undefined;
}

function descend(slope: (at: Float64Array) => Slope, start: Start): Start {
  let at = start.at;
  const inverse = Float64Array.from(start.inverse);
  let here = slope(at);
  for (let step = 0; step < 300; step++) {
    const move = multiply(inverse, here.gradient).map((change) => -change);
    if (!(-product(move, here.gradient) > 1e-8)) break;
    const next = search(slope, { at, here, move });
    if (next === undefined) break;
    const previous = at;
    const moved = next.at.map((value, place) => value - (previous[place] ?? 0));
    const turned = next.here.gradient.map((value, place) => value - (here.gradient[place] ?? 0));
    updateInverse(inverse, moved, turned);
    ({ at, here } = next);
  }
  return { at, inverse };
}

type Place = { readonly at: Float64Array; readonly here: Slope };

/** Halves the step until the function falls by a fair part of what its slope promises, or rounding hides it. */
function search(slope: (at: Float64Array) => Slope, { at, here, move }: Place & { readonly move: Float64Array }) {
  const promise = product(move, here.gradient);
  const rounding = 1e-12 * (1 + Math.abs(here.value));
  for (let share = 1; share > 1e-10; share /= 2) {
    const there = at.map((value, place) => value + share * (move[place] ?? 0));
    const reached = slope(there);
    if (reached.value <= here.value + 1e-4 * share * promise + rounding) return { at: there, here: reached };
  }
  return undefined;
}

/** The BFGS update, left out where the curvature along the step is not positive. */
function updateInverse(inverse: Float64Array, moved: Float64Array, turned: Float64Array): void {
  const size = moved.length;
  const along = product(moved, turned);
  if (!(along > 1e-14 * Math.sqrt(product(moved, moved) * product(turned, turned)))) return;
  const image = multiply(inverse, turned);
  const factor = (1 + product(turned, image) / along) / along;
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const cross = (image[row] ?? 0) * (moved[column] ?? 0) + (moved[row] ?? 0) * (image[column] ?? 0);
      const change = factor * (moved[row] ?? 0) * (moved[column] ?? 0) - cross / along;
      inverse[row * size + column] = (inverse[row * size + column] ?? 0) + change;
    }
}

/** Central differences of the slopes, over a thousandth of each parameter's own scale. */
function secondDerivatives(slope: (at: Float64Array) => Slope, at: Float64Array, inverse: Float64Array): Float64Array {
  const size = at.length;
  const matrix = new Float64Array(size * size);
  for (let row = 0; row < size; row++) {
    const step = 1e-3 * Math.sqrt(Math.max(inverse[row * size + row] ?? 0, 1e-12));
    const shifted = (by: number) => slope(at.map((value, place) => (place === row ? value + by : value))).gradient;
    const above = shifted(step);
    const below = shifted(-step);
    for (let column = 0; column < size; column++) {
      const second = ((above[column] ?? 0) - (below[column] ?? 0)) / (2 * step);
      matrix[row * size + column] = (matrix[row * size + column] ?? 0) + second / 2;
      matrix[column * size + row] = (matrix[column * size + row] ?? 0) + second / 2;
    }
  }
  return matrix;
}

function multiply(matrix: Float64Array, right: Float64Array): Float64Array {
  return right.map((_, row) => product(matrix.subarray(row * right.length, (row + 1) * right.length), right));
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}
