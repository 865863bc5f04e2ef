import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { normalUpperTail } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";

/** Counts with the means a Poisson model fitted to them. */
export type FittedCounts = { readonly y: ArrayLike<number>; readonly fitted: ArrayLike<number> };

/** How far counts scatter beyond Poisson, by several tests; each is null where it cannot be calculated. */
export type DispersionTests = {
  /** Pearson's chi-square over the residual degrees of freedom; 1 for Poisson counts. */
  readonly pearson: { readonly ratio: number; readonly p: number } | null;
  /** H₁: variance = dispersion · mean. One-sided. */
  readonly cameronTrivedi: { readonly dispersion: number; readonly z: number; readonly p: number } | null;
  /** H₁: variance = mean + alpha · mean². */
  readonly cameronTrivediSquare: { readonly alpha: number; readonly z: number } | null;
  /** Dean's score statistic P_B; standard normal for Poisson counts. */
  readonly dean: number;
};

/**
 * Tests whether counts scatter more than a Poisson model allows. If the ratio exceeds 1.5 or the Cameron–Trivedi p
 * value is below 0.05, Poisson standard errors are too small: use quasi-Poisson or negative binomial. Depends on what
 * a row is, so rows must not be merged first. Small means (under about 1) make the Pearson p value unreliable.
 *
 * Source: Cameron & Trivedi (1990), J. Econometrics 46, 347–364; Dean (1992), JASA 87, 451–457.
 *
 * @param counts and the means of a fitted Poisson model
 * @param degreesResidual rows less coefficients
 * @returns a refusal "too_few_units" with fewer than two rows
 * @throws RangeError if lengths differ, a count is negative or a mean is not positive
 * @example dispersionTests({ y: [0, 4], fitted: [2, 2] }, 1) // { pearson: { ratio: 4 }, dean: 1 }
 */
export function dispersionTests({ y, fitted }: FittedCounts, degreesResidual: number): DispersionTests | Refusal {
  check(y, fitted);
  const rows = y.length;
  if (rows < 2) return { reason: "too_few_units", detail: `${rows}` };
  let pearson = 0;
  let excess = 0;
  let squares = 0;
  const relative = new Float64Array(rows);
  for (let row = 0; row < rows; row += 1) {
    const count = y[row] as number;
    const mean = fitted[row] as number;
    const square = (count - mean) ** 2;
    pearson += square / mean;
    excess += square - count;
    squares += mean * mean;
    relative[row] = (square - count) / mean;
  }
  return {
    pearson:
      degreesResidual > 0 ? { ratio: pearson / degreesResidual, p: chiSquareTail(pearson, degreesResidual) } : null,
    cameronTrivedi: aroundOne(relative),
    cameronTrivediSquare: throughOrigin(relative, fitted),
    dean: excess / Math.sqrt(2 * squares),
  };
}

/**
 * Likelihood-ratio test of Poisson against negative binomial. The Poisson model lies on the edge of the other, so the
 * p value is half that of chi-square with 1 degree of freedom.
 *
 * Source: Self & Liang (1987), JASA 82, 605–610.
 *
 * @example negativeBinomialTest({ poisson: -10, negativeBinomial: -8 }) // { statistic: 4, p: 0.0227501319… }
 */
export function negativeBinomialTest(logLikelihoods: { readonly poisson: number; readonly negativeBinomial: number }): {
  readonly statistic: number;
  readonly p: number;
} {
  const statistic = Math.max(0, 2 * (logLikelihoods.negativeBinomial - logLikelihoods.poisson));
  return { statistic, p: 0.5 * chiSquareTail(statistic, 1) };
}

function aroundOne(relative: Float64Array): DispersionTests["cameronTrivedi"] {
  const rows = relative.length;
  const mean = relative.reduce((sum, value) => sum + value, 0) / rows;
  const variance = relative.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (rows - 1);
  if (!(variance > 0)) return null;
  const z = mean / Math.sqrt(variance / rows);
  return { dispersion: mean + 1, z, p: normalUpperTail(z) };
}

function throughOrigin(relative: Float64Array, fitted: ArrayLike<number>): DispersionTests["cameronTrivediSquare"] {
  let cross = 0;
  let square = 0;
  for (let row = 0; row < relative.length; row += 1) {
    cross += (relative[row] as number) * (fitted[row] as number);
    square += (fitted[row] as number) ** 2;
  }
  const alpha = cross / square;
  let rest = 0;
  for (let row = 0; row < relative.length; row += 1)
    rest += ((relative[row] as number) - alpha * (fitted[row] as number)) ** 2;
  if (!(rest > 0)) return null;
  return { alpha, z: alpha / Math.sqrt(rest / (relative.length - 1) / square) };
}

function check(y: ArrayLike<number>, fitted: ArrayLike<number>): void {
  if (y.length !== fitted.length)
    throw new RangeError(`invalid fitted; must have ${y.length} values: ${fitted.length}`);
  for (let row = 0; row < y.length; row += 1) {
    if (!((y[row] as number) >= 0)) throw new RangeError(`invalid y; must not be negative: ${y[row]}`);
    if (!((fitted[row] as number) > 0)) throw new RangeError(`invalid fitted; must be positive: ${fitted[row]}`);
  }
}
