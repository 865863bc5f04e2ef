import type { Refusal } from "../refusal.ts";

/** What a test of a change has to go on; what is left out is not asked for. */
export type ChangeEvidence = {
  readonly periodsBefore?: number;
  readonly periodsAfter?: number;
  /** Events before the change. */
  readonly eventsBefore?: number;
  /** Events to be expected after it if nothing had changed. */
  readonly expectedAfter?: number;
  /** Units (agencies, districts) that the standard errors are taken from. */
  readonly clusters?: number;
};

/** Fewest of each with which a change may be tested. */
export const fewestForChange = {
  periodsBefore: 12,
  periodsAfter: 6,
  eventsBefore: 10,
  expectedAfter: 10,
  clusters: 10,
} as const;

/**
 * Why a change must not be tested on these data, if so: fewer than 12 periods before it or 6 after it, fewer than 10
 * events before or expected after, fewer than 10 clusters. Counts and the smallest change that could have been noticed
 * are then all there is to say. Passing is not enough for a claim: with so few, only large changes can be noticed.
 *
 * Source: docs/methods of the toolkit; periods: Wagner et al. (2002), Journal of Clinical Pharmacy and Therapeutics 27,
 * 299–309; clusters: Cameron & Miller (2015), Journal of Human Resources 50, 317–372.
 *
 * @returns the first reason that applies, undefined if none does
 * @throws RangeError if a number is negative or not a number
 * @example changeTestRefusal({ periodsBefore: 30, periodsAfter: 5 }) // { reason: "too_few_units", detail: "periodsAfter: 5, at least 6" }
 */
export function changeTestRefusal(evidence: ChangeEvidence): Refusal | undefined {
  for (const [name, value] of Object.entries(evidence))
    if (!(value >= 0)) throw new RangeError(`invalid ${name}; must not be negative: ${value}`);
  for (const { name, reason } of reasons) {
    const value = evidence[name];
    if (value !== undefined && value < fewestForChange[name])
      return { reason, detail: `${name}: ${value}, at least ${fewestForChange[name]}` };
  }
  return undefined;
}

const reasons = [
  { name: "periodsBefore", reason: "too_few_units" },
  { name: "periodsAfter", reason: "too_few_units" },
  { name: "eventsBefore", reason: "too_few_events" },
  { name: "expectedAfter", reason: "too_few_events" },
  { name: "clusters", reason: "too_few_clusters" },
] as const;
