import { solveBracketed } from "../functions/solve-bracketed.ts";

/** A point of a quadrature rule over a standard normal variable; the weights add up to 1. */
export type NormalNode = { readonly position: number; readonly weight: number };

/**
 * Nodes and weights of the Gauss–Hermite rule for the mean of a function of a standard normal variable; exact for
 * polynomials of degree 2n − 1. Not for functions that are not smooth.
 *
 * Formula: nodes are the zeros of the Hermite polynomial Heₙ, each between two of Heₙ₋₁;
 * weights 1/Σ p²(node), p the orthonormal polynomials below degree n.
 *
 * Source: Abramowitz & Stegun (1964), 25.4.46 and 22.2.15.
 *
 * @param n nodes, a whole number from 1 to 100
 * @throws RangeError if n is not a whole number in that range
 * @example gaussHermite(2) // [{ position: -1, weight: 0.5 }, { position: 1, weight: 0.5 }]
 */
export function gaussHermite(n: number): readonly NormalNode[] {
  if (!(Number.isInteger(n) && n >= 1 && n <= 100))
    throw new RangeError(`invalid n; not a whole number in 1–100: ${n}`);
  let zeros: readonly number[] = [];
  for (let degree = 1; degree <= n; degree++) {
    const edge = 2 * Math.sqrt(degree) + 1;
    const edges = [-edge, ...zeros, edge];
    zeros = Array.from({ length: degree }, (_, index) =>
      solveBracketed((x) => hermite(degree, x).at(-1) ?? 0, { low: edges[index] ?? 0, high: edges[index + 1] ?? 0 }),
    );
  }
  return zeros.map((position) => {
    const squares = hermite(n - 1, position).reduce((sum, value) => sum + value ** 2, 0);
    return { position, weight: 1 / squares };
  });
}

/** Orthonormal Hermite polynomials of degree 0 to n. */
function hermite(n: number, x: number): readonly number[] {
  const values = [1];
  for (let degree = 1; degree <= n; degree++) {
    const before = values[degree - 2] ?? 0;
    values.push((x * (values[degree - 1] ?? 0) - Math.sqrt(degree - 1) * before) / Math.sqrt(degree));
  }
  return values;
}
