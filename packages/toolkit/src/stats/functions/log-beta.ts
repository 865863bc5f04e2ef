import { logGamma } from "./log-gamma.ts";
import { stirlingRemainder } from "./stirling-remainder.ts";

/**
 * ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b), without cancellation when an argument is large. Not for arguments at
 * or below 0.
 *
 * Source: Didonato & Morris (1992), ACM Transactions on Mathematical Software 18, 360–373 ("betaln").
 *
 * @throws RangeError if an argument is not positive
 * @example logBeta(2, 3) // -2.484906649…
 */
export function logBeta(a: number, b: number): number {
  if (!(a > 0)) throw new RangeError(`invalid a; must be positive: ${a}`);
  if (!(b > 0)) throw new RangeError(`invalid b; must be positive: ${b}`);
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  const share = small / (small + large);
  if (small >= 10) {
    const rest = stirlingRemainder(small) + stirlingRemainder(large) - stirlingRemainder(small + large);
    const peak = (small - 0.5) * Math.log(share) + large * Math.log1p(-share);
    return 0.5 * Math.log(2 * Math.PI) - 0.5 * Math.log(large) + rest + peak;
  }
  if (large >= 10) {
    const rest = stirlingRemainder(large) - stirlingRemainder(small + large);
    return logGamma(small) + rest + small - small * Math.log(small + large) + (large - 0.5) * Math.log1p(-share);
  }
  return logGamma(small) + (logGamma(large) - logGamma(small + large));
}

/**
 * Logarithm of the number of ways to choose k of n. Not for negative numbers.
 *
 * Source: Abramowitz & Stegun (1964), 6.1.21: 1 / ((n + 1) B(n − k + 1, k + 1)).
 *
 * @throws RangeError unless 0 ≤ k ≤ n
 * @example logChoose(5, 2) // 2.302585092994…
 */
export function logChoose(n: number, k: number): number {
  if (!(n >= 0)) throw new RangeError(`invalid n; must not be negative: ${n}`);
  if (!(k >= 0 && k <= n)) throw new RangeError(`invalid k; not in [0, ${n}]: ${k}`);
  if (k === 0 || k === n) return 0;
  if (k === 1 || k === n - 1) return Math.log(n);
  return -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
}
