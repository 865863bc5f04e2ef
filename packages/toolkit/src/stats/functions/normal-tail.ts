import { errorFunction, errorFunctionComplement, scaledErrorFunctionComplement } from "./error-function.ts";

/**
 * Probability that a standard normal variable is further from 0 than `z`, on either side: the p value of a z score.
 * Not for small counts, where a score is not normal.
 *
 * Source: P(|Z| > z) = erfc(z/√2), Abramowitz & Stegun (1964), 26.2.29.
 *
 * @param z score, any sign
 * @returns probability, 0–1
 * @example normalTail(1.959963984540054) // 0.05
 */
export function normalTail(z: number): number {
  return errorFunctionComplement(Math.abs(z) * Math.SQRT1_2);
}

/**
 * Share of the standard normal distribution below `z`, accurate in the far lower tail too.
 *
 * Source: as {@link normalTail}.
 *
 * @param z score, any sign
 * @returns probability, 0–1
 * @example normalShare(-1.959963984540054) // 0.025
 */
export function normalShare(z: number): number {
  return 0.5 * errorFunctionComplement(-z * Math.SQRT1_2);
}

/**
 * Share of the standard normal distribution above `z`.
 *
 * Source: as {@link normalTail}.
 *
 * @param z score, any sign
 * @returns probability, 0–1
 * @example normalUpperTail(10) // 7.619853024160…e-24
 */
export function normalUpperTail(z: number): number {
  return normalShare(-z);
}

/**
 * Score below which a share p of the standard normal distribution lies. For the upper side of a level use the symmetry:
 * −normalQuantile(α) keeps digits that normalQuantile(1 − α) has lost.
 *
 * Source: Abramowitz & Stegun (1964), 26.2.23, then Halley's method on the tail.
 *
 * @param p probability, 0–1; 0 and 1 give −Infinity and Infinity
 * @throws RangeError if p is outside [0, 1]
 * @example normalQuantile(0.975) // 1.95996398454005…
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p === 1) return Number.POSITIVE_INFINITY;
  if (Math.abs(p - 0.5) < 0.2) return central(p - 0.5);
  return p < 0.5 ? -upper(p) : upper(1 - p);
}

function central(excess: number): number {
  const scale = Math.sqrt(2 * Math.PI);
  let z = excess * scale * (1 + (Math.PI / 3) * excess * excess);
  for (let count = 0; count < 4; count++) {
    const step = (0.5 * errorFunction(z * Math.SQRT1_2) - excess) * scale * Math.exp((z * z) / 2);
    z -= step / (1 + 0.5 * z * step);
    if (Math.abs(step) <= 1e-9 * Math.abs(z)) break;
  }
  return z;
}

/** z whose upper tail is q < ½, solved on ln q. */
function upper(q: number): number {
  const logTail = Math.log(q);
  const t = Math.sqrt(-2 * logTail);
  const fraction = (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  let z = t - fraction;
  for (let count = 0; count < 6; count++) {
    const scaled = scaledErrorFunctionComplement(z * Math.SQRT1_2);
    const hazard = Math.sqrt(2 / Math.PI) / scaled;
    const gap = Math.log(0.5 * scaled) - (z * z) / 2 - logTail;
    const step = gap / hazard;
    z += step / (1 + 0.5 * (hazard - z) * step);
    if (Math.abs(step) <= 1e-9 * z) break;
  }
  return z;
}
