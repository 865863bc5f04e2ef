import { betaKernel } from "./beta-kernel.ts";
import { incompleteBeta } from "./beta-share.ts";
import { logBeta } from "./log-beta.ts";
import { normalQuantile } from "./normal-tail.ts";
import { solveNewton } from "./solve-newton.ts";

/**
 * Quantile of the beta distribution: the x below which a share p of it lies. Not for parameters at or below 0.
 *
 * Source: Newton's method on the logarithm of the smaller tail, over the log odds of x.
 *
 * @param p probability, 0–1
 * @returns quantile, 0–1
 * @throws RangeError if p is outside [0, 1] or a parameter is not positive
 * @example betaQuantile(0.025, 5, 16) // 0.08657146910143…
 */
export function betaQuantile(p: number, a: number, b: number): number {
  const logOdds = betaQuantileLogOdds(p, { a, b });
  return 1 / (1 + Math.exp(-logOdds));
}

/** Parameters of a beta distribution, and which side `p` is counted from. */
export type BetaOptions = {
  readonly a: number;
  readonly b: number;
  /** "upper": `p` is the probability above the quantile. */
  readonly tail?: "lower" | "upper";
};

/**
 * ln(x / (1 − x)) of the beta quantile x, which keeps its accuracy where x is close to 1. Beyond ±745 it stays there.
 *
 * Source: as {@link betaQuantile}.
 *
 * @param p probability, 0–1
 * @throws RangeError if p is outside [0, 1] or a parameter is not positive
 * @example betaQuantileLogOdds(1e-30, { a: 3, b: 1, tail: "upper" }) // 70.1761650784…
 */
export function betaQuantileLogOdds(p: number, options: BetaOptions): number {
  const { a, b, tail = "lower" } = options;
  if (!(p >= 0 && p <= 1)) throw new RangeError(`invalid p; not in [0, 1]: ${p}`);
  if (!(a > 0 && a < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid a; must be positive: ${a}`);
  if (!(b > 0 && b < Number.POSITIVE_INFINITY)) throw new RangeError(`invalid b; must be positive: ${b}`);
  if (p === 0 || p === 1) return (p === 1) === (tail === "lower") ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const useLower = (tail === "lower") === p <= 0.5;
  const target = p <= 0.5 ? p : 1 - p;
  return useLower ? lowerLogOdds(target, a, b) : -lowerLogOdds(target, b, a);
}

/** Log odds where the lower tail, at most one half, is the target. */
function lowerLogOdds(target: number, a: number, b: number): number {
  const logTarget = Math.log(target);
  return solveNewton(
    (u) => {
      const point = { x: 1 / (1 + Math.exp(-u)), y: 1 / (1 + Math.exp(u)) };
      const area = incompleteBeta(point, a, b).lower;
      return { value: Math.log(area) - logTarget, slope: betaKernel(point, a, b) / area };
    },
    { low: -745, start: start(logTarget, a, b), high: 709, noise: 2e-16 },
  );
}

/** Normal in the log odds for large parameters, the leading power near 0 for small ones. */
function start(logTarget: number, a: number, b: number): number {
  const guess =
    Math.min(a, b) > 1
      ? Math.log(a / b) + normalQuantile(Math.exp(logTarget)) * Math.sqrt(1 / a + 1 / b)
      : (logTarget + Math.log(a) + logBeta(a, b)) / a;
  return Math.min(700, Math.max(-700, guess));
}
