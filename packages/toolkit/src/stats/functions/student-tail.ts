import { betaQuantileLogOdds } from "./beta-quantile.ts";
import { incompleteBeta } from "./beta-share.ts";
import { normalQuantile, normalTail } from "./normal-tail.ts";

/**
 * Probability that a Student t variable is further from 0 than `t`, on either side: the p value of a t statistic.
 *
 * Source: Abramowitz & Stegun (1964), 26.7.1: I_x(ν/2, ½) with x = ν / (ν + t²).
 *
 * @param t statistic, any sign
 * @param degrees degrees of freedom, above 0; Infinity gives the normal distribution
 * @returns probability, 0–1
 * @throws RangeError if t is not a number or degrees is not positive
 * @example studentTail(2.2281388519862744, 10) // 0.05000000000…
 */
export function studentTail(t: number, degrees: number): number {
  if (Number.isNaN(t)) throw new RangeError(`invalid t; must be a number: ${t}`);
  if (!(degrees > 0)) throw new RangeError(`invalid degrees; must be positive: ${degrees}`);
  if (degrees === Number.POSITIVE_INFINITY) return normalTail(t);
  if (Math.abs(t) === Number.POSITIVE_INFINITY) return 0;
  const ratio = (t / Math.sqrt(degrees)) ** 2;
  const y = ratio === Number.POSITIVE_INFINITY ? 1 : ratio / (1 + ratio);
  return incompleteBeta({ x: 1 / (1 + ratio), y }, degrees / 2, 0.5).lower;
}

/**
 * Share of Student's t distribution below `t`, accurate in the far lower tail too.
 *
 * Source: as {@link studentTail}.
 *
 * @param t statistic, any sign
 * @param degrees degrees of freedom, above 0; Infinity gives the normal distribution
 * @returns probability, 0–1
 * @throws RangeError if t is not a number or degrees is not positive
 * @example studentShare(1, 1) // 0.75
 */
export function studentShare(t: number, degrees: number): number {
  const half = 0.5 * studentTail(t, degrees);
  return t > 0 ? 1 - half : half;
}

/**
 * Value below which a share p of Student's t distribution lies.
 *
 * Source: inverse of {@link studentTail}.
 *
 * @param p probability, 0–1
 * @param degrees degrees of freedom, above 0; Infinity gives the normal distribution
 * @throws RangeError if p is outside [0, 1] or degrees is not positive
 * @example studentQuantile(0.975, 10) // 2.2281388519862…
 */
export function studentQuantile(p: number, degrees: number): number {
  if (!(degrees > 0)) throw new RangeError(`invalid degrees; must be positive: ${degrees}`);
  if (degrees === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
  if (p === 0.5) return 0;
  const central = Math.abs(p - 0.5) < 0.25;
  const logOdds = central
    ? betaQuantileLogOdds(2 * Math.abs(p - 0.5), { a: 0.5, b: degrees / 2 })
    : -betaQuantileLogOdds(2 * Math.min(p, 1 - p), { a: degrees / 2, b: 0.5 });
  return Math.sign(p - 0.5) * Math.sqrt(degrees) * Math.exp(logOdds / 2);
}
