import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import { type MissingAssumption, missingRange } from "./missing-assumption.ts";

/** Events counted in one group, and what they are divided by (people, person-years, contacts). */
export type CountAndExposure = { readonly count: number; readonly exposure: number };

/** @see missingRateRatioBounds */
export type MissingRateRatioBounds = {
  /** The ratio among events whose group is known; undefined if neither group has one. Infinity over zero events. */
  readonly known?: number;
  /**
   * The ratio if the missing fell as the known did, other groups included. It equals `known`: sharing out by known
   * shares changes no ratio.
   */
  readonly proportional?: number;
  /** Lowest and highest ratio over every way the missing can fall; `high` is Infinity over a reference of none. */
  readonly bounds: Interval;
  /**
   * The smallest share of the missing that must belong to the reference group, and the rest to neither, for the
   * ratio to be 1 or less. 0 if it is so already; undefined if it stays above 1 even when all belong to the reference.
   */
  readonly tippingShare?: number;
};

/**
 * What a rate ratio could be over every way the events with a missing group could have fallen: to the group, to the
 * reference, or to neither. Lowest (x₁/t₁)/((x₀+u)/t₀), highest ((x₁+u)/t₁)/(x₀/t₀). Not a confidence interval: it
 * says nothing about chance. Not for missing exposures, and not for risks, where a missing record moves the
 * denominator too: use {@link missingRiskRatioBounds}.
 *
 * Source: Manski (2003), Partial Identification of Probability Distributions; Horowitz & Manski (2000), JASA 95(449),
 * 77–84.
 *
 * @param options.missing events whose group is not known
 * @param options.other events known to belong to neither group; they matter only under an assumption
 * @param options.assumption what is assumed of the missing; `none` if not given
 * @returns a refusal if an exposure is 0 or nothing was counted at all
 * @throws RangeError if a number is negative or not finite
 * @example missingRateRatioBounds({ count: 4, exposure: 900 }, { count: 3, exposure: 1000 }, { missing: 2 })
 *   // { known: 1.4814…, bounds: { low: 0.8888…, high: 2.2222… }, tippingShare: 0.7222… }
 */
export function missingRateRatioBounds(
  group: CountAndExposure,
  reference: CountAndExposure,
  options: { readonly missing: number; readonly other?: number; readonly assumption?: MissingAssumption },
): MissingRateRatioBounds | Refusal {
  const { missing, other = 0, assumption = "none" } = options;
  const numbers = { ...group, reference: reference.count, referenceExposure: reference.exposure, missing, other };
  for (const [name, value] of Object.entries(numbers))
    if (!(value >= 0 && Number.isFinite(value)))
      throw new RangeError(`invalid ${name}; must be a finite number, not negative: ${value}`);
  if (group.exposure === 0 || reference.exposure === 0) return { reason: "no_exposure" };
  if (group.count + reference.count + missing === 0) return { reason: "no_events" };
  const knownEvents = group.count + reference.count + other;
  if (assumption !== "none" && knownEvents === 0)
    return { reason: "no_events", detail: "no known group to compare the missing with" };

  const ratio = (count: number, referenceCount: number): number =>
    count === 0 ? 0 : (count / group.exposure) * (reference.exposure / referenceCount);
  const { low, high } = missingRange(missing, group.count / knownEvents, assumption);
  const bounds = {
    low: ratio(group.count + low, reference.count + missing - low),
    high: group.count + high === 0 ? 0 : ratio(group.count + high, reference.count),
  };
  const tippingShare = tippingPoint(group, reference, missing);
  if (group.count + reference.count === 0) return { bounds, ...tippingShare };
  const known = ratio(group.count, reference.count);
  return { known, proportional: known, bounds, ...tippingShare };
}

function tippingPoint(
  group: CountAndExposure,
  reference: CountAndExposure,
  missing: number,
): { readonly tippingShare?: number } {
  const needed = (group.count * reference.exposure) / group.exposure - reference.count;
  if (needed <= 0) return { tippingShare: 0 };
  return needed <= missing ? { tippingShare: needed / missing } : {};
}
