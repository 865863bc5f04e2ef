import { betaQuantileLogOdds } from "./beta-quantile.ts";
import { incompleteBeta } from "./beta-share.ts";

/**
 * Probability that an F variable exceeds f: the p value of an F statistic.
 *
 * Source: Abramowitz & Stegun (1964), 26.6.2: I_x(d₂/2, d₁/2) with x = d₂ / (d₂ + d₁ f).
 *
 * @param f statistic, at least 0
 * @param d1 degrees of freedom above the line
 * @param d2 degrees of freedom below the line
 * @returns probability, 0–1
 * @throws RangeError if f is negative or a number of degrees is not positive
 * @example fTail(4.102821015, 2, 10) // 0.0500000…
 */
export function fTail(f: number, d1: number, d2: number): number {
  return fTails(f, d1, d2).upper;
}

/**
 * Probability that an F variable is below f.
 *
 * Source: as {@link fTail}.
 *
 * @param f statistic, at least 0
 * @param d1 degrees of freedom above the line
 * @param d2 degrees of freedom below the line
 * @returns probability, 0–1
 * @throws RangeError if f is negative or a number of degrees is not positive
 * @example fShare(1, 10, 10) // 0.5000000000…
 */
export function fShare(f: number, d1: number, d2: number): number {
  return fTails(f, d1, d2).lower;
}

/**
 * Value below which a share p of the F distribution lies.
 *
 * Source: inverse of {@link fTail}.
 *
 * @param p probability, 0–1
 * @param d1 degrees of freedom above the line
 * @param d2 degrees of freedom below the line
 * @throws RangeError if p is outside [0, 1] or a number of degrees is not positive
 * @example fQuantile(0.95, 2, 10) // 4.10282101513…
 */
export function fQuantile(p: number, d1: number, d2: number): number {
  const logOdds = betaQuantileLogOdds(p, { a: d1 / 2, b: d2 / 2 });
  return Math.exp(logOdds) * (d2 / d1);
}

function fTails(f: number, d1: number, d2: number): { readonly lower: number; readonly upper: number } {
  if (!(f >= 0)) throw new RangeError(`invalid f; must not be negative: ${f}`);
  if (!(d1 > 0)) throw new RangeError(`invalid d1; must be positive: ${d1}`);
  if (!(d2 > 0)) throw new RangeError(`invalid d2; must be positive: ${d2}`);
  const odds = f * (d1 / d2);
  const x = odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
  return incompleteBeta({ x, y: 1 / (1 + odds) }, d1 / 2, d2 / 2);
}
