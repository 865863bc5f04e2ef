import type { Interval } from "@evenhand/standard";
import { normalQuantile } from "../functions/normal-tail.ts";
import { poissonLogProbability, poissonShare, poissonUpperTail } from "../functions/poisson-probability.ts";
import type { Refusal } from "../refusal.ts";

/**
 * Limits of a funnel plot: the range of rates that chance alone would give a unit of this exposure, if its underlying
 * rate were the target. Exact Poisson limits, interpolated between whole counts so that the funnel is smooth. Not for
 * units that differ for known reasons (night shift, other contacts): most would fall outside; see
 * {@link overdispersionFunnel}. A point outside says "look here", not why.
 *
 * Formula: for a tail p with r = min{k : P(X ≤ k) ≥ p}, X ~ Poisson(target·exposure),
 * limit = (r − (P(X ≤ r) − p)/P(X = r))/exposure, at least 0.
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, appendix A.1.1.
 *
 * @param target rate per unit of exposure, not negative
 * @param exposure of the unit, in the same measure as the target
 * @param options.level share of points expected inside: 0.95 and 0.998 are customary
 * @returns rates per unit of exposure; `no_exposure` where the unit had none
 * @throws RangeError if target or exposure is negative or not finite, or the level is outside (0, 1)
 * @example funnelLimits(0.03, 1000) // { low: 0.01923…, high: 0.04071… }
 */
export function funnelLimits(target: number, exposure: number, { level = 0.95 } = {}): Interval | Refusal {
  if (!(target >= 0 && Number.isFinite(target)))
    throw new RangeError(`invalid target; must be finite and not negative: ${target}`);
  if (!(exposure >= 0 && Number.isFinite(exposure)))
    throw new RangeError(`invalid exposure; must be finite and not negative: ${exposure}`);
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  if (exposure === 0) return { reason: "no_exposure" };

  const expected = target * exposure;
  const tail = (1 - level) / 2;
  return {
    low: interpolatedCount(expected, { tail, side: "lower" }) / exposure,
    high: interpolatedCount(expected, { tail, side: "upper" }) / exposure,
  };
}

type Limit = { readonly tail: number; readonly side: "lower" | "upper" };

/** Beyond this, neighbouring whole numbers cannot be told apart and the approximation is exact to the last digit. */
const largestExact = 1e15;

function interpolatedCount(expected: number, limit: Limit): number {
  if (expected === 0) return 0;
  const start = approximateCount(expected, limit);
  if (expected > largestExact) return start;
  let count = Math.max(0, Math.floor(start));
  while (excess(count, expected, limit) < 0) count += 1;
  while (count > 0 && excess(count - 1, expected, limit) >= 0) count -= 1;
  return Math.max(0, count - excess(count, expected, limit) / Math.exp(poissonLogProbability(count, expected)));
}

/** P(X ≤ count) less the share at the limit, from the smaller tail. */
function excess(count: number, expected: number, { tail, side }: Limit): number {
  return side === "lower" ? poissonShare(count, expected) - tail : tail - poissonUpperTail(count, expected);
}

/** The Cornish–Fisher quantile, within a few counts of the exact one. */
function approximateCount(expected: number, { tail, side }: Limit): number {
  const z = (side === "lower" ? 1 : -1) * normalQuantile(tail);
  return expected + z * Math.sqrt(expected) + (z ** 2 - 1) / 6;
}
