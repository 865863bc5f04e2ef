const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

/**
 * Natural logarithm of the gamma function for positive numbers. Not for negative arguments.
 *
 * Source: Stirling's series, Abramowitz & Stegun (1964), 6.1.40, after shifting the argument above 10.
 *
 * @throws RangeError if the argument is not positive
 * @example logGamma(10) // 12.8018… = ln 9!
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; must be positive: ${x}`);
  let shift = 0;
  let y = x;
  while (y < 10) {
    shift += Math.log(y);
    y += 1;
  }
  const series = coefficients.reduce((sum, coefficient, index) => sum + coefficient / y ** (2 * index + 1), 0);
  return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
