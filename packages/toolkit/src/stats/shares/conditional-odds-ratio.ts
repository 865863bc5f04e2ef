import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { conditionalCount } from "./conditional-count.ts";
import { possibleCounts, type TableMargins } from "./hypergeometric-window.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import { scoreLimit } from "./score-limit.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * The odds ratio under which the first group's expected count, given the margins, is the one observed: the estimate
 * that goes with {@link fisherTest}. Never to be read as "times as likely": use {@link riskRatio}. Solved to full
 * precision, which R's `fisher.test` is not: see {@link oddsRatioAsInR}.
 *
 * Source: Fisher (1935), JRSS 98, 39–82; Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148.
 *
 * @returns 0 or Infinity if the count is the smallest or the largest possible; a refusal if it is the only one possible
 * @throws RangeError if a number is not whole
 * @example conditionalOddsRatio({ count: 7, total: 34 }, { count: 1, total: 34 }) // 8.3293…
 */
export function conditionalOddsRatio(first: Proportion, reference: Proportion): number | Refusal {
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const margins = marginsOf(first, reference);
  const { low, high } = possibleCounts(margins);
  if (low === high) return { reason: "zero_cell", detail: "the margins allow one table only" };
  if (first.count === low) return 0;
  if (first.count === high) return Number.POSITIVE_INFINITY;
  const at = (oddsRatio: number) => conditionalCount(margins, { oddsRatio, count: first.count });
  return scoreLimit((ratio) => first.count - at(ratio).mean, 0, startingRatio(first, reference));
}

/**
 * Exact interval for the odds ratio given the margins: the odds ratios under which the observed count lies in neither
 * tail. Never covers less often than its level, and so is wide. Never to be read as "times as likely".
 *
 * Source: Cornfield (1956), Proceedings of the Third Berkeley Symposium 4, 135–148.
 *
 * @returns low is 0 if the count is the smallest possible, high is Infinity if it is the largest
 * @throws RangeError if a number is not whole or the level is not between 0 and 1
 * @example exactOddsRatioInterval({ count: 0, total: 20 }, { count: 3, total: 25 }) // { low: 0, high: 2.9718… }
 */
export function exactOddsRatioInterval(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): Interval | Refusal {
  levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const margins = marginsOf(first, reference);
  const { low, high } = possibleCounts(margins);
  const start = startingRatio(first, reference);
  const logTail = Math.log((1 - level) / 2);
  const { count } = first;
  const at = (oddsRatio: number) => conditionalCount(margins, { oddsRatio, count });
  return {
    low: count === low ? 0 : scoreLimit((ratio) => -logarithm(at(ratio).atLeast), -logTail, start),
    high:
      count === high ? Number.POSITIVE_INFINITY : scoreLimit((ratio) => logarithm(at(ratio).atMost), logTail, start),
  };
}

function marginsOf(first: Proportion, reference: Proportion): TableMargins {
  return { total1: first.total, total0: reference.total, events: first.count + reference.count };
}

function startingRatio(first: Proportion, reference: Proportion): number {
  const odds = ({ count, total }: Proportion): number => (count + 0.5) / (total - count + 0.5);
  return odds(first) / odds(reference);
}

function logarithm(share: number): number {
  return Math.log(Math.max(share, Number.MIN_VALUE));
}
