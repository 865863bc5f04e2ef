import type { Estimate, PlaceTable, RowComparison } from "@evenhand/standard";
import { normalQuantile } from "../../stats/functions/normal-tail.ts";
import { holmAdjust } from "../../stats/multiplicity/holm-adjust.ts";
import { isRefusal } from "../../stats/refusal.ts";
import { mantelHaenszelRateRatio } from "../../stats/strata/mantel-haenszel-rate-ratio.ts";
import { hierarchicalPoisson } from "../../stats/units/hierarchical-poisson.ts";
import type { CaveatId } from "../caveat.ts";
import { directionOf } from "../compare/direction.ts";
import type { AreaRow } from "./area-rows.ts";
import { chosenCovariates, circumstanceColumns, strongestCorrelation } from "./circumstances.ts";
import { fitPlaces, type PlaceModel, placeDesign } from "./place-model.ts";
import rules from "./place-rules.json" with { type: "json" };
import { remainingShares } from "./remaining-share.ts";

/** What comparing people within similar areas gave, or why it could not be done. */
export type PlacesCompared =
  | { readonly refused: CaveatId }
  | {
      readonly byGroup: ReadonlyMap<string, RowComparison>;
      readonly covariates: readonly string[];
      readonly areas: number;
      readonly leftOut: number;
      readonly caveats: readonly CaveatId[];
    };

/**
 * Compares groups' force over areas three ways: raw, allowing for the areas' circumstances (negative binomial, errors
 * clustered by area), and with an effect of each area's own (hierarchical Poisson); beside them Mantel–Haenszel within
 * areas. Says which share of the raw gap stays. Circumstances such as recorded crime are partly made by policing, so what
 * they account for is not "explained away".
 */
export function comparePlaces(all: readonly AreaRow[], places: PlaceTable, reference: string): PlacesCompared {
  const rows = all.filter(({ exposure }) => exposure >= rules.smallestExposure.value);
  const covariates = chosenCovariates(places);
  if (covariates.length === 0) return { refused: "no-place-covariates" };
  const usable = usableGroups(rows, reference);
  if (usable === undefined) return { refused: "too-few-areas" };
  const problem = { rows: usable, reference };
  const circumstances = circumstanceColumns(usable, covariates, reference);
  const raw = fitPlaces({ ...problem, circumstances: [] });
  const adjusted = fitPlaces({ ...problem, circumstances });
  if (isRefusal(raw) || isRefusal(adjusted)) return { refused: "model-not-fitted" };

  const groups = [...adjusted.effects.keys()];
  const clear = groups.filter((group) => isClear(raw.effects.get(group)?.ratio));
  const remaining = remainingShares(usable, { reference, covariates, groups: clear });
  const p = holmAdjust(groups.map((group) => adjusted.effects.get(group)?.p ?? 1));
  const hierarchical = hierarchicalRatios(usable, reference, circumstances);
  const byGroup = new Map(
    groups.map((group, index): [string, RowComparison] => [
      group,
      rowComparison(
        { raw, adjusted, group, p: p[index] ?? 1 },
        [...(hierarchical.get(group) ?? []), ...withinAreas(usable, group, reference)],
        remaining.get(group),
      ),
    ]),
  );
  const caveats: CaveatId[] = [
    ...(adjusted.areas < rules.cautiousAreas.value ? ["few-areas" as const] : []),
    ...(strongestCorrelation(circumstances) > rules.togetherAbove.value
      ? ["circumstances-move-together" as const]
      : []),
    ...([...byGroup.values()].some(disagree) ? ["methods-differ" as const] : []),
  ];
  return {
    byGroup,
    covariates: [...covariates, "reference_share"],
    areas: adjusted.areas,
    leftOut: all.length - usable.length,
    caveats,
  };
}

/** Rows of the reference and of every group with enough events and areas; undefined when that leaves no comparison. */
export function usableGroups(rows: readonly AreaRow[], reference: string): readonly AreaRow[] | undefined {
  const byGroup = Map.groupBy(rows, ({ group }) => group);
  const isUsable = (own: readonly AreaRow[]): boolean =>
    own.length >= rules.fewestAreas.value && own.reduce((sum, { count }) => sum + count, 0) >= rules.fewestEvents.value;
  const usable = [...byGroup].filter(([, own]) => isUsable(own)).map(([group]) => group);
  if (!usable.includes(reference) || usable.length < 2) return undefined;
  return rows.filter(({ group }) => usable.includes(group));
}

const isClear = (ratio: Estimate | undefined): boolean =>
  ratio?.interval !== undefined && (ratio.interval.low > 1 || ratio.interval.high < 1);

type Fitted = { readonly raw: PlaceModel; readonly adjusted: PlaceModel; readonly group: string; readonly p: number };

function rowComparison(
  { raw, adjusted, group, p }: Fitted,
  alternatives: NonNullable<RowComparison["alternatives"]>,
  remaining: Estimate | undefined,
): RowComparison {
  const [before, after] = [raw.effects.get(group)?.ratio, adjusted.effects.get(group)?.ratio];
  return {
    ...(before === undefined ? {} : { ratio: before }),
    ...(after === undefined ? {} : { adjusted: after }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(alternatives.length === 0 ? {} : { alternatives }),
    p,
    direction: after?.interval === undefined ? "none" : directionOf(after.interval, p),
  };
}

function hierarchicalRatios(
  rows: readonly AreaRow[],
  reference: string,
  circumstances: ReturnType<typeof circumstanceColumns>,
): ReadonlyMap<string, NonNullable<RowComparison["alternatives"]>> {
  const design = placeDesign({ rows, reference, circumstances });
  const fit = hierarchicalPoisson(
    rows.map(({ count }) => count),
    {
      design,
      groups: rows.map(({ place }) => place.name),
      offset: rows.map(({ exposure }) => Math.log(exposure)),
      rowEffects: true,
    },
  );
  if (isRefusal(fit)) return new Map();
  const quantile = normalQuantile(0.975);
  return new Map(
    fit.columns.flatMap((column, index): [string, NonNullable<RowComparison["alternatives"]>][] => {
      const [log, error] = [fit.coefficients[index], fit.standardErrors[index]];
      if (!column.startsWith("group ") || log === undefined || error === undefined) return [];
      const interval = { low: Math.exp(log - quantile * error), high: Math.exp(log + quantile * error) };
      return [[column.slice("group ".length), [{ method: "hierarchical", ratio: { value: Math.exp(log), interval } }]]];
    }),
  );
}

/** People of the same area side by side; its interval takes events as independent and is left out. */
function withinAreas(
  rows: readonly AreaRow[],
  group: string,
  reference: string,
): NonNullable<RowComparison["alternatives"]> {
  const areas = [...Map.groupBy(rows, ({ place }) => place.name).values()];
  const strata = areas.flatMap((own) => {
    const [first, other] = [own.find((row) => row.group === group), own.find((row) => row.group === reference)];
    if (first === undefined || other === undefined) return [];
    return [{ count1: first.count, exposure1: first.exposure, count0: other.count, exposure0: other.exposure }];
  });
  const estimate = mantelHaenszelRateRatio(strata);
  return isRefusal(estimate) ? [] : [{ method: "within-areas", ratio: { value: estimate.ratio } }];
}

/** Another method's ratio lies outside the adjusted interval: the answer depends on the method. */
function disagree({ adjusted, alternatives = [] }: RowComparison): boolean {
  const interval = adjusted?.interval;
  if (interval === undefined) return false;
  return alternatives.some(({ ratio }) => ratio.value < interval.low || ratio.value > interval.high);
}
