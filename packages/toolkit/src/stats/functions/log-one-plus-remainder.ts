/**
 * ln(1 + x) − x without cancellation, however small x is. The building block of every likelihood near its peak. Not
 * for x at or below −1.
 *
 * Source: ln(1 + x) = 2 artanh(x / (2 + x)), Abramowitz & Stegun (1964), 4.1.27 and 4.6.33.
 *
 * @throws RangeError if x is not above −1
 * @example logOnePlusRemainder(1e-8) // -4.9999999…e-17
 */
export function logOnePlusRemainder(x: number): number {
  if (!(x > -1)) throw new RangeError(`invalid x; must be above -1: ${x}`);
  if (Math.abs(x) > 0.5) return Math.log1p(x) - x;
  const ratio = x / (2 + x);
  const square = ratio * ratio;
  let power = ratio * square;
  let sum = 0;
  for (let n = 3; n < 200; n += 2) {
    const term = power / n;
    sum += term;
    if (Math.abs(term) <= Math.abs(sum) * 1e-17) break;
    power *= square;
  }
  return 2 * sum - x * ratio;
}
