import { hypergeometricWindow, type TableMargins } from "./hypergeometric-window.ts";

/** @see conditionalCount */
export type ConditionalCount = {
  /** Expected count of the first group. */
  readonly mean: number;
  /** Probability of `count` or fewer. */
  readonly atMost: number;
  /** Probability of `count` or more. */
  readonly atLeast: number;
};

/**
 * The distribution of the first group's count when the margins of a 2 × 2 table and the odds ratio are given: its mean,
 * and its two tails at a count. Not a test: see {@link fisherTest}.
 *
 * Source: Fisher (1935), JRSS 98, 39–82; the weights of {@link hypergeometricWindow}.
 *
 * @throws RangeError if the margins are not whole numbers that fit together, or the odds ratio is not positive
 * @example conditionalCount({ total1: 2, total0: 2, events: 2 }, { oddsRatio: 1, count: 0 }) // { mean: 1, atMost: 0.16666…, atLeast: 1 }
 */
export function conditionalCount(
  margins: TableMargins,
  { oddsRatio, count }: { readonly oddsRatio: number; readonly count: number },
): ConditionalCount {
  const { start, weights } = hypergeometricWindow(margins, oddsRatio);
  const position = count - start;
  let [below, here, above, moment] = [0, 0, 0, 0];
  for (let index = 0; index < weights.length; index++) {
    const weight = weights[index] ?? 0;
    moment += index * weight;
    if (index < position) below += weight;
    else if (index > position) above += weight;
    else here = weight;
  }
  const total = below + here + above;
  return { mean: start + moment / total, atMost: (below + here) / total, atLeast: (here + above) / total };
}
