import type { Refusal } from "../refusal.ts";
import { sampleQuantile } from "./sample-quantile.ts";
import { checkUnits, sumUnits, type UnitCount } from "./unit-count.ts";

/** @see overdispersionFunnel */
export type OverdispersionFunnel = {
  /** Rate of all units together, per unit of exposure. */
  readonly target: number;
  /** Mean squared winsorised score φ: 1 where units differ as chance would have it, more where they differ more. */
  readonly dispersion: number;
  /** Variance τ² of the units' underlying rates beyond chance, in squared rates. */
  readonly extraVariance: number;
  readonly units: readonly OverdispersedUnit[];
};

/** Scores of one unit, in standard deviations from the target. */
export type OverdispersedUnit = {
  /** As if chance alone made units differ. */
  readonly score: number;
  readonly winsorisedScore: number;
  /** Allowing for the differences that units show in general: the one to use for limits. */
  readonly adjustedScore: number;
};

/**
 * How far each unit lies from the rate of all units, allowing for the fact that units differ more than chance alone
 * would make them. Extreme scores are pulled in before the excess is measured, so that a few outliers do not hide
 * themselves. Preferred for ten units or more. Not for comparing units whose contacts are of different kinds, and not
 * a ranking: an adjusted score beyond ±3.09 asks for a review.
 *
 * Formula: z = 2(√y − √(θe)); φ = mean of z² winsorised; τ² = max(0, (Iφ − (I − 1))/(Σw − Σw²/Σw)), w = e/θ;
 * adjusted z = (y/e − θ)/√(θ/e + τ²). Where φ is below 1 there is nothing to allow for: inflate limits by max(1, φ).
 *
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202; Spiegelhalter et al. (2012), JRSS A 175, 1–47.
 *
 * @param units counts and exposures
 * @param options.winsorisedShare share of scores pulled in at each end, below one half
 * @returns `too_few_units` below two, `no_exposure` if a unit has none, `no_events` if nothing was counted
 * @throws RangeError if a count or exposure is negative or the share is outside [0, 0.5)
 * @example overdispersionFunnel([
 *   { count: 1, exposure: 1 }, { count: 0, exposure: 2 }, { count: 2, exposure: 0.5 },
 * ]) // { target: 0.857142…, dispersion: 1.94569…, extraVariance: 1.64446… }
 */
export function overdispersionFunnel(
  units: readonly UnitCount[],
  { winsorisedShare = 0.1 } = {},
): OverdispersionFunnel | Refusal {
  checkUnits(units);
  if (!(winsorisedShare >= 0 && winsorisedShare < 0.5))
    throw new RangeError(`invalid winsorisedShare; not in [0, 0.5): ${winsorisedShare}`);
  if (units.length < 2) return { reason: "too_few_units", detail: "at least two units are needed" };
  if (units.some((unit) => unit.exposure === 0)) return { reason: "no_exposure" };
  const { count, exposure } = sumUnits(units);
  if (count === 0) return { reason: "no_events" };

  const target = count / exposure;
  const scores = units.map((unit) => 2 * rootGap(unit.count, target * unit.exposure));
  const low = sampleQuantile(scores, winsorisedShare);
  const high = sampleQuantile(scores, 1 - winsorisedShare);
  const winsorised = scores.map((score) => Math.min(high, Math.max(low, score)));
  const dispersion = winsorised.reduce((sum, score) => sum + score ** 2, 0) / units.length;
  const extraVariance = varianceBeyondChance(units, target, dispersion);
  const scored = units.map((unit, index) => ({
    score: scores[index] ?? 0,
    winsorisedScore: winsorised[index] ?? 0,
    adjustedScore: (unit.count / unit.exposure - target) / Math.sqrt(target / unit.exposure + extraVariance),
  }));
  return { target, dispersion, extraVariance, units: scored };
}

/** √count − √expected, without the cancellation at large counts. */
function rootGap(count: number, expected: number): number {
  return (count - expected) / (Math.sqrt(count) + Math.sqrt(expected));
}

function varianceBeyondChance(units: readonly UnitCount[], target: number, dispersion: number): number {
  const weights = units.map((unit) => unit.exposure / target);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  const excess = units.length * dispersion - (units.length - 1);
  return Math.max(0, excess / (sum - squares / sum));
}
