import type { Interval } from "@evenhand/standard";
import { normalQuantile, normalTail } from "../functions/normal-tail.ts";
import { studentQuantile, studentTail } from "../functions/student-tail.ts";
import type { Refusal } from "../refusal.ts";
import type { CoefficientCovariance } from "./regression-fit.ts";

/** A coefficient with its error, interval and two-sided p value, on the scale of the regression (log, log-odds). */
export type CoefficientEstimate = {
  readonly estimate: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly p: number;
};

/** How to judge a coefficient. */
export type CoefficientOptions = {
  readonly level?: number | undefined;
  /** Other errors than the model's own: robust, clustered, Newey–West. */
  readonly errors?: Pick<CoefficientCovariance, "standardErrors"> | undefined;
  /** Degrees of freedom for Student's t: clusters − 1 with clustered errors, residual ones with estimated dispersion. Normal unless given. */
  readonly degrees?: number | undefined;
};

/**
 * Wald estimate of one coefficient. Its exponential is a rate ratio (counts) or odds ratio (shares). Not where counts
 * are below about 20 or a group has none: use exact, score or profile intervals there.
 *
 * Source: McCullagh & Nelder (1989), 4.4; t with clusters − 1: Cameron & Miller (2015).
 *
 * @returns a refusal "aliased" (with the column) where it has no coefficient, "too_few_clusters" where degrees is below 1
 * @throws RangeError if there is no such column or level is outside (0, 1)
 * @example coefficientEstimate({ columns: ["g"], coefficients: [1], standardErrors: [0.5] }, "g") // { estimate: 1, interval: { low: 0.0200180077…, high: 1.97998199…}, p: 0.045500263… }
 */
export function coefficientEstimate(
  fit: {
    readonly columns: readonly string[];
    readonly coefficients: readonly (number | null)[];
    readonly standardErrors: readonly (number | null)[];
  },
  column: string,
  { level = 0.95, errors = fit, degrees }: CoefficientOptions = {},
): CoefficientEstimate | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const place = fit.columns.indexOf(column);
  if (place < 0) throw new RangeError(`invalid column; not in the fit: ${column}`);
  const estimate = fit.coefficients[place] ?? null;
  const standardError = errors.standardErrors[place] ?? null;
  if (estimate === null || standardError === null) return { reason: "aliased", detail: column };
  if (degrees !== undefined && !(degrees >= 1)) return { reason: "too_few_clusters", detail: `${degrees + 1}` };
  const high = (1 + level) / 2;
  const reach = standardError * (degrees === undefined ? normalQuantile(high) : studentQuantile(high, degrees));
  const ratio = estimate === 0 ? 0 : estimate / standardError;
  return {
    estimate,
    standardError,
    interval: { low: estimate - reach, high: estimate + reach },
    p: degrees === undefined ? normalTail(ratio) : studentTail(ratio, degrees),
  };
}
