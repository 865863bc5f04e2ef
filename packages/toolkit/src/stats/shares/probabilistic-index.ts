import type { Interval } from "@evenhand/standard";
import { normalTail } from "../functions/normal-tail.ts";
import type { Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";

/** @see probabilisticIndex */
export type ProbabilisticIndex = {
  /** Share of pairs in which the first group's value is the higher one, ties counting half; 0.5 is no difference. */
  readonly index: number;
  /** Undefined if a group has fewer than two people, or no pair disagrees with the others. */
  readonly interval: Interval | undefined;
  /** The number of such pairs (Mann–Whitney U). */
  readonly pairs: number;
  /** Undefined if all values are the same. */
  readonly z: number | undefined;
  readonly p: number | undefined;
};

/**
 * Compares two groups on ordered levels, such as the severity of force: in a random pair, one from each group, how
 * often the first group's value is the higher one. Uses the order only, never the distance between levels. Not a rate,
 * and not for the same people measured twice.
 *
 * Formula: π = P(Y₁ > Y₀) + ½P(Y₁ = Y₀); z = (U − n₁n₀/2)/√(n₁n₀/12·(N + 1 − Σ(t³ − t)/(N(N − 1)))), t the people at
 * a level. The interval is normal on the scale ln(π/(1 − π)), its error from the variance of the placements.
 *
 * Source: Bross (1958), Biometrics 14, 18–38; Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60;
 * variance of the placements: Brunner & Munzel (2000), Biometrical Journal 42, 17–25.
 *
 * @param first people at each level, lowest level first
 * @param reference the same for the reference group
 * @returns a refusal if a group is empty
 * @throws RangeError if the lengths differ, a count is not finite, or the level is not between 0 and 1
 * @example probabilisticIndex([60, 25, 5], [40, 30, 12]) // { index: 0.40040…, pairs: 2955, z: -2.56818…, p: 0.010223… }
 */
export function probabilisticIndex(
  first: readonly number[],
  reference: readonly number[],
  { level = 0.95 }: IntervalOptions = {},
): ProbabilisticIndex | Refusal {
  const score = levelScore(level);
  if (first.length !== reference.length)
    throw new RangeError(`invalid reference; must have ${first.length} levels: ${reference.length}`);
  const odd = [...first, ...reference].find((count) => !Number.isFinite(count));
  if (odd !== undefined) throw new RangeError(`invalid count; must be a finite number: ${odd}`);
  if ([...first, ...reference].some((count) => count < 0)) return { reason: "negative_input" };
  const total1 = sum(first);
  const total0 = sum(reference);
  if (total1 === 0 || total0 === 0) return { reason: "no_events" };

  const people = total1 + total0;
  const placements = placementsOf(first, reference);
  const pairs = sum(first.map((count, index) => count * (placements[index] ?? 0)));
  const ties = first.map((count, index) => count + (reference[index] ?? 0));
  const tied = sum(ties.map((count) => (count ** 3 - count) / people / (people - 1)));
  const variance = (total1 / 12) * total0 * (people + 1 - tied);
  const z = ties.includes(people) ? undefined : (pairs - (total1 / 2) * total0) / Math.sqrt(variance);
  const index = pairs / total1 / total0;
  return {
    index,
    interval: intervalOf({ index, error: placementError(first, reference), score }),
    pairs,
    z,
    p: z === undefined ? undefined : normalTail(z),
  };
}

/** For each level, how many of the other group lie below it, those at the level counting half. */
function placementsOf(own: readonly number[], other: readonly number[]): readonly number[] {
  let below = 0;
  return own.map((_, index) => {
    const here = other[index] ?? 0;
    below += here;
    return below - here / 2;
  });
}

function placementError(first: readonly number[], reference: readonly number[]): number {
  return Math.sqrt(placementVariance(first, reference) + placementVariance(reference, first));
}

function placementVariance(own: readonly number[], other: readonly number[]): number {
  const people = sum(own);
  const shares = placementsOf(own, other).map((placement) => placement / sum(other));
  const mean = sum(shares.map((share, index) => (share * (own[index] ?? 0)) / people));
  const squares = sum(shares.map((share, index) => (share - mean) ** 2 * (own[index] ?? 0)));
  return squares / (people - 1) / people;
}

function intervalOf({
  index,
  error,
  score,
}: {
  readonly index: number;
  readonly error: number;
  readonly score: number;
}): Interval | undefined {
  if (!(error > 0 && error < Number.POSITIVE_INFINITY && index > 0 && index < 1)) return undefined;
  const logOdds = Math.log(index / (1 - index));
  const margin = (score * error) / (index * (1 - index));
  return { low: 1 / (1 + Math.exp(margin - logOdds)), high: 1 / (1 + Math.exp(-margin - logOdds)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
