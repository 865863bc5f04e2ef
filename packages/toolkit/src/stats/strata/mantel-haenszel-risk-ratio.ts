import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";
import { type LogRatio, ratioHeterogeneity } from "./ratio-heterogeneity.ts";
import { riskStrataRefusal } from "./strata-refusal.ts";
import { quotientRatio, type StratifiedRatio } from "./stratified-ratio.ts";
import type { RiskStratum } from "./stratum.ts";

/**
 * Ratio of two shares among people of the same stratum, pooled over strata after Mantel and Haenszel; holds up with
 * many small strata and with zeros. Not where the ratio truly differs between strata (see `heterogeneity` and
 * `stratumRatios`, and show those instead), and not for rates: use {@link mantelHaenszelRateRatio}.
 *
 * Formula: R/S with R = Σx₁n₀/N, S = Σx₀n₁/N; Var ln = Σ(m·n₁n₀ − x₁x₀N)/N² ÷ (RS), m = x₁ + x₀.
 *
 * Source: Mantel & Haenszel (1959), JNCI 22, 719–748; variance: Greenland & Robins (1985), Biometrics 41, 55–68.
 *
 * @returns a refusal if no stratum holds both groups, or one group has no event in the strata that do
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example mantelHaenszelRiskRatio([
 *   { count1: 8, total1: 60, count0: 5, total0: 70 },
 *   { count1: 15, total1: 80, count0: 20, total0: 200 },
 *   { count1: 30, total1: 210, count0: 12, total0: 150 },
 * ]) // { ratio: 1.83211…, interval: { low: 1.21435…, high: 2.76413… }, logStandardError: 0.20982… }
 */
export function mantelHaenszelRiskRatio(
  strata: readonly RiskStratum[],
  { level = 0.95 }: IntervalOptions = {},
): StratifiedRatio | Refusal {
  const z = levelScore(level);
  const refusal = riskStrataRefusal(strata);
  if (isRefusal(refusal)) return refusal;

  const { above, below, spread } = pool(strata);
  if (below === 0) return { reason: "no_reference_events" };
  if (above === 0) return { reason: "no_events" };
  const ratio = above / below;
  const logStandardError = Math.sqrt(spread / above / below);
  const margin = z * logStandardError;
  return {
    ratio,
    interval: { low: ratio * Math.exp(-margin), high: ratio * Math.exp(margin) },
    logStandardError,
    crudeRatio: crudeRatio(strata),
    stratumRatios: strata.map(({ count1, total1, count0, total0 }) =>
      quotientRatio([count1, total1], [count0, total0]),
    ),
    heterogeneity: ratioHeterogeneity(strata.flatMap(logRatio), ratio),
  };
}

/** The term of the spread is written without a difference of large products: x₁n₁(n₀ − x₀) + x₀n₀(n₁ − x₁). */
function pool(strata: readonly RiskStratum[]): Readonly<Record<"above" | "below" | "spread", number>> {
  let above = 0;
  let below = 0;
  let spread = 0;
  for (const { count1, total1, count0, total0 } of strata) {
    const people = total1 + total0;
    if (total1 === 0 || total0 === 0) continue;
    above += (count1 * total0) / people;
    below += (count0 * total1) / people;
    spread += (count1 * total1 * (total0 - count0) + count0 * total0 * (total1 - count1)) / people ** 2;
  }
  return { above, below, spread };
}

function crudeRatio(strata: readonly RiskStratum[]): number {
  let [count1, total1, count0, total0] = [0, 0, 0, 0];
  for (const stratum of strata) {
    count1 += stratum.count1;
    total1 += stratum.total1;
    count0 += stratum.count0;
    total0 += stratum.total0;
  }
  return (count1 * total0) / (count0 * total1);
}

function logRatio({ count1, total1, count0, total0 }: RiskStratum): readonly LogRatio[] {
  if (count1 === 0 || count0 === 0) return [];
  const variance = (total1 - count1) / total1 / count1 + (total0 - count0) / total0 / count0;
  if (variance === 0) return [];
  return [{ logRatio: Math.log((count1 * total0) / (count0 * total1)), variance }];
}
