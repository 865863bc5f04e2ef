import { stirlingRemainder } from "./stirling-remainder.ts";

const eulerConstant = 0.5772156649015329;

/** ζ(n) − 1 for n = 2, 3, … 40: the first powers, then the Euler–Maclaurin rest from 20 on. */
const zetaMinusOne = Array.from({ length: 39 }, (_, index) => {
  const n = index + 2;
  const rising = (factors: number) => Array.from({ length: factors }, (_, k) => n + k).reduce((a, b) => a * b, 1);
  const rest = [rising(1) / 12, -rising(3) / 720, rising(5) / 30240, -rising(7) / 1209600];
  let sum = rest.reduceRight((total, coefficient, k) => total + coefficient * 20 ** (-n - 2 * k - 1), 0);
  sum += 20 ** (1 - n) / (n - 1) + 20 ** -n / 2;
  for (let k = 19; k >= 2; k--) sum += k ** -n;
  return sum;
});

/**
 * Natural logarithm of the gamma function for positive numbers, with full relative accuracy at its zeros 1 and 2 too.
 * Not for negative arguments.
 *
 * Source: Abramowitz & Stegun (1964), 6.1.40 (Stirling) above 10, 6.1.33 near 1 and 2, recurrence between.
 *
 * @throws RangeError if the argument is not positive
 * @example logGamma(10) // 12.8018…
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`invalid x; must be positive: ${x}`);
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x >= 10) return (x - 0.5) * (Math.log(x) - 1) + 0.5 * Math.log(2 * Math.PI) - 0.5 + stirlingRemainder(x);
  if (x < 0.5) return logGammaOnePlus(x) - Math.log(x);
  if (x < 1.5) return logGammaOnePlus(x - 1);
  let product = 1;
  let y = x;
  for (; y > 2.5; y -= 1) product *= y - 1;
  return Math.log1p(y - 2) + logGammaOnePlus(y - 2) + Math.log(product);
}

/**
 * ln Γ(1 + z) for z from −½ to ½, accurate relative to its own size as z goes to 0. Not for other z: use
 * {@link logGamma}.
 *
 * Source: Abramowitz & Stegun (1964), 6.1.33.
 *
 * @throws RangeError if z is outside [−½, ½]
 * @example logGammaOnePlus(1e-10) // -5.772156648…e-11
 */
export function logGammaOnePlus(z: number): number {
  if (!(Math.abs(z) <= 0.5)) throw new RangeError(`invalid z; not in [-0.5, 0.5]: ${z}`);
  const series = zetaMinusOne.reduceRight((sum, zeta, index) => {
    const n = index + 2;
    return sum * z + ((n % 2 === 0 ? 1 : -1) * zeta) / n;
  }, 0);
  return series * z * z + z * (1 - eulerConstant) - Math.log1p(z);
}

/**
 * ln n!, also for n that are not whole. Not for negative n.
 *
 * Source: n! = Γ(n + 1), Abramowitz & Stegun (1964), 6.1.5.
 *
 * @throws RangeError if n is negative
 * @example logFactorial(9) // 12.8018…
 */
export function logFactorial(n: number): number {
  if (!(n >= 0)) throw new RangeError(`invalid n; must not be negative: ${n}`);
  return logGamma(n + 1);
}
