import type { Interval } from "@evenhand/standard";
import { normalTail } from "../functions/normal-tail.ts";
import { designMatrix } from "../matrices/design-matrix.ts";
import { benjaminiHochberg } from "../multiplicity/benjamini-hochberg.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { poissonRegression } from "../regression/poisson-regression.ts";
import { countBins, evenBreaks } from "./count-bins.ts";
import { sampleQuantile } from "./sample-quantile.ts";

/** @see localFalseDiscoveryRate */
export type LocalFalseDiscoveryOptions = {
  /** Where scores of ordinary units lie: a standard normal, or a normal with the median and quartiles of the scores. */
  readonly null?: "theoretical" | "empirical";
  /** Edges of the bins, rising; steps of one half around the scores unless given. */
  readonly breaks?: readonly number[];
  /** Degree of the polynomial. */
  readonly degree?: number;
};

/** @see localFalseDiscoveryRate */
export type LocalFalseDiscovery = {
  readonly nullCenter: number;
  readonly nullDeviation: number;
  readonly bins: readonly DiscoveryBin[];
  readonly scores: readonly ScoreDiscovery[];
};

/** One bin of the histogram of scores. */
export type DiscoveryBin = Interval & {
  readonly count: number;
  /** Smoothed density of all scores at the middle of the bin. */
  readonly density: number;
  /** Local false discovery rate there, 0–1. */
  readonly falseDiscoveryRate: number;
};

/** What is said of one score, in the order given. */
export type ScoreDiscovery = {
  /** Share of units with a score like this that would have it by chance, 0–1. */
  readonly falseDiscoveryRate: number;
  /** Two-sided p value under the null, adjusted by Benjamini and Hochberg, 0–1. */
  readonly adjusted: number;
};

/**
 * Of many units' scores, which are too far out to be chance: the density of ordinary scores over that of all scores.
 * A score with a rate below 0.2 is worth a review. For 50 units or more; below, the smoothed density follows single
 * units. Not a finding about a unit: one in five of those at the limit is there by chance.
 *
 * Formula: fdr(z) = min(1, f₀(z)/f(z)); f from a Poisson regression of bin counts on powers of z (Lindsey's method);
 * f₀ normal with mean 0 and deviation 1, or median and IQR/1.349; the share of ordinary units is taken as 1.
 *
 * Source: Efron (2004), JASA 99, 96–104; Ridgeway & MacDonald (2009), JASA 104, 661–668.
 *
 * @param scores z scores, one per unit
 * @returns `too_few_units` without scores, `no_heterogeneity` where the middle half of them are one value and the null
 *   is to be taken from them, or what the Poisson regression refuses
 * @throws RangeError if a score is not finite or lies outside the breaks, breaks do not rise, or the degree is not a
 *   whole number from 1 to 10
 * @example localFalseDiscoveryRate([-0.4, 0.3, 0.2, -0.8, 0.9, 4.2], { breaks: [-1, 0, 1, 2, 3, 4, 5], degree: 2 }) // {
 *   nullCenter: 0, nullDeviation: 1,
 * }
 */
export function localFalseDiscoveryRate(
  scores: readonly number[],
  { null: shape = "theoretical", breaks, degree = 5 }: LocalFalseDiscoveryOptions = {},
): LocalFalseDiscovery | Refusal {
  if (!(Number.isInteger(degree) && degree >= 1 && degree <= 10))
    throw new RangeError(`invalid degree; not a whole number in 1–10: ${degree}`);
  if (scores.length === 0) return { reason: "too_few_units" };
  const bins = countBins(scores, breaks ?? evenBreaks(scores, 0.5));
  const nullCenter = shape === "theoretical" ? 0 : sampleQuantile(scores, 0.5);
  const nullDeviation =
    shape === "theoretical" ? 1 : (sampleQuantile(scores, 0.75) - sampleQuantile(scores, 0.25)) / 1.349;
  if (nullDeviation === 0) return { reason: "no_heterogeneity", detail: "the middle half of the scores are one value" };

  const density = smoothDensity(bins, degree);
  if (isRefusal(density)) return density;
  const rate = (score: number) => {
    const distance = (score - nullCenter) / nullDeviation;
    const ordinary = Math.exp(-(distance ** 2) / 2) / (nullDeviation * Math.sqrt(2 * Math.PI));
    return Math.min(1, ordinary / density(score));
  };
  const adjusted = benjaminiHochberg(scores.map((score) => normalTail((score - nullCenter) / nullDeviation)));
  return {
    nullCenter,
    nullDeviation,
    bins: bins.map((bin) => {
      const middle = (bin.low + bin.high) / 2;
      return { ...bin, density: density(middle), falseDiscoveryRate: rate(middle) };
    }),
    scores: scores.map((score, place) => ({ falseDiscoveryRate: rate(score), adjusted: adjusted[place] ?? 1 })),
  };
}

/** Density from a Poisson regression of the counts on powers of the standardised middle of the bins. */
function smoothDensity(
  bins: readonly (Interval & { readonly count: number })[],
  degree: number,
): ((score: number) => number) | Refusal {
  const total = bins.reduce((sum, bin) => sum + bin.count, 0);
  const middles = bins.map((bin) => (bin.low + bin.high) / 2);
  const center = middles.reduce((sum, middle) => sum + middle, 0) / middles.length;
  const spread = Math.max(...middles.map((middle) => Math.abs(middle - center)), Number.MIN_VALUE);
  const powers = Array.from({ length: degree + 1 }, (_, power) => power);
  const fit = poissonRegression({
    design: designMatrix(
      powers.map((power) => ({
        name: `power ${power}`,
        values: middles.map((middle) => ((middle - center) / spread) ** power),
      })),
    ),
    y: bins.map((bin) => bin.count),
    offset: bins.map((bin) => Math.log(total * (bin.high - bin.low))),
  });
  if (isRefusal(fit)) return fit;
  return (score) =>
    Math.exp(
      fit.coefficients.reduce<number>(
        (sum, coefficient, power) => sum + (coefficient ?? 0) * ((score - center) / spread) ** power,
        0,
      ),
    );
}
