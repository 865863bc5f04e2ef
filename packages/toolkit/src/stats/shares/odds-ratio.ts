import type { Interval } from "@evenhand/standard";
import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "./level-score.ts";
import { proportionRefusal } from "./proportion-refusal.ts";
import type { Proportion } from "./two-proportion-test.ts";

/**
 * Ratio of the odds of two groups as counted. For comparison with logistic regression only; never to be read as "times
 * as likely": use {@link riskRatio}. Has no interval: see {@link haldaneOddsRatio} and {@link exactOddsRatioInterval}.
 *
 * Formula: x₁(n₀ − x₀)/(x₀(n₁ − x₁)).
 *
 * Source: Cornfield (1951), JNCI 11, 1269–1275.
 *
 * @returns Infinity if only the denominator is 0; a refusal if both are, or a group is empty
 * @throws RangeError if a number is not finite
 * @example oddsRatio({ count: 36, total: 40 }, { count: 16, total: 80 }) // 36
 */
export function oddsRatio(first: Proportion, reference: Proportion): number | Refusal {
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const above = first.count * (reference.total - reference.count);
  const below = reference.count * (first.total - first.count);
  if (above === 0 && below === 0) return { reason: "zero_cell" };
  return above / below;
}

/**
 * Ratio of the odds of two groups after adding half a person to each cell, with its normal interval on the logarithmic
 * scale; it exists where a cell is 0. Pulled towards 1. For comparison with logistic regression only; never to be read
 * as "times as likely".
 *
 * Formula: exp(ln OR ± z√(Σ 1/(cell + ½))).
 *
 * Source: Haldane (1956), Annals of Human Genetics 20, 309–311; Anscombe (1956), Biometrika 43, 461–464.
 *
 * @returns a refusal if a group is empty, or all or none of the people had the outcome
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example haldaneOddsRatio({ count: 0, total: 20 }, { count: 3, total: 25 }) // { oddsRatio: 0.15679…, interval: { low: 0.0076287…, high: 3.22260… } }
 */
export function haldaneOddsRatio(
  first: Proportion,
  reference: Proportion,
  { level = 0.95 }: IntervalOptions = {},
): { readonly oddsRatio: number; readonly interval: Interval } | Refusal {
  const z = levelScore(level);
  const refusal = proportionRefusal(first, reference);
  if (isRefusal(refusal)) return refusal;
  const events = first.count + reference.count;
  if (events === 0) return { reason: "no_events" };
  if (events === first.total + reference.total) return { reason: "zero_cell", detail: "all had the outcome" };

  const with1 = first.count + 0.5;
  const without1 = first.total - first.count + 0.5;
  const with0 = reference.count + 0.5;
  const without0 = reference.total - reference.count + 0.5;
  const ratio = (with1 / with0) * (without0 / without1);
  const margin = z * Math.sqrt(1 / with1 + 1 / without1 + 1 / with0 + 1 / without0);
  return { oddsRatio: ratio, interval: { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin) } };
}
