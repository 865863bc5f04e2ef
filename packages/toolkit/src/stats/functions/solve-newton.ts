/** A function's value and slope at a point. */
export type Tangent = { readonly value: number; readonly slope: number };

/** Bracket and starting point. */
export type Search = {
  readonly low: number;
  readonly start: number;
  readonly high: number;
  /** A value this close to 0 is rounding only; 0 if absent. */
  readonly noise?: number;
};

/**
 * Root of a monotone function with a known slope, by Newton's steps kept inside a bracket; where a step would leave
 * it, the bracket is halved instead. The function may be infinite far from the root. Not for functions that are not
 * monotone: use {@link solveBracketed}.
 *
 * Source: Press et al. (2007), Numerical Recipes, 9.4 (rtsafe).
 *
 * @param tangent an increasing function's value and slope
 * @param search bracket and starting point; if the root lies outside the bracket, the nearer end is returned
 * @returns the root, to about 15 digits of the function's argument
 * @throws RangeError if low, start, high are not in order
 * @example solveNewton((x) => ({ value: x ** 3 - 8, slope: 3 * x * x }), { low: 0, start: 1, high: 9 }) // 2
 */
export function solveNewton(tangent: (x: number) => Tangent, search: Search): number {
  const { noise = 0 } = search;
  let { low, high, start: x } = search;
  if (!(low <= x && x <= high)) throw new RangeError(`invalid start; not in [${low}, ${high}]: ${x}`);
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < 300; count++) {
    const { value, slope } = tangent(x);
    if (Math.abs(value) <= noise) return value === 0 ? x : x - value / slope;
    if (value < 0) low = x;
    else high = x;
    const newton = x - value / slope;
    const inside = newton > low && newton < high && Math.abs(newton - x) < best;
    const next = inside ? newton : low + (high - low) / 2;
    best = inside ? Math.abs(newton - x) : Number.POSITIVE_INFINITY;
    if (Math.abs(next - x) <= 4e-16 * Math.max(1e-3, Math.abs(next))) return next;
    x = next;
  }
  return x;
}
