import type { Estimate } from "@evenhand/standard";
import { studentQuantile, studentTail } from "../../stats/functions/student-tail.ts";
import { type DesignColumn, designMatrix } from "../../stats/matrices/design-matrix.ts";
import { isRefusal, type Refusal } from "../../stats/refusal.ts";
import { clusterCovariance } from "../../stats/regression/cluster-covariance.ts";
import { negativeBinomialRegression } from "../../stats/regression/negative-binomial-regression.ts";
import type { RegressionFit } from "../../stats/regression/regression-fit.ts";
import type { AreaRow } from "./area-rows.ts";

/** The log of a group's rate ratio, with its interval and p value. */
export type PlaceEffect = { readonly log: number; readonly ratio: Estimate; readonly p: number };

/** A fitted model of force by area: an effect for every group but the reference. */
export type PlaceModel = {
  readonly effects: ReadonlyMap<string, PlaceEffect>;
  readonly areas: number;
  /** Negative binomial scatter; undefined when counts scatter no more than Poisson counts. */
  readonly theta?: number;
};

/** What a model of areas is fitted to. */
export type PlaceProblem = {
  readonly rows: readonly AreaRow[];
  readonly reference: string;
  /** Circumstances to allow for: a value for every row, in the order of the rows. None for the raw comparison. */
  readonly circumstances: readonly DesignColumn[];
};

/**
 * Regresses force per group and area on the group and the area's circumstances: negative binomial with residents as
 * offset, errors clustered by area, Student's t on areas − 1. The clustered variance is multiplied by areas / (areas −
 * coefficients) rather than CR1's areas / (areas − 1): in simulated cities without a difference between neighbours CR1 let
 * 6 to 8 in 100 with 12 to 40 areas show one, this lets 5 (analysis/simulation). Not for fewer than 10 areas.
 *
 * Source: Liang & Zeger (1986), Biometrika 73, 13–22; the factor is n / (n − k) of MacKinnon & White (1985),
 * Journal of Econometrics 29, 305–325, with areas in place of rows.
 *
 * @returns a refusal when no fit can be given
 */
export function fitPlaces(problem: PlaceProblem, level = 0.95): PlaceModel | Refusal {
  const fit = fitCounts(problem);
  if (isRefusal(fit)) return fit;
  const names = problem.rows.map(({ place }) => place.name);
  const robust = clusterCovariance(fit, names, { kind: "CR0" });
  if (isRefusal(robust)) return robust;
  const degrees = robust.clusters - 1;
  const spare = robust.clusters - fit.estimated.length;
  if (spare < 1) return { reason: "too_few_clusters", detail: `${robust.clusters} for ${fit.estimated.length}` };
  const widening = Math.sqrt(robust.clusters / spare);
  const quantile = studentQuantile(1 - (1 - level) / 2, degrees);
  const effects = new Map<string, PlaceEffect>();
  fit.columns.forEach((column, index) => {
    const [log, narrow] = [fit.coefficients[index], robust.standardErrors[index]];
    if (!column.startsWith(groupColumn("")) || log === null || log === undefined) return;
    if (narrow === null || narrow === undefined || !(narrow > 0)) return;
    const error = narrow * widening;
    const interval = { low: Math.exp(log - quantile * error), high: Math.exp(log + quantile * error) };
    const ratio = { value: Math.exp(log), interval };
    effects.set(column.slice(groupColumn("").length), { log, ratio, p: studentTail(log / error, degrees) });
  });
  const scatter = fit.theta === undefined ? {} : { theta: fit.theta };
  return { effects, areas: robust.clusters, ...scatter };
}

/** Logs of the groups' rate ratios, without errors: what a resampling needs. */
export function placeLogRatios(problem: PlaceProblem): ReadonlyMap<string, number> | Refusal {
  const fit = fitCounts(problem);
  if (isRefusal(fit)) return fit;
  const pairs = fit.columns.flatMap((column, index): [string, number][] => {
    const log = fit.coefficients[index];
    return column.startsWith(groupColumn("")) && typeof log === "number"
      ? [[column.slice(groupColumn("").length), log]]
      : [];
  });
  return new Map(pairs);
}

const groupColumn = (group: string): string => `group ${group}`;

/** The design that the models share: one, a column for each group but the reference, the circumstances. */
export function placeDesign({ rows, reference, circumstances }: PlaceProblem) {
  const groups = [...new Set(rows.map(({ group }) => group))].filter((group) => group !== reference);
  return designMatrix([
    { name: "one", values: rows.map(() => 1) },
    ...groups.map((group) => ({ name: groupColumn(group), values: rows.map((row) => (row.group === group ? 1 : 0)) })),
    ...circumstances,
  ]);
}

function fitCounts(problem: PlaceProblem): RegressionFit | Refusal {
  const { rows } = problem;
  return negativeBinomialRegression({
    design: placeDesign(problem),
    y: rows.map(({ count }) => count),
    offset: rows.map(({ exposure }) => Math.log(exposure)),
  });
}
