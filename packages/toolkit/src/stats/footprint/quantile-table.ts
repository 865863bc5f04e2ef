/**
 * Quantiles of a positive variable at the probabilities (i + ½)/size, i = 0, 1, …: a sorted sample without chance.
 * Calculated at 257 probabilities and interpolated between them by cubics, logarithm of the quantile against log odds
 * of the probability. Not for variables with jumps in their quantiles.
 *
 * Source: Lagrange's interpolation, Abramowitz & Stegun (1964), 25.2.13.
 *
 * @param quantile rising function of a probability in (0, 1), above 0
 * @param size how many; a whole number of at least 1
 * @throws RangeError if size is not a whole number in 1–10,000,000
 * @example Array.from(quantileTable((p) => p / (1 - p), 2)) // [0.3333…, 3]
 */
export function quantileTable(quantile: (p: number) => number, size: number): Float64Array {
  if (!(Number.isInteger(size) && size >= 1 && size <= 1e7))
    throw new RangeError(`invalid size; not a whole number in 1–10,000,000: ${size}`);
  const furthest = Math.max(1, Math.log(2 * size));
  const step = (2 * furthest) / (knots - 1);
  const logarithms = Array.from({ length: knots + 2 }, (_, index) => {
    const logOdds = -furthest + (index - 1) * step;
    return Math.log(Math.max(Number.MIN_VALUE, quantile(1 / (1 + Math.exp(-logOdds)))));
  });
  return Float64Array.from({ length: size }, (_, index) => {
    const p = (index + 0.5) / size;
    return Math.exp(interpolate(logarithms, (Math.log(p / (1 - p)) + furthest) / step + 1));
  });
}

const knots = 257;

function interpolate(values: readonly number[], position: number): number {
  const left = Math.min(values.length - 3, Math.max(1, Math.floor(position)));
  const t = position - left;
  const at = (index: number) => values[left + index] ?? Number.NaN;
  return (
    (-at(-1) * t * (t - 1) * (t - 2)) / 6 +
    (at(0) * (t + 1) * (t - 1) * (t - 2)) / 2 -
    (at(1) * (t + 1) * t * (t - 2)) / 2 +
    (at(2) * (t + 1) * t * (t - 1)) / 6
  );
}
