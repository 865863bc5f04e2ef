const coefficients = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400];

/**
 * What Stirling's formula leaves out of ln Γ(x): ln Γ(x) − (x − ½) ln x + x − ½ ln 2π. Small and smooth, so that
 * probabilities of large counts can be written without subtracting large numbers. Not for arguments at or below 0.
 *
 * Source: Abramowitz & Stegun (1964), 6.1.40; below 10 by its recurrence.
 *
 * @throws RangeError if the argument is not positive
 * @example stirlingRemainder(10) // 0.008330563433362…
 */
export function stirlingRemainder(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; must be positive: ${x}`);
  let shift = 0;
  let y = x;
  for (; y < 10; y += 1) shift += (y + 0.5) * Math.log1p(1 / y) - 1;
  const inverse = 1 / (y * y);
  return coefficients.reduceRight((sum, coefficient) => sum * inverse + coefficient, 0) / y + shift;
}
