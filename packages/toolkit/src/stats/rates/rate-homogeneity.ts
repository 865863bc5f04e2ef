import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { poissonDeviance } from "../functions/poisson-deviance.ts";
import type { Refusal } from "../refusal.ts";
import { type Events, refuseEvents } from "./event-rate.ts";
import { exactMultinomialPValue } from "./exact-multinomial.ts";

/** A test whether groups share one rate. */
export type RateHomogeneity = {
  readonly expectedCounts: readonly number[];
  readonly pearson: number;
  readonly likelihoodRatio: number;
  readonly degrees: number;
  readonly pearsonPValue: number;
  readonly likelihoodRatioPValue: number;
  /** By listing every way the events could fall; only for 10 events or fewer. */
  readonly exactPValue?: number;
  /** The p value to publish: exact where there is one, else Pearson's. */
  readonly p: number;
  /** Whether a chi-square p value is doubtful: an expected count is below 5 and no exact one could be found. */
  readonly isDoubtful: boolean;
};

const largestExactTotal = 10;

/**
 * Tests whether several groups share one Poisson rate: Pearson's Σ(x − e)²/e and the likelihood ratio 2 Σ x ln(x/e) with
 * e = t Σx / Σt, on groups − 1 degrees of freedom; exact if there are 10 events or fewer. Says only that the rates are
 * not all equal, not which differ. Not for clustered events.
 *
 * Source: Agresti (2013), Categorical Data Analysis, 1.5; Pearson (1900).
 *
 * @param groups at least two
 * @returns test, or why there is none
 * @throws RangeError if a count is not whole or a number is not finite
 * @example rateHomogeneity([{ count: 12, exposure: 1000 }, { count: 30, exposure: 5000 }, { count: 9, exposure: 1200 }]) // { pearson: 4.27058823529…, degrees: 2 }
 */
export function rateHomogeneity(groups: readonly Events[]): RateHomogeneity | Refusal {
  if (groups.length < 2) return { reason: "too_few_units", detail: "a comparison needs two groups" };
  for (const group of groups) {
    const refusal = refuseEvents(group);
    if (refusal !== undefined) return refusal;
  }
  const total = groups.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return { reason: "no_events" };
  const exposure = groups.reduce((sum, group) => sum + group.exposure, 0);
  const shares = groups.map((group) => group.exposure / exposure);
  const counts = groups.map(({ count }) => count);
  const expectedCounts = shares.map((share) => share * total);
  const cells = counts.map((count, index) => ({ count, expected: expectedCounts[index] ?? 0 }));
  const pearson = cells.reduce(
    (sum, { count, expected }) => sum + ((count - expected) / expected) * (count - expected),
    0,
  );
  const likelihoodRatio = 2 * cells.reduce((sum, { count, expected }) => sum + poissonDeviance(count, expected), 0);
  const degrees = groups.length - 1;
  const pearsonPValue = chiSquareTail(pearson, degrees);
  const exactPValue = total <= largestExactTotal ? exactMultinomialPValue(counts, shares) : undefined;
  return {
    expectedCounts,
    pearson,
    likelihoodRatio,
    degrees,
    pearsonPValue,
    likelihoodRatioPValue: chiSquareTail(likelihoodRatio, degrees),
    ...(exactPValue === undefined ? {} : { exactPValue }),
    p: exactPValue ?? pearsonPValue,
    isDoubtful: exactPValue === undefined && expectedCounts.some((expected) => expected < 5),
  };
}
