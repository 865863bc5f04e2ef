/** A point of a quadrature rule on [−1, 1]. */
export type QuadratureNode = { readonly position: number; readonly weight: number };

/**
 * Nodes and weights of the Gauss–Legendre rule, which integrates polynomials of degree 2n − 1 over [−1, 1] exactly.
 * Not for functions with a kink or a pole in the range.
 *
 * Source: Abramowitz & Stegun (1964), 25.4.29 and 22.16.6; nodes by Newton's method on Pₙ.
 *
 * @param n nodes, a whole number from 1 to 200
 * @throws RangeError if n is not a whole number in that range
 * @example gaussLegendre(1) // [{ position: 0, weight: 2 }]
 */
export function gaussLegendre(n: number): readonly QuadratureNode[] {
  if (!(Number.isInteger(n) && n >= 1 && n <= 200))
    throw new RangeError(`invalid n; not a whole number in 1–200: ${n}`);
  return Array.from({ length: n }, (_, index) => {
    if (2 * index + 1 === n) return { position: 0, weight: 2 / legendre(n, 0).slope ** 2 };
    let position = -Math.cos((Math.PI * (index + 0.75)) / (n + 0.5));
    for (let count = 0; count < 8; count++) {
      const { value, slope } = legendre(n, position);
      position -= value / slope;
    }
    return { position, weight: 2 / ((1 - position ** 2) * legendre(n, position).slope ** 2) };
  });
}

function legendre(n: number, x: number): { readonly value: number; readonly slope: number } {
  let before = 1;
  let value = x;
  for (let k = 2; k <= n; k++) [before, value] = [value, ((2 * k - 1) * x * value - (k - 1) * before) / k];
  return { value, slope: (n * (before - x * value)) / (1 - x * x) };
}
