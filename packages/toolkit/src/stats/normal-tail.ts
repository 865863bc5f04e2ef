import { gammaTail } from "./gamma-tail.ts";

/**
 * Probability that a standard normal variable is further from 0 than `z`, on either side: the p value of a z score.
 * Not for small counts, where a score is not normal.
 *
 * Source: erfc(x) = Q(½, x²), Abramowitz & Stegun (1964), 6.5.17; P(|Z| > z) = erfc(z/√2).
 *
 * @param z score, any sign
 * @returns probability, 0–1
 * @example normalTail(1.959963984540054) // 0.05
 */
export function normalTail(z: number): number {
  return gammaTail(0.5, z ** 2 / 2);
}
