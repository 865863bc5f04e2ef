import type { Benchmark, Finding, FindingRow } from "@evenhand/standard";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import type { CellTable } from "../cell-table.ts";
import { compareGroups } from "../compare/compare-groups.ts";
import { countDispersion } from "../compare/count-dispersion.ts";
import { rateEstimator } from "../compare/rate-estimator.ts";
import { everybodyElse, referenceGroup } from "../compare/reference-group.ts";
import { compareRule } from "../compare/rule.ts";
import type { QuestionContext } from "../question.ts";
import { showTally } from "../show.ts";
import { type Source, sourceColumn } from "../sources.ts";
import { couldBeKnown, type Tally, tally } from "../tally.ts";
import { type AlignedGroups, alignGroups } from "./align-groups.ts";
import { benchmarkPeriod } from "./benchmark-period.ts";
import { namesPlace } from "./names-place.ts";
import { rateUnit } from "./rate-unit.ts";
import { standardiseRates } from "./standardise-rates.ts";

const dimension = { field: "person.race_ethnicity", codeList: "race_ethnicity" };

const subjectOf = (unit: Source["unit"], id: string) =>
  ({
    question: "rates",
    measure: `race-per-${id}`,
    element: "race",
    unit,
    dimension,
    method: "rate-by-benchmark",
  }) as const;

/** The finding that says why there is no rate. */
export function noRate(context: QuestionContext, unit: Source["unit"], id: string, reason: CaveatId): Finding {
  return cannotSay(context, subjectOf(unit, id), reason);
}

/**
 * Force against each group per resident, stop, arrest or call: rate, ratio to the reference group, difference, range
 * over the missing, and, where the data allow, the ratio allowing for age and sex.
 *
 * @param people cells by year, month, race, gender and age band
 */
export function benchmarkFinding(
  context: QuestionContext,
  source: Source,
  people: CellTable,
  benchmark: Benchmark,
): Finding {
  const period = benchmarkPeriod(people, benchmark);
  const column = sourceColumn(source, "persons", "race_ethnicity");
  const tallied = tally(period.table, column);
  if (period.problem === "benchmark-years-differ")
    return noRate(context, source.unit, benchmark.id, "benchmark-years-differ");
  const showing = showTally(tallied, context.coverage, tallied.known);
  const dispersion = countDispersion(source.unit, period.table, column);
  const aligned = alignGroups(countsOf(tallied), exposuresOf(benchmark, period.years));
  const subject = subjectOf(source.unit, benchmark.id);
  if (showing.shown === "cannot-say") return cannotSay(context, subject, showing.reason ?? "nothing-known");
  if (dispersion === undefined) return cannotSay(context, subject, "clusters-unknown");
  if (aligned.groups.length < 2) return cannotSay(context, subject, "no-group-in-benchmark");
  const reference = referenceGroup(countsOf(tallied), context.reference);
  const standardised = standardiseRates(period.table, source, benchmark, reference);
  const caveats: readonly CaveatId[] = [
    ...showing.caveats,
    ...(period.problem === undefined ? [] : [period.problem]),
    ...(dispersion > 1 ? ["clustered-counts" as const] : []),
    ...(aligned.lacksHispanic ? ["no-hispanic-in-records" as const] : []),
    ...standardised.caveats,
    ...(namesPlace(benchmark.source, context.release.place) ? [] : ["benchmark-area-not-named" as const]),
    ...(benchmark.caveats as CaveatId[]),
    `benchmark-${benchmark.kind}`,
    "race-as-recorded",
    "differences-not-causes",
  ];
  const compared = comparedRows(aligned, tallied, { reference, dispersion }).map((row) =>
    withAdjusted(row, standardised),
  );
  const lead = leadRow(compared);
  const { cells: _, caveats: __, ...told } = benchmark;
  const { shown, reason } = showing;
  const finding = countFinding(context, { ...subject, caveats, values: { exposureYears: period.years } }, tallied, {
    rows: shown === "counts" ? compared.map(({ compared: _, ...row }) => row) : compared,
    shown,
    ...(reason === undefined ? {} : { reason }),
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
  const rateOf = (row: FindingRow) => row.compared?.rate?.value ?? 0;
  const comparisons = compared.filter((row) => row.compared?.p !== undefined).length;
  return {
    ...finding,
    comparison: {
      reference,
      benchmark: told,
      per: rateUnit(compared.map(rateOf)),
      level: compareRule("level"),
      dispersion,
      family: { method: "holm", comparisons },
      ...(standardised.byGroup.size === 0 ? {} : { adjustedFor: ["person.age_band", "person.gender"] }),
    },
  };
}

type Standardised = ReturnType<typeof standardiseRates>;

function withAdjusted(row: FindingRow, { byGroup }: Standardised): FindingRow {
  const adjusted = byGroup.get(row.key);
  return adjusted === undefined || row.compared?.ratio === undefined
    ? row
    : { ...row, compared: { ...row.compared, adjusted } };
}

const countsOf = (tallied: Tally) => new Map(tallied.values.map(({ value, count }) => [value, count]));

/** Residents × years, or events, of each group of a benchmark. */
export function exposuresOf(benchmark: Benchmark, years: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { group, count } of benchmark.cells) sums.set(group, (sums.get(group) ?? 0) + count * years);
  return sums;
}

function comparedRows(
  { groups, apart }: AlignedGroups,
  tallied: Tally,
  options: { readonly reference: string; readonly dispersion: number },
): readonly FindingRow[] {
  const missing = couldBeKnown(tallied);
  const missingShare = missing === 0 ? 0 : missing / (tallied.known + missing);
  const reference = groups.some(({ key }) => key === options.reference) ? options.reference : everybodyElse;
  const { dispersion } = options;
  const comparisons = compareGroups(
    groups,
    { reference, missing, missingShare, dispersion },
    rateEstimator({ missing, dispersion }),
  );
  const rows = groups.map(({ key, count }, index): FindingRow => {
    const compared = comparisons[index];
    return compared === undefined ? { key, count } : { key, count, compared };
  });
  const aside = apart.map(
    ({ key, count, isKnownToBenchmark }): FindingRow => ({
      key,
      count,
      note: isKnownToBenchmark ? "group-not-compared" : "no-group-in-benchmark",
    }),
  );
  return [...rows, ...aside];
}

/**
 * The row a reader hears of first: the compared group with the most events. Chosen before any ratio is looked at, so
 * that the headline is not the most extreme of several.
 */
function leadRow(rows: readonly FindingRow[]): FindingRow | undefined {
  const compared = rows.filter((row) => row.compared?.ratio !== undefined || row.compared?.ratioRange !== undefined);
  return compared.toSorted((left, right) => (right.count ?? 0) - (left.count ?? 0))[0];
}
