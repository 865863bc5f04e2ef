import { isRefusal, type Refusal } from "../refusal.ts";
import { type IntervalOptions, levelScore } from "../shares/level-score.ts";
import { type LogRatio, ratioHeterogeneity } from "./ratio-heterogeneity.ts";
import { rateStrataRefusal } from "./strata-refusal.ts";
import { quotientRatio, type StratifiedRatio } from "./stratified-ratio.ts";
import type { RateStratum } from "./stratum.ts";

/**
 * Ratio of two rates within strata, such as neighbourhoods, pooled over strata after Mantel and Haenszel; holds up
 * with many small strata and with zeros. Not where the ratio truly differs between strata (see `heterogeneity` and
 * `stratumRatios`, and show those instead), and not for shares of people: use {@link mantelHaenszelRiskRatio}.
 *
 * Formula: R/S with R = Σx₁t₀/T, S = Σx₀t₁/T; Var ln = Σ(x₁ + x₀)t₁t₀/T² ÷ (RS). Q is taken over the strata in which
 * both groups had events.
 *
 * Source: Greenland & Robins (1985), Biometrics 41, 55–68.
 *
 * @returns a refusal if no stratum has exposure of both groups, or one group has no event in the strata that do
 * @throws RangeError if a number is not finite or the level is not between 0 and 1
 * @example mantelHaenszelRateRatio([
 *   { count1: 12, exposure1: 1000, count0: 4, exposure0: 900 },
 *   { count1: 5, exposure1: 800, count0: 9, exposure0: 3000 },
 * ]) // { ratio: 2.40789…, interval: { low: 1.08892…, high: 5.32450… }, crudeRatio: 2.83333… }
 */
export function mantelHaenszelRateRatio(
  strata: readonly RateStratum[],
  { level = 0.95 }: IntervalOptions = {},
): StratifiedRatio | Refusal {
  const z = levelScore(level);
  const refusal = rateStrataRefusal(strata);
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
    stratumRatios: strata.map((each) => quotientRatio([each.count1, each.exposure1], [each.count0, each.exposure0])),
    heterogeneity: ratioHeterogeneity(strata.flatMap(logRatio), ratio),
  };
}

function pool(strata: readonly RateStratum[]): Readonly<Record<"above" | "below" | "spread", number>> {
  let above = 0;
  let below = 0;
  let spread = 0;
  for (const { count1, exposure1, count0, exposure0 } of strata) {
    if (exposure1 === 0 || exposure0 === 0) continue;
    const part1 = exposure1 / (exposure1 + exposure0);
    const part0 = exposure0 / (exposure1 + exposure0);
    above += count1 * part0;
    below += count0 * part1;
    spread += (count1 + count0) * part1 * part0;
  }
  return { above, below, spread };
}

function crudeRatio(strata: readonly RateStratum[]): number {
  let [count1, exposure1, count0, exposure0] = [0, 0, 0, 0];
  for (const stratum of strata) {
    count1 += stratum.count1;
    exposure1 += stratum.exposure1;
    count0 += stratum.count0;
    exposure0 += stratum.exposure0;
  }
  return (count1 * exposure0) / (count0 * exposure1);
}

function logRatio({ count1, exposure1, count0, exposure0 }: RateStratum): readonly LogRatio[] {
  if (count1 === 0 || count0 === 0 || exposure1 === 0 || exposure0 === 0) return [];
  return [{ logRatio: Math.log((count1 * exposure0) / (count0 * exposure1)), variance: 1 / count1 + 1 / count0 }];
}
