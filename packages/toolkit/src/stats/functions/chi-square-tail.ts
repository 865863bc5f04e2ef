import { gammaQuantile } from "./gamma-quantile.ts";
import { gammaShare, gammaTail } from "./gamma-tail.ts";

/**
 * Probability that a chi-square variable exceeds x: the p value of a chi-square statistic. Not for tables with expected
 * counts below 5.
 *
 * Source: Abramowitz & Stegun (1964), 26.4.19.
 *
 * @param x statistic, at least 0
 * @param degrees degrees of freedom, above 0
 * @returns probability, 0–1
 * @throws RangeError if x is negative or degrees is not positive
 * @example chiSquareTail(5.991464547107979, 2) // 0.05
 */
export function chiSquareTail(x: number, degrees: number): number {
  return gammaTail(degrees / 2, x / 2);
}

/**
 * Share of the chi-square distribution below x.
 *
 * Source: as {@link chiSquareTail}.
 *
 * @param x statistic, at least 0
 * @param degrees degrees of freedom, above 0
 * @returns probability, 0–1
 * @throws RangeError if x is negative or degrees is not positive
 * @example chiSquareShare(5.991464547107979, 2) // 0.95
 */
export function chiSquareShare(x: number, degrees: number): number {
  return gammaShare(degrees / 2, x / 2);
}

/**
 * Value below which a share p of the chi-square distribution lies.
 *
 * Source: inverse of {@link chiSquareTail}.
 *
 * @param p probability, 0–1
 * @param degrees degrees of freedom, above 0
 * @throws RangeError if p is outside [0, 1] or degrees is not positive
 * @example chiSquareQuantile(0.95, 2) // 5.99146454710…
 */
export function chiSquareQuantile(p: number, degrees: number): number {
  return 2 * gammaQuantile(p, { shape: degrees / 2 });
}
