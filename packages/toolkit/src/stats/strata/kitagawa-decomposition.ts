import { isRefusal, type Refusal } from "../refusal.ts";
import { rateStrataRefusal } from "./strata-refusal.ts";
import type { RateStratum } from "./stratum.ts";

/** How a gap splits; the two parts sum to it. */
export type KitagawaParts = {
  /** The part that goes with the groups being spread differently over the strata. */
  readonly composition: number;
  /** The part that goes with different rates within the same strata. */
  readonly withinStrata: number;
  /** First group's rate if it had the reference group's rates in its own strata. */
  readonly counterfactualRate: number;
  /** First group's events at the reference group's rates. */
  readonly expected: number;
  /** Events beyond those expected. */
  readonly excess: number;
};

/** @see kitagawaDecomposition */
export type KitagawaDecomposition = {
  readonly rate: number;
  readonly referenceRate: number;
  /** rate − referenceRate, per unit of exposure. */
  readonly gap: number;
  /** A refusal if a stratum has exposure of one group only: there the other group has no rate. */
  readonly parts: KitagawaParts | Refusal;
};

/**
 * Splits the gap between two groups' rates into a part that goes with where they are exposed (strata such as
 * neighbourhoods or contact reasons) and a part within the same strata. Descriptive: the spread over strata is partly
 * policy itself, so composition is never "explained away". Has no interval.
 *
 * Formula: composition Σ(c₁ − c₀)(r₁ + r₀)/2, within strata Σ(r₁ − r₀)(c₁ + c₀)/2; c the stratum's share of a group's
 * exposure, r the group's rate in it. Strata without any exposure do not count.
 *
 * Source: Kitagawa (1955), Journal of the American Statistical Association 50, 1168–1194.
 *
 * @returns a refusal if a group has no exposure at all
 * @throws RangeError if a number is not finite
 * @example kitagawaDecomposition([
 *   { count1: 10, exposure1: 1000, count0: 40, exposure0: 4000 },
 *   { count1: 90, exposure1: 3000, count0: 30, exposure0: 1000 },
 * ]) // { rate: 0.025, referenceRate: 0.014, parts: { composition: 0.011, withinStrata: 0, expected: 100, excess: 0 } }
 */
export function kitagawaDecomposition(strata: readonly RateStratum[]): KitagawaDecomposition | Refusal {
  const refusal = rateStrataRefusal(strata);
  if (isRefusal(refusal) && refusal.reason !== "no_overlap") return refusal;
  const whole = addUp(strata);
  if (whole.exposure1 === 0 || whole.exposure0 === 0) return { reason: "no_exposure" };
  const rate = whole.count1 / whole.exposure1;
  const referenceRate = whole.count0 / whole.exposure0;
  return { rate, referenceRate, gap: rate - referenceRate, parts: split(strata, whole) };
}

function split(strata: readonly RateStratum[], whole: RateStratum): KitagawaParts | Refusal {
  let [composition, withinStrata, expected] = [0, 0, 0];
  for (const [index, { count1, exposure1, count0, exposure0 }] of strata.entries()) {
    if (exposure1 === 0 && exposure0 === 0) continue;
    if (exposure1 === 0 || exposure0 === 0)
      return { reason: "no_overlap", detail: `exposure of one group only in stratum ${index + 1}` };
    const rate = count1 / exposure1;
    const referenceRate = count0 / exposure0;
    const part = exposure1 / whole.exposure1;
    const referencePart = exposure0 / whole.exposure0;
    composition += ((part - referencePart) * (rate + referenceRate)) / 2;
    withinStrata += ((rate - referenceRate) * (part + referencePart)) / 2;
    expected += exposure1 * referenceRate;
  }
  const counterfactualRate = expected / whole.exposure1;
  return { composition, withinStrata, counterfactualRate, expected, excess: whole.count1 - expected };
}

function addUp(strata: readonly RateStratum[]): RateStratum {
  return strata.reduce(
    (sum, each) => ({
      count1: sum.count1 + each.count1,
      exposure1: sum.exposure1 + each.exposure1,
      count0: sum.count0 + each.count0,
      exposure0: sum.exposure0 + each.exposure0,
    }),
    { count1: 0, exposure1: 0, count0: 0, exposure0: 0 },
  );
}
