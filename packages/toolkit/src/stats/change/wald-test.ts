import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { choleskyFactor, choleskySolve } from "../matrices/cholesky.ts";
import type { Refusal } from "../refusal.ts";

/** @see waldTest */
export type WaldTest = { readonly chiSquare: number; readonly degrees: number; readonly p: number };

/**
 * Whether several estimates are all 0 as far as their covariance allows to tell: b′V⁻¹b against chi-square. Not with a
 * cluster covariance of fewer clusters than estimates, which has no inverse, and too eager with few clusters.
 *
 * Source: Wald (1943), Transactions of the AMS 54, 426–482.
 *
 * @param estimates at least one
 * @param covariance row after row, as long as there are estimates
 * @returns refusal "aliased" where the covariance has no inverse
 * @throws RangeError if there is no estimate or the covariance has another size
 * @example waldTest([3], [[2.25]]) // { chiSquare: 4, degrees: 1, p: 0.0455… }
 */
export function waldTest(estimates: readonly number[], covariance: readonly (readonly number[])[]): WaldTest | Refusal {
  const degrees = estimates.length;
  if (degrees === 0) throw new RangeError("invalid estimates; must be at least one: 0");
  if (covariance.length !== degrees || covariance.some((row) => row.length !== degrees))
    throw new RangeError(`invalid covariance; must be ${degrees} × ${degrees}: ${covariance.length} rows`);
  const factor = choleskyFactor(Float64Array.from(covariance.flat()), degrees);
  if (factor === undefined || factor.smallestPivot < 1e-12)
    return { reason: "aliased", detail: "the covariance has no inverse" };
  const solved = choleskySolve(factor, Float64Array.from(estimates));
  const chiSquare = estimates.reduce((sum, estimate, index) => sum + estimate * (solved[index] ?? 0), 0);
  return { chiSquare, degrees, p: chiSquareTail(chiSquare, degrees) };
}
