import { chiSquareTail } from "../functions/chi-square-tail.ts";

/** The ratio of one stratum, on the logarithmic scale, and its variance. */
export type LogRatio = { readonly logRatio: number; readonly variance: number };

/** @see ratioHeterogeneity */
export type Heterogeneity = {
  readonly q: number;
  readonly degrees: number;
  /** Undefined with fewer than two strata to compare. */
  readonly p: number | undefined;
};

/**
 * Whether the ratios of strata differ by more than chance from their common ratio (Cochran's Q). A small p says that
 * the strata should be shown, not their common ratio; a large p does not say that they agree, above all with small
 * strata. Give only strata in which both groups had events: others have no logarithm.
 *
 * Formula: Q = Σ(ln ratioₛ − ln ratio)²/varianceₛ, chi-square with one degree fewer than there are strata.
 *
 * Source: Cochran (1954), Biometrics 10, 101–129; Rothman, Greenland & Lash (2008), Modern Epidemiology, 3rd ed., ch. 15.
 *
 * @param commonRatio positive, such as the Mantel–Haenszel ratio
 * @throws RangeError if the common ratio or a variance is not positive
 * @example ratioHeterogeneity([{ logRatio: 0, variance: 0.5 }, { logRatio: 2, variance: 0.5 }], Math.E) // { q: 4, degrees: 1, p: 0.0455… }
 */
export function ratioHeterogeneity(strata: readonly LogRatio[], commonRatio: number): Heterogeneity {
  if (!(commonRatio > 0)) throw new RangeError(`invalid commonRatio; must be positive: ${commonRatio}`);
  const center = Math.log(commonRatio);
  let q = 0;
  for (const { logRatio, variance } of strata) {
    if (!(variance > 0)) throw new RangeError(`invalid variance; must be positive: ${variance}`);
    q += (logRatio - center) ** 2 / variance;
  }
  const degrees = Math.max(0, strata.length - 1);
  return { q, degrees, p: degrees === 0 ? undefined : chiSquareTail(q, degrees) };
}
