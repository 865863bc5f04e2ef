const digammaCoefficients = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32760, 1 / 12];
const trigammaCoefficients = [1 / 6, -1 / 30, 1 / 42, -1 / 30, 5 / 66, -691 / 2730, 7 / 6];

/**
 * Derivative of ln Γ(x), for positive x. Absolute error near 1e-15 around its zero at 1.46. Not for negative
 * arguments.
 *
 * Source: Abramowitz & Stegun (1964), 6.3.18, after the recurrence 6.3.5 to above 10.
 *
 * @throws RangeError if the argument is not positive
 * @example digamma(1) // -0.57721566490153…
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; must be positive: ${x}`);
  let shift = 0;
  let y = x;
  for (; y < 10; y += 1) shift += 1 / y;
  const inverse = 1 / (y * y);
  const series = digammaCoefficients.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
  return Math.log(y) - 0.5 / y - series - shift;
}

/**
 * Second derivative of ln Γ(x), for positive x. Not for negative arguments.
 *
 * Source: Abramowitz & Stegun (1964), 6.4.12, after the recurrence 6.4.6 to above 10.
 *
 * @throws RangeError if the argument is not positive
 * @example trigamma(1) // 1.644934066848…
 */
export function trigamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; must be positive: ${x}`);
  let shift = 0;
  let y = x;
  for (; y < 10; y += 1) shift += 1 / (y * y);
  const inverse = 1 / (y * y);
  const series = trigammaCoefficients.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
  return (1 + 0.5 / y + series) / y + shift;
}
