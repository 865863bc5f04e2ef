import { isRefusal, type Refusal } from "../refusal.ts";
import { hypergeometricWindow } from "./hypergeometric-window.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see fisherTest */
export type FisherTest = {
  /** Two-sided: the probability of all tables no likelier than the observed one, as in R. */
  readonly p: number;
  /** Two-sided mid-p: twice the smaller tail, in which the observed table counts half. */
  readonly midP: number;
};

/**
 * Exact test that two groups have the same share, given how many people had the outcome in all. For sparse tables;
 * `p` is cautious, `midP` is closer to its level and is the one to show. Not needed when every expected count is at
 * least 1: use {@link twoByTwoChiSquare}. Not a measure of how large a difference is.
 *
 * Source: Fisher (1935), JRSS 98, 39–82; mid-p: Lancaster (1961), JASA 56, 223–234.
 *
 * @returns both are 1 if all or none of the people had the outcome; a refusal if a group is empty
 * @throws RangeError if a number is not whole
 * @example fisherTest({ count: 7, total: 34 }, { count: 1, total: 34 }) // { p: 0.05440…, midP: 0.02965… }
 */
export function fisherTest(first: Proportion, reference: Proportion): FisherTest | Refusal {
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  if (!Number.isInteger(first.count)) throw new RangeError(`invalid count; must be a whole number: ${first.count}`);
  const events = first.count + reference.count;
  const { start, weights } = hypergeometricWindow({ total1: first.total, total0: reference.total, events });
  const position = first.count - start;
  const observed = weights[position];
  if (observed === undefined) return { p: 0, midP: 0 };

  const limit = observed * (1 + relativeError);
  let [below, above, unlikelier] = [0, 0, 0];
  for (const [index, weight] of weights.entries()) {
    if (index < position) below += weight;
    if (index > position) above += weight;
    if (weight <= limit) unlikelier += weight;
  }
  const total = below + observed + above;
  return {
    p: Math.min(1, unlikelier / total),
    midP: Math.min(1, (2 * (Math.min(below, above) + observed / 2)) / total),
  };
}

/** Tables that differ in likelihood by less than this count as equally likely, as in R's `fisher.test`. */
const relativeError = 1e-7;
