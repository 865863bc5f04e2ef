import { chiSquareQuantile } from "./chi-square-tail.ts";
import { fQuantile } from "./f-tail.ts";

const degreesTakenAsInfinite = 400_000;

/**
 * F quantile as R's `qf` gives it: above 400,000 degrees of freedom the larger number of degrees is taken as infinite,
 * so that the chi-square limit stands in for F. Only to compare with numbers that were computed in R. Not for any
 * published number: with a million degrees on both sides the spread comes out √2 too small; {@link fQuantile} is exact.
 *
 * Source: R Core Team (2022), R 4.2.2, src/nmath/qf.c.
 *
 * @param p probability, 0–1
 * @param d1 degrees of freedom above the line
 * @param d2 degrees of freedom below the line
 * @throws RangeError if p is outside [0, 1] or a number of degrees is not positive
 * @example fQuantileOfR(0.975, 1e6, 1e6) // 1.00277370146…
 */
export function fQuantileOfR(p: number, d1: number, d2: number): number {
  if (d1 <= d2 && d2 > degreesTakenAsInfinite) return chiSquareQuantile(p, d1) / d1;
  if (d1 > degreesTakenAsInfinite) return d2 / chiSquareQuantile(1 - p, d2);
  return fQuantile(p, d1, d2);
}
