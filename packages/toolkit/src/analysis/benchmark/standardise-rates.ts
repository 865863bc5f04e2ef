import type { Benchmark, Estimate } from "@evenhand/standard";
import { isRefusal } from "../../stats/refusal.ts";
import { standardisedRateRatio } from "../../stats/strata/standardised-rate-ratio.ts";
import type { RateStratum } from "../../stats/strata/stratum.ts";
import { ageBandsOverlap } from "../age-bands.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { everybodyElse } from "../compare/reference-group.ts";
import { type Source, sourceColumn } from "../sources.ts";

/** Rate ratios that allow for age and sex, by group; empty when the data do not let them be told. */
export type StandardisedRates = {
  readonly byGroup: ReadonlyMap<string, Estimate>;
  readonly caveats: readonly CaveatId[];
};

type Count = { readonly group: string; readonly stratum: string; readonly count: number };

const fewestEvents = 20;
const leastMatched = 0.8;

/**
 * Allows for age and sex: each group's rate as if all groups had the age and sex of the benchmark's whole population.
 * Only when the benchmark gives sex and age band by group, the bands agree, and at least 80% of the people whose group
 * is known fall into them. Not for clustered counts, whose intervals would be too narrow.
 */
export function standardiseRates(
  table: CellTable,
  source: Source,
  benchmark: Pick<Benchmark, "cells">,
  reference: string,
): StandardisedRates {
  const found = ageSexStrata(table, source, benchmark, reference);
  if (found === undefined) return { byGroup: new Map(), caveats: [] };
  const { byGroup: strata, isPart } = found;
  if (strata === undefined) return { byGroup: new Map(), caveats: ["age-bands-differ"] };
  const byGroup = new Map(
    [...strata].flatMap(([group, own]): [string, Estimate][] => {
      const estimate = standardisedRateRatio(own);
      return isRefusal(estimate) ? [] : [[group, { value: estimate.ratio, interval: estimate.interval }]];
    }),
  );
  return { byGroup, caveats: byGroup.size > 0 && isPart ? ["adjusted-on-part"] : [] };
}

/** Events and residents of a group and of the others in one stratum of sex and age band; `weight` is all residents. */
export type AgeSexStratum = RateStratum & { readonly name: string; readonly weight: number };

/** What the ratios that allow for age and sex are made from. */
export type AgeSexStrata = {
  /** Of groups with enough events on both sides; undefined when the age bands do not meet those of the records. */
  readonly byGroup?: ReadonlyMap<string, readonly AgeSexStratum[]>;
  /** Some people whose group is known fall into no stratum. */
  readonly isPart: boolean;
};

/** The strata of {@link standardiseRates}; undefined when the benchmark does not tell sex and age band by group. */
export function ageSexStrata(
  table: CellTable,
  source: Source,
  benchmark: Pick<Benchmark, "cells">,
  reference: string,
): AgeSexStrata | undefined {
  if (source.unit !== "people") return undefined;
  const exposures = benchmark.cells.flatMap(({ group, gender, ageBand, count }): Count[] =>
    gender === undefined || ageBand === undefined ? [] : [{ group, stratum: `${gender} ${ageBand}`, count }],
  );
  if (exposures.length === 0) return undefined;
  const bands = [...new Set(benchmark.cells.flatMap(({ ageBand }) => ageBand ?? []))];
  const names = new Set(exposures.map(({ stratum }) => stratum));
  const events = eventCounts(table, source);
  const matched = events.filter(({ stratum }) => names.has(stratum));
  const all = events.reduce((sum, { count }) => sum + count, 0);
  const inStrata = matched.reduce((sum, { count }) => sum + count, 0);
  const isPart = inStrata < all;
  if (ageBandsOverlap(bands) || inStrata < leastMatched * all) return { isPart };

  const groups = [...new Set(exposures.map(({ group }) => group))];
  const byGroup = new Map(
    groups.flatMap((group): [string, readonly AgeSexStratum[]][] => {
      if (group === reference) return [];
      const others = reference === everybodyElse ? groups.filter((other) => other !== group) : [reference];
      const strata = strataOf(group, others, matched, exposures);
      const total = (key: "count1" | "count0"): number => strata.reduce((sum, stratum) => sum + stratum[key], 0);
      return Math.min(total("count1"), total("count0")) < fewestEvents ? [] : [[group, strata]];
    }),
  );
  return { byGroup, isPart };
}

/** People by group and stratum; those whose sex or age band is not known have a stratum of no population. */
function eventCounts(table: CellTable, source: Source): readonly Count[] {
  const read = (column: string) => keyReader(table, sourceColumn(source, "persons", column));
  const [group, gender, ageBand] = [read("race_ethnicity"), read("gender"), read("age_band")];
  return table.cells.flatMap((cell): Count[] => {
    const key = group(cell);
    return key === null ? [] : [{ group: String(key), stratum: `${gender(cell)} ${ageBand(cell)}`, count: cell.count }];
  });
}

function strataOf(
  group: string,
  others: readonly string[],
  events: readonly Count[],
  exposures: readonly Count[],
): readonly AgeSexStratum[] {
  return [...new Set(exposures.map(({ stratum }) => stratum))].map((name) => {
    const sum = (counts: readonly Count[], groups?: readonly string[]): number =>
      counts
        .filter((count) => count.stratum === name && (groups === undefined || groups.includes(count.group)))
        .reduce((total, { count }) => total + count, 0);
    return {
      name,
      count1: sum(events, [group]),
      exposure1: sum(exposures, [group]),
      count0: sum(events, others),
      exposure0: sum(exposures, others),
      weight: sum(exposures),
    };
  });
}
