import type { Interval } from "@evenhand/standard";
import { gammaQuantile } from "../functions/gamma-quantile.ts";
import { gammaShare, gammaTail } from "../functions/gamma-tail.ts";
import type { Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";

/** The group's exposure in one stratum, and the events and exposure that give the standard's rate there. */
export type StandardStratum = {
  readonly exposure: number;
  readonly standardCount: number;
  readonly standardExposure: number;
};

/** @see indirectlyStandardisedRatio */
export type IndirectlyStandardisedRatio = {
  /** Observed over expected. */
  readonly ratio: number;
  readonly interval: Interval;
  /** Events if the group had the standard's rate in every stratum. */
  readonly expected: number;
  /** Observed − expected. */
  readonly excess: number;
  /** Exact and central: twice the smaller tail, so that it agrees with the interval. */
  readonly p: number;
};

/**
 * Observed events over those expected if the standard's rates held in each stratum, with the exact Poisson interval.
 * For small groups. Ratios of two groups that are spread differently over the strata are not comparable with each
 * other; the standard's own rates are taken as known.
 *
 * Formula: O/E with E = Σ(standard countₛ/standard exposureₛ)·exposureₛ; limits Γ(α/2; O)/E and Γ(1 − α/2; O + 1)/E.
 *
 * Source: Breslow & Day (1987), Statistical Methods in Cancer Research, vol. 2, section 2.3; Garwood (1936), Biometrika
 * 28, 437–442.
 *
 * @param observed the group's events, a whole number
 * @returns a refusal if a stratum in use has no standard exposure, or nothing is expected
 * @throws RangeError if a number is not finite, `observed` is not whole, or the level is not between 0 and 1
 * @example indirectlyStandardisedRatio(3, [
 *   { exposure: 51, standardCount: 20, standardExposure: 5000 },
 *   { exposure: 80, standardCount: 60, standardExposure: 6000 },
 *   { exposure: 98, standardCount: 90, standardExposure: 7000 },
 * ]) // { ratio: 1.32508…, interval: { low: 0.27326…, high: 3.87247… }, p: 0.78878… }
 */
export function indirectlyStandardisedRatio(
  observed: number,
  strata: readonly StandardStratum[],
  { level = 0.95 }: IntervalOptions = {},
): IndirectlyStandardisedRatio | Refusal {
  levelScore(level);
  if (!Number.isInteger(observed)) throw new RangeError(`invalid observed; must be a whole number: ${observed}`);
  const expected = expectedCount(strata);
  if (typeof expected !== "number") return expected;
  if (observed < 0) return { reason: "negative_input" };
  if (expected === 0) return { reason: "no_reference_events" };

  const tail = (1 - level) / 2;
  const atMost = gammaTail(observed + 1, expected);
  const atLeast = observed === 0 ? 1 : gammaShare(observed, expected);
  return {
    ratio: observed / expected,
    interval: {
      low: observed === 0 ? 0 : gammaQuantile(tail, { shape: observed, rate: expected }),
      high: gammaQuantile(tail, { shape: observed + 1, rate: expected, tail: "upper" }),
    },
    expected,
    excess: observed - expected,
    p: Math.min(1, 2 * Math.min(atMost, atLeast)),
  };
}

function expectedCount(strata: readonly StandardStratum[]): number | Refusal {
  let expected = 0;
  for (const stratum of strata) {
    for (const [name, value] of Object.entries(stratum))
      if (!Number.isFinite(value)) throw new RangeError(`invalid ${name}; must be a finite number: ${value}`);
    const { exposure, standardCount, standardExposure } = stratum;
    if (exposure < 0 || standardCount < 0 || standardExposure < 0) return { reason: "negative_input" };
    if (exposure === 0) continue;
    if (standardExposure === 0) return { reason: "no_overlap", detail: "a stratum has no standard exposure" };
    expected += exposure * (standardCount / standardExposure);
  }
  return expected;
}
