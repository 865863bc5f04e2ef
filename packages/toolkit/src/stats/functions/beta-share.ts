import { betaFraction } from "./beta-fraction.ts";
import { betaByQuadrature } from "./beta-quadrature.ts";
import { logBeta } from "./log-beta.ts";

/** Both tails of a distribution at a point; the smaller one is accurate relative to its own size. */
export type Tails = { readonly lower: number; readonly upper: number };

/**
 * The regularised incomplete beta function I_x(a, b): the share of a beta distribution that lies below x. The tails of
 * the binomial, Student and F distributions are special cases of it. Not for parameters at or below 0.
 *
 * Source: Didonato & Morris (1992), ACM Transactions on Mathematical Software 18, 360–373; the integral itself where
 * both parameters are large.
 *
 * @param x limit, 0–1
 * @returns probability, 0–1
 * @throws RangeError if x is outside [0, 1] or a parameter is not positive
 * @example betaShare(0.3, 2, 3) // 0.3483
 */
export function betaShare(x: number, a: number, b: number): number {
  return incompleteBeta({ x, y: 1 - x }, a, b).lower;
}

/**
 * 1 − I_x(a, b): the share of a beta distribution that lies above x. Not for parameters at or below 0.
 *
 * Source: as {@link betaShare}.
 *
 * @param x limit, 0–1
 * @returns probability, 0–1
 * @throws RangeError if x is outside [0, 1] or a parameter is not positive
 * @example betaTail(0.3, 2, 3) // 0.6517
 */
export function betaTail(x: number, a: number, b: number): number {
  return incompleteBeta({ x, y: 1 - x }, a, b).upper;
}

/**
 * Both tails of the beta distribution, for a point whose distance from 1 is known better than 1 − x can say.
 *
 * Source: as {@link betaShare}.
 *
 * @param point x and y = 1 − x, each exact in itself
 * @throws RangeError if the point is outside [0, 1] or a parameter is not positive
 * @example incompleteBeta({ x: 1, y: 1e-20 }, 1, 0.5) // { lower: 0.9999999999…, upper: 1e-10 }
 */
export function incompleteBeta(point: { readonly x: number; readonly y: number }, a: number, b: number): Tails {
  const { x, y } = point;
  if (!(x >= 0 && x <= 1)) throw new RangeError(`invalid x; not in [0, 1]: ${x}`);
  if (!(y >= 0 && y <= 1)) throw new RangeError(`invalid y; not in [0, 1]: ${y}`);
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid a; not in (0, Infinity): ${a}`);
  if (!(b > 0 && b < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid b; not in (0, Infinity): ${b}`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  const area = Math.min(a, b) > 1e5 ? betaByQuadrature : betaFraction;
  if ((a + 1) * y >= (b + 1) * x) {
    const lower = area(point, a, b);
    return { lower, upper: lower > 0.9 ? complement(point, a, b) : 1 - lower };
  }
  const upper = area({ x: y, y: x }, b, a);
  return { lower: upper > 0.9 ? complement({ x: y, y: x }, b, a) : 1 - upper, upper };
}

/** 1 − I_x(a, b) where that is small although x is too, which happens for a close to 0. */
function complement({ x, y }: { readonly x: number; readonly y: number }, a: number, b: number): number {
  if (x > 0.3 || b * x > 1) return betaFraction({ x: y, y: x }, b, a);
  let term = 1;
  let sum = 0;
  for (let n = 1; n < 200; n++) {
    term *= ((n - b) * x) / n;
    const addend = (term * a) / (a + n);
    sum += addend;
    if (Math.abs(addend) <= 1e-18 * a) break;
  }
  const logScale = a * Math.log(x) - Math.log(a) - logBeta(a, b);
  return -Math.expm1(logScale) - Math.exp(logScale) * sum;
}
