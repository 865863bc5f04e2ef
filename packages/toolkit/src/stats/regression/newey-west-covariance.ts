import { sandwichProduct } from "../matrices/multiply.ts";
import type { Refusal } from "../refusal.ts";
import { placeCovariance } from "./place-coefficients.ts";
import type { CoefficientCovariance, ScoredFit } from "./regression-fit.ts";

/** How far back errors may be correlated. */
export type NeweyWestOptions = {
  /** Periods; {@link neweyWestLag} unless given. */
  readonly lag?: number | undefined;
  /** Multiply by n / (n − k). */
  readonly adjust?: boolean | undefined;
};

/**
 * Covariance of coefficients for a series in time whose errors may be correlated over some periods: Bartlett weights
 * 1 − l / (lag + 1), no prewhitening. Rows must be in the order of time, evenly spaced, and one series; for several
 * series beside each other use {@link clusterCovariance}. Serves least squares and, through their scores, regressions
 * for counts and shares. Too small in short series.
 *
 * Source: Newey & West (1987), Econometrica 55, 703–708; Zeileis (2004), J. Stat. Software 11(10).
 *
 * @returns a refusal "too_few_units" where the adjustment has no degrees of freedom
 * @throws RangeError if the lag is not a whole number from 0
 * @example neweyWestCovariance({ design: { rows: 2, columns: ["one"], values: Float64Array.of(1, 1) }, observations: 2, scores: Float64Array.of(-1, 1), workingWeights: Float64Array.of(2, 2), basis: { conditioned: { rows: 2, values: Float64Array.of(1, 1), kept: [0], aliased: [], turn: undefined }, inverse: Float64Array.of(0.25) } }, { lag: 0 }) // { standardErrors: [0.35355…] }
 */
export function neweyWestCovariance(
  fit: ScoredFit,
  { lag = neweyWestLag(fit.observations), adjust = false }: NeweyWestOptions = {},
): CoefficientCovariance | Refusal {
  if (!(Number.isInteger(lag) && lag >= 0)) throw new RangeError(`invalid lag; must be a whole number from 0: ${lag}`);
  const { basis, design, scores, observations } = fit;
  const size = basis.conditioned.kept.length;
  if (adjust && observations <= size)
    return { reason: "too_few_units", detail: `${observations} rows for ${size} coefficients` };
  const rowScores = basis.conditioned.values.map((value, at) => value * (scores[at % design.rows] as number));
  const meat = new Float64Array(size * size);
  for (let back = 0; back <= Math.min(lag, design.rows - 1); back += 1)
    addLag(meat, rowScores, { rows: design.rows, size, back, weight: 1 - back / (lag + 1) });
  const scale = adjust ? observations / (observations - size) : 1;
  return placeCovariance(design, basis, { inner: sandwichProduct(basis.inverse, meat, size), scale });
}

/**
 * The usual lag for a series of n periods: ⌊4 (n / 100)^(2/9)⌋. A rule of thumb; seasonal series need more.
 *
 * Source: Newey & West (1994), Review of Economic Studies 61, 631–653.
 *
 * @throws RangeError if there are no periods
 * @example neweyWestLag(48) // 3
 */
export function neweyWestLag(periods: number): number {
  if (!(periods >= 1)) throw new RangeError(`invalid periods; must be at least 1: ${periods}`);
  return Math.floor(4 * (periods / 100) ** (2 / 9));
}

/** Adds weight · Σ sₜ·sₜ₋ₗᵀ, and its transpose where the lag is not 0. */
function addLag(
  meat: Float64Array,
  scores: Float64Array,
  { rows, size, back, weight }: { rows: number; size: number; back: number; weight: number },
): void {
  for (let left = 0; left < size; left += 1)
    for (let right = 0; right < size; right += 1) {
      let sum = 0;
      for (let row = back; row < rows; row += 1)
        sum += (scores[left * rows + row] as number) * (scores[right * rows + row - back] as number);
      const at = left * size + right;
      const mirrored = right * size + left;
      meat[at] = (meat[at] as number) + weight * sum;
      if (back > 0) meat[mirrored] = (meat[mirrored] as number) + weight * sum;
    }
}
