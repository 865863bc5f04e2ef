import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type ConditionalCount, conditionalCount } from "./conditional-count.ts";
import { possibleCounts, type TableMargins } from "./hypergeometric-window.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { looseRoot } from "./loose-root.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/** @see oddsRatioAsInR */
export type OddsRatioAsInR = {
  /** Undefined if the margins allow one table only. */
  readonly oddsRatio: number | undefined;
  readonly interval: Interval;
};

/**
 * The conditional odds ratio and its exact interval as R's `fisher.test` prints them, to check tables made with R. Not
 * for publication: R ends its search at 1.2 × 10⁻⁴ on the odds ratio or, above 1, its inverse, so that a large odds
 * ratio can be off by several per cent. Use {@link conditionalOddsRatio} and {@link exactOddsRatioInterval}.
 *
 * Source: `fisher.test` of R 4.2.2, package stats: bracket (0, 1), or (2⁻⁵², 1) for the inverse, and `uniroot`'s
 * default tolerance.
 *
 * @throws RangeError if a number is not whole or the level is not between 0 and 1
 * @example oddsRatioAsInR({ count: 7, total: 34 }, { count: 1, total: 34 }) // { oddsRatio: 8.3284…, interval: { low: 0.97324…, high: 396.18… } }
 */
export function oddsRatioAsInR(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): OddsRatioAsInR | Refusal {
  levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const margins = { total1: first.total, total0: reference.total, events: first.count + reference.count };
  const { low, high } = possibleCounts(margins);
  const { count } = first;
  const tail = (1 - level) / 2;
  const solve = (measure: (at: ConditionalCount) => number, target: number): number =>
    solveAsInR({ margins, count }, measure, target);

  const inner = count === low ? 0 : count === high ? Number.POSITIVE_INFINITY : solve(({ mean }) => mean, count);
  return {
    oddsRatio: low === high ? undefined : inner,
    interval: {
      low: count === low ? 0 : solve(({ atLeast }) => atLeast, tail),
      high: count === high ? Number.POSITIVE_INFINITY : solve(({ atMost }) => atMost, tail),
    },
  };
}

function solveAsInR(
  { margins, count }: { readonly margins: TableMargins; readonly count: number },
  measure: (at: ConditionalCount) => number,
  target: number,
): number {
  const excess = (oddsRatio: number): number =>
    measure(oddsRatio === 0 ? atZeroOdds(margins, count) : conditionalCount(margins, { oddsRatio, count })) - target;
  const even = excess(1);
  if (even === 0) return 1;
  const atZero = excess(0);
  if (atZero > 0 !== even > 0) return looseRoot(excess, { low: 0, high: 1, tolerance });
  const inverse = looseRoot((t) => excess(1 / t), { low: Number.EPSILON, high: 1, tolerance });
  return 1 / inverse;
}

/** `uniroot`'s default. */
const tolerance = Number.EPSILON ** 0.25;

/** With odds of 0 the first group has the smallest count the margins allow. */
function atZeroOdds(margins: TableMargins, count: number): ConditionalCount {
  const { low } = possibleCounts(margins);
  return { mean: low, atMost: count >= low ? 1 : 0, atLeast: count <= low ? 1 : 0 };
}
