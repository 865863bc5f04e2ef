import { chiSquareTail } from "../functions/chi-square-tail.ts";
import { poissonDeviance } from "../functions/poisson-deviance.ts";
import type { Refusal } from "../refusal.ts";
import { categoryDivergence } from "./category-divergence.ts";

/** @see categoryDrift */
export type CategoryDrift = {
  /** Jensen–Shannon divergence, 0–1. */
  readonly divergenceBits: number;
  /** Σ (p − q) ln(p/q) with ½ added to every count. */
  readonly stabilityIndex: number;
  /** Likelihood-ratio and Pearson statistics of homogeneity; 0 if only one category occurs. */
  readonly likelihoodRatio: number;
  readonly chiSquare: number;
  /** Categories that occur on either side, less one. */
  readonly degrees: number;
  /** Tail of the likelihood ratio; undefined if only one category occurs. */
  readonly p?: number;
  /** Positions of categories that occur only after, and only before. */
  readonly appeared: readonly number[];
  readonly vanished: readonly number[];
};

/**
 * How far a mix of categories has moved between two periods: divergence, population stability index and a test of
 * homogeneity. With many records the test finds the smallest change, so go by the divergence; with few, the divergence
 * is large by chance, so go by the test (not at all with expected counts below 5). Not for records that come in
 * clusters unless counts are divided by the design factor first, and not proof that a definition changed: practice
 * can change too.
 *
 * Source: Lin (1991), IEEE Transactions on Information Theory 37(1), 145–151; Siddiqi (2006), Credit Risk Scorecards
 * (stability index); Sokal & Rohlf, Biometry (G test).
 *
 * @param before counts by category
 * @param after counts of the same categories, in the same order
 * @returns a refusal if one side has no counts
 * @throws RangeError if the two differ in length, or a count is negative or not finite
 * @example categoryDrift([5, 0], [0, 5])
 *   // { divergenceBits: 1, chiSquare: 10, degrees: 1, appeared: [1], vanished: [0] }
 */
export function categoryDrift(before: readonly number[], after: readonly number[]): CategoryDrift | Refusal {
  for (const count of [...before, ...after])
    if (!(count >= 0 && Number.isFinite(count)))
      throw new RangeError(`invalid count; must be finite and not negative: ${count}`);
  const divergenceBits = categoryDivergence(before, after);
  if (divergenceBits === undefined) return { reason: "no_events" };
  const pairs = before.map((count, index) => [count, after[index] ?? 0] as const);
  const totals = [sum(before), sum(after)] as const;
  const present = pairs.filter(([was, is]) => was + is > 0);
  const statistics = homogeneity(present, totals);
  const degrees = present.length - 1;
  const positions = (wanted: (was: number, is: number) => boolean): readonly number[] =>
    pairs.flatMap(([was, is], index) => (wanted(was, is) ? [index] : []));
  return {
    divergenceBits,
    stabilityIndex: stabilityIndex(pairs, totals),
    ...statistics,
    degrees,
    ...(degrees > 0 ? { p: chiSquareTail(statistics.likelihoodRatio, degrees) } : {}),
    appeared: positions((was, is) => was === 0 && is > 0),
    vanished: positions((was, is) => was > 0 && is === 0),
  };
}

type Pairs = readonly (readonly [number, number])[];

function stabilityIndex(pairs: Pairs, [before, after]: readonly [number, number]): number {
  const half = pairs.length / 2;
  const terms = pairs.map(([was, is]) => {
    const p = (was + 0.5) / (before + half);
    const q = (is + 0.5) / (after + half);
    const change = (p - q) / q;
    return (p - q) * (Math.abs(change) < 0.5 ? Math.log1p(change) : Math.log(p / q));
  });
  return sum(terms);
}

function homogeneity(pairs: Pairs, [before, after]: readonly [number, number]) {
  let likelihoodRatio = 0;
  let chiSquare = 0;
  for (const [was, is] of pairs) {
    const [wasExpected, isExpected] = [before, after].map((total) => ((was + is) / (before + after)) * total);
    const gap = (was * after - is * before) / (before + after);
    likelihoodRatio += 2 * (poissonDeviance(was, wasExpected ?? 0) + poissonDeviance(is, isExpected ?? 0));
    chiSquare += (gap / (wasExpected ?? 1)) * gap + (gap / (isExpected ?? 1)) * gap;
  }
  return { likelihoodRatio, chiSquare };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
