import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";
import { riskStrataRefusal } from "./strata-refusal.ts";
import type { RiskStratum } from "./stratum.ts";

/** @see mantelHaenszelOddsRatio */
export type StratifiedOddsRatio = {
  readonly oddsRatio: number;
  readonly interval: Interval;
  readonly logStandardError: number;
};

/**
 * Ratio of the odds of two groups within strata, pooled over strata after Mantel and Haenszel. For comparison with
 * logistic regression only; never to be read as "times as likely": use {@link mantelHaenszelRiskRatio}.
 *
 * Formula: R/S with R = Σx₁(n₀ − x₀)/N, S = Σx₀(n₁ − x₁)/N; Var ln = ΣPR/(2R²) + Σ(PS + QR)/(2RS) + ΣQS/(2S²) with
 * P = (x₁ + n₀ − x₀)/N and Q = 1 − P.
 *
 * Source: Mantel & Haenszel (1959), JNCI 22, 719–748; variance: Robins, Breslow & Greenland (1986), Biometrics 42,
 * 311–323.
 *
 * @returns a refusal if no stratum holds both groups, or the odds of a group are 0 or without bound in all of them
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example mantelHaenszelOddsRatio([
 *   { count1: 8, total1: 60, count0: 5, total0: 70 },
 *   { count1: 15, total1: 80, count0: 20, total0: 200 },
 *   { count1: 30, total1: 210, count0: 12, total0: 150 },
 * ]) // { oddsRatio: 1.98870…, logStandardError: 0.23824… }
 */
export function mantelHaenszelOddsRatio(
  strata: readonly RiskStratum[],
  { level = 0.95 }: IntervalOptions = {},
): StratifiedOddsRatio | Refusal {
  const z = levelScore(level);
  const refusal = riskStrataRefusal(strata);
  if (isRefusal(refusal)) return refusal;

  let [above, below, aboveOnly, mixed, belowOnly] = [0, 0, 0, 0, 0];
  for (const { count1, total1, count0, total0 } of strata) {
    if (total1 === 0 || total0 === 0) continue;
    const people = total1 + total0;
    const along = count1 * ((total0 - count0) / people);
    const across = count0 * ((total1 - count1) / people);
    const agreeing = (count1 + total0 - count0) / people;
    const opposing = (count0 + total1 - count1) / people;
    above += along;
    below += across;
    aboveOnly += agreeing * along;
    mixed += agreeing * across + opposing * along;
    belowOnly += opposing * across;
  }
  if (above === 0 || below === 0) return { reason: "zero_cell" };
  const oddsRatio = above / below;
  const logVariance = aboveOnly / above ** 2 + mixed / above / below + belowOnly / below ** 2;
  const logStandardError = Math.sqrt(logVariance / 2);
  const margin = z * logStandardError;
  return {
    oddsRatio,
    interval: { low: oddsRatio * Math.exp(-margin), high: oddsRatio * Math.exp(margin) },
    logStandardError,
  };
}
