import type { Estimate } from "@evenhand/standard";
import { seededRandom } from "../../stats/functions/seeded-random.ts";
import { isRefusal } from "../../stats/refusal.ts";
import type { AreaRow } from "./area-rows.ts";
import { circumstanceColumns } from "./circumstances.ts";
import { placeLogRatios } from "./place-model.ts";
import rules from "./place-rules.json" with { type: "json" };

/**
 * Which share of each group's gap (on the log scale) stays after the areas' circumstances are allowed for:
 * log adjusted ratio / log raw ratio, with a 95% interval from drawing areas with replacement (percentile bootstrap).
 * May exceed 1 (allowing for circumstances widens the gap) or fall below 0. Not when the raw gap is not clear: then
 * there is no gap to share out.
 *
 * Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13.
 *
 * @param groups those whose raw gap is clear
 * @returns nothing for a group when fewer than 9 in 10 samples could be fitted
 */
export function remainingShares(
  rows: readonly AreaRow[],
  options: { readonly reference: string; readonly covariates: readonly string[]; readonly groups: readonly string[] },
): ReadonlyMap<string, Estimate> {
  const whole = sharesOf(rows, options);
  const replicates = rules.replicates.value;
  const random = seededRandom(rules.seed.value);
  const areas = [...Map.groupBy(rows, ({ place }) => place.name).values()];
  const samples = Array.from({ length: replicates }, () => {
    const drawn = Array.from({ length: areas.length }, () => areas[Math.floor(random() * areas.length)] ?? []);
    return sharesOf(drawn.flat(), options);
  });
  const found = new Map<string, Estimate>();
  for (const group of options.groups) {
    const value = whole.get(group);
    const drawn = samples.flatMap((sample) => sample.get(group) ?? []).sort((left, right) => left - right);
    if (value === undefined || drawn.length < 0.9 * replicates) continue;
    const at = (share: number): number => drawn[Math.round(share * (drawn.length - 1))] ?? value;
    found.set(group, { value, interval: { low: at(0.025), high: at(0.975) } });
  }
  return found;
}

function sharesOf(
  rows: readonly AreaRow[],
  { reference, covariates, groups }: { reference: string; covariates: readonly string[]; groups: readonly string[] },
): ReadonlyMap<string, number> {
  const raw = placeLogRatios({ rows, reference, circumstances: [] });
  const circumstances = circumstanceColumns(rows, covariates, reference);
  const adjusted = placeLogRatios({ rows, reference, circumstances });
  if (isRefusal(raw) || isRefusal(adjusted)) return new Map();
  return new Map(
    groups.flatMap((group): [string, number][] => {
      const [before, after] = [raw.get(group), adjusted.get(group)];
      return before === undefined || after === undefined || before === 0 ? [] : [[group, after / before]];
    }),
  );
}
