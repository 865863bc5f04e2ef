import type { Interval } from "@evenhand/standard";
import { studentQuantile } from "../functions/student-tail.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { clusterCovariance } from "../regression/cluster-covariance.ts";
import { type PanelRow, panelFit } from "./panel-fit.ts";

/** @see differenceInDifferences */
export type DifferenceInDifferences = {
  /** Natural logarithm of the ratio. */
  readonly logRatio: number;
  /** How the treated units' rate changed, over how the others' changed: 1 where both changed alike. */
  readonly ratio: number;
  /** Standard error of the log ratio as if counts were Poisson and periods independent. */
  readonly modelError: number;
  /** The same from the scatter between units, whatever the dependence within a unit (CR1). */
  readonly clusterError: number;
  /** From the cluster error and Student's t with one degree less than there are units. */
  readonly interval: Interval;
  /** Units with any event; the others say nothing. */
  readonly clusters: number;
  /** Fewer than 10 units: the cluster error is then too small as often as not; do not publish a p value. */
  readonly hasFewClusters: boolean;
  readonly deviance: number;
};

/**
 * Whether the rate of units that changed at one date moved otherwise than that of units that did not: Poisson
 * regression with a level for each unit and period, log μ = unit + period + δ·treated·after + log exposure. Assumes that
 * both would have moved alike without the change; see {@link eventStudy} for what the data say of that. Only for one
 * common date: with several, this ratio mixes comparisons, some with the wrong sign.
 *
 * Source: Wooldridge (2023), Econometrics Journal 26, C31–C66; Bertrand, Duflo & Mullainathan (2004), QJE 119,
 * 249–275; one date only: Goodman-Bacon (2021), Journal of Econometrics 225, 254–277.
 *
 * @param options.changeAt first period after the change, on the scale of the rows' periods
 * @returns refusal "aliased" where there is no untreated unit or no period before or after; "no_events", "separated"
 * @throws RangeError if level is not in (0, 1), or a row is impossible
 * @example differenceInDifferences([], { changeAt: 3 }) // { reason: "no_events" }
 */
export function differenceInDifferences(
  panel: readonly PanelRow[],
  { changeAt, level = 0.95 }: { readonly changeAt: number; readonly level?: number },
): DifferenceInDifferences | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  const isAfter = ({ treated, period }: PanelRow) => (treated && period >= changeAt ? 1 : 0);
  const fit = panelFit(panel, [{ name: "change", value: isAfter }]);
  if (isRefusal(fit)) return fit;
  const { regression, rows } = fit;
  const place = regression.columns.indexOf("change");
  const logRatio = regression.coefficients[place] ?? null;
  const modelError = regression.standardErrors[place] ?? null;
  if (logRatio === null || modelError === null) return { reason: "aliased", detail: "change" };
  const robust = clusterCovariance(
    regression,
    rows.map(({ unit }) => unit),
    { kind: "CR1" },
  );
  if (isRefusal(robust)) return robust;
  const { clusters } = robust;
  const clusterError = robust.standardErrors[place] ?? Number.NaN;
  const margin = studentQuantile((1 + level) / 2, clusters - 1) * clusterError;
  return {
    logRatio,
    ratio: Math.exp(logRatio),
    modelError,
    clusterError,
    interval: { low: Math.exp(logRatio - margin), high: Math.exp(logRatio + margin) },
    clusters,
    hasFewClusters: clusters < 10,
    deviance: regression.deviance,
  };
}
