import type { Interval } from "@evenhand/standard";
import type { Refusal } from "../refusal.ts";
import { type MissingAssumption, missingRange } from "./missing-assumption.ts";

/** People of one group, and how many of them had the outcome. */
export type CountAndTotal = { readonly count: number; readonly total: number };

/** @see missingRiskRatioBounds */
export type MissingRiskRatioBounds = {
  /** The ratio among people whose group is known; undefined if it is 0/0. */
  readonly known?: number;
  /** Lowest and highest ratio over every way the missing can fall. */
  readonly bounds: Interval;
};

/**
 * What a ratio of two shares (the injured among the stopped, in one group over another) could be over every way the
 * people with a missing group could have fallen. A person without a group moves the numerator, the denominator, or
 * both: the ratio is highest when all missing people with the outcome belong to the group and all without it to the
 * reference, lowest the other way round. An assumption is applied to those with and those without the outcome
 * separately. Not a confidence interval, and not for counts over an outside exposure: use
 * {@link missingRateRatioBounds}.
 *
 * Source: Horowitz & Manski (2000), JASA 95(449), 77–84; Manski (2003), ch. 1–3.
 *
 * @param options.missing people whose group is not known, and how many of them had the outcome
 * @param options.other people known to belong to neither group; they matter only under an assumption
 * @returns a refusal if a group may have no people at all, or nobody had the outcome
 * @throws RangeError if a number is negative or not finite, or a count exceeds its total
 * @example missingRiskRatioBounds({ count: 8, total: 40 }, { count: 10, total: 100 }, { missing: { count: 2, total: 12 } })
 *   // { known: 2, bounds: { low: 1.36, high: 2.6190… } }
 */
export function missingRiskRatioBounds(
  group: CountAndTotal,
  reference: CountAndTotal,
  options: { readonly missing: CountAndTotal; readonly other?: CountAndTotal; readonly assumption?: MissingAssumption },
): MissingRiskRatioBounds | Refusal {
  const { missing, other = { count: 0, total: 0 }, assumption = "none" } = options;
  for (const { count, total } of [group, reference, missing, other])
    if (!(0 <= count && count <= total && Number.isFinite(total)))
      throw new RangeError(`invalid count; not in [0, ${total}]: ${count}`);
  if (group.total === 0 || reference.total === 0) return { reason: "no_exposure" };
  if (group.count + reference.count + missing.count === 0) return { reason: "no_events" };

  const events = rangeOf(assumption, missing.count, group.count, group.count + reference.count + other.count);
  const without = rangeOf(
    assumption,
    missing.total - missing.count,
    group.total - group.count,
    group.total + reference.total + other.total - group.count - reference.count - other.count,
  );
  const add = ({ count, total }: CountAndTotal, events: number, others: number): CountAndTotal => ({
    count: count + events,
    total: total + events + others,
  });
  const bounds = {
    low: ratio(add(group, events.low, without.high), add(reference, missing.count - events.low, 0)),
    high: ratio(add(group, events.high, without.low), add(reference, 0, missing.total - missing.count - without.low)),
  };
  if (group.count + reference.count === 0) return { bounds };
  return { known: ratio(group, reference), bounds };
}

function rangeOf(assumption: MissingAssumption, missing: number, count: number, known: number): Interval {
  // With nobody known there is no share to compare with, and the assumption says nothing.
  return known === 0 ? { low: 0, high: missing } : missingRange(missing, count / known, assumption);
}

function ratio(group: CountAndTotal, reference: CountAndTotal): number {
  return group.count === 0 ? 0 : (group.count / group.total) * (reference.total / reference.count);
}
