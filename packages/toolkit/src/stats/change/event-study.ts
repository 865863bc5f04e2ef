import { normalQuantile } from "../functions/normal-tail.ts";
import { isRefusal, type Refusal } from "../refusal.ts";
import { clusterCovariance } from "../regression/cluster-covariance.ts";
import type { RegressionFit } from "../regression/regression-fit.ts";
import { type PanelRow, panelFit } from "./panel-fit.ts";
import { type WaldTest, waldTest } from "./wald-test.ts";

/** How treated units stood to the others in one period, compared with the period before the change. */
export type EventPeriod = {
  /** Periods since the change: −2 two before, 0 the first one after. The ends hold everything further out. */
  readonly relative: number;
  /** Natural logarithm of the ratio; undefined where the columns before already say the same. */
  readonly logRatio: number | undefined;
  readonly modelError: number | undefined;
  readonly clusterError: number | undefined;
};

/** @see eventStudy */
export type EventStudy = {
  readonly periods: readonly EventPeriod[];
  /** Joint test that all periods before the change are level; refused where there is none to test. */
  readonly leads: WaldTest | Refusal;
  /** The same with the cluster covariance; refused unless there are more units than leads + 1. */
  readonly clusteredLeads: WaldTest | Refusal;
  /** The largest ratio, up or down (2 stands for double or half), inside a lead's interval; undefined without leads. */
  readonly largestLeadNotExcluded: number | undefined;
  readonly clusters: number;
};

/**
 * The difference in differences of every period before and after a common date, the last period before it being the
 * one compared with. Leads far from 0 say that the groups moved apart before anything changed. Leads near 0 do not
 * prove the opposite: always say `largestLeadNotExcluded` beside them. Only for one common date.
 *
 * Source: Sun & Abraham (2021), Journal of Econometrics 225, 175–199; what a passed lead test does not show: Roth
 * (2022), AER: Insights 4, 305–322.
 *
 * @param options.changeAt first period after the change
 * @param options.furthest periods from the change at which all further ones are put together
 * @returns refusal "no_events", "aliased" where no unit is treated or none is not, or that of the regression
 * @throws RangeError if level is not in (0, 1), furthest not a whole number above 1, or a row is impossible
 * @example eventStudy([], { changeAt: 3 }) // { reason: "no_events" }
 */
export function eventStudy(
  panel: readonly PanelRow[],
  { changeAt, furthest = 6, level = 0.95 }: EventStudyOptions,
): EventStudy | Refusal {
  if (!(level > 0 && level < 1)) throw new RangeError(`invalid level; not in (0, 1): ${level}`);
  if (!(Number.isInteger(furthest) && furthest >= 2))
    throw new RangeError(`invalid furthest; must be a whole number above 1: ${furthest}`);
  const since = ({ period }: PanelRow) => Math.max(-furthest, Math.min(furthest, period - changeAt));
  const present = [...new Set(panel.map(since))].sort((one, other) => one - other);
  const compared = present.filter((relative) => relative !== -1);
  const fit = panelFit(
    panel,
    compared.map((relative) => ({
      name: `treated ${relative}`,
      value: (row) => (row.treated && since(row) === relative ? 1 : 0),
    })),
  );
  if (isRefusal(fit)) return fit;
  const { regression, rows } = fit;
  const robust = clusterCovariance(
    regression,
    rows.map(({ unit }) => unit),
    { kind: "CR1" },
  );
  if (isRefusal(robust)) return robust;
  const places = compared.map((relative) => regression.columns.indexOf(`treated ${relative}`));
  if (places.every((place) => regression.coefficients[place] === null)) return { reason: "aliased", detail: "treated" };
  const periods = describePeriods(compared, places, regression, robust.standardErrors);
  const leads = places.filter((_, index) => (compared[index] ?? 0) < -1);
  const tooFew: Refusal = { reason: "too_few_clusters", detail: `${robust.clusters} for ${leads.length} leads` };
  return {
    periods,
    leads: leadTest(regression.coefficients, regression.covariance, leads),
    clusteredLeads:
      robust.clusters > leads.length + 1 ? leadTest(regression.coefficients, robust.covariance, leads) : tooFew,
    largestLeadNotExcluded: largestLead(periods, normalQuantile((1 + level) / 2)),
    clusters: robust.clusters,
  };
}

function describePeriods(
  compared: readonly number[],
  places: readonly number[],
  { coefficients, standardErrors }: Pick<RegressionFit, "coefficients" | "standardErrors">,
  clusterErrors: readonly (number | null)[],
): readonly EventPeriod[] {
  return compared.map((relative, index) => {
    const place = places[index] ?? -1;
    return {
      relative,
      logRatio: coefficients[place] ?? undefined,
      modelError: standardErrors[place] ?? undefined,
      clusterError: clusterErrors[place] ?? undefined,
    };
  });
}

function leadTest(
  coefficients: readonly (number | null)[],
  covariance: readonly (readonly (number | null)[])[],
  leads: readonly number[],
): WaldTest | Refusal {
  const estimated = leads.filter((place) => typeof coefficients[place] === "number");
  if (estimated.length === 0) return { reason: "too_few_units", detail: "no period before the last one to test" };
  return waldTest(
    estimated.map((place) => coefficients[place] ?? Number.NaN),
    estimated.map((row) => estimated.map((column) => covariance[row]?.[column] ?? Number.NaN)),
  );
}

function largestLead(periods: readonly EventPeriod[], z: number): number | undefined {
  const reaches = periods.flatMap(({ relative, logRatio, modelError, clusterError }) =>
    relative < -1 && logRatio !== undefined && modelError !== undefined
      ? [Math.abs(logRatio) + z * Math.max(modelError, clusterError ?? 0)]
      : [],
  );
  return reaches.length === 0 ? undefined : Math.exp(Math.max(...reaches));
}

/** @see eventStudy */
export type EventStudyOptions = {
  readonly changeAt: number;
  readonly furthest?: number;
  readonly level?: number;
};
