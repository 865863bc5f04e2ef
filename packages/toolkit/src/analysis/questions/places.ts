import type { Finding, FindingRow, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { areaColumns } from "../areas.ts";
import { benchmarkPeriod } from "../benchmark/benchmark-period.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, yearsOf } from "../cell-table.ts";
import { referenceGroup } from "../compare/reference-group.ts";
import { compareRule } from "../compare/rule.ts";
import { forceOnly } from "../force-code.ts";
import { areaRows, matchedPlaces } from "../places/area-rows.ts";
import { comparePlaces } from "../places/compare-places.ts";
import rules from "../places/place-rules.json" with { type: "json" };
import { type QuestionContext, question } from "../question.ts";
import { showTally } from "../show.ts";
import { personSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";
import { tally } from "../tally.ts";

type AreaColumn = (typeof areaColumns)[number];
type CellName = AreaColumn | "months";

const sourceOf = (scope: Scope): Source => personSource(scope) ?? unitSource("people");
const about = {
  question: "places",
  measure: "race-within-similar-areas",
  element: "race",
  dimension: { field: "person.race_ethnicity", codeList: "race_ethnicity" },
  method: "place-adjusted",
} as const;

/** Within similar areas: how much of a gap goes with where people live, and how much stays. Asked when areas are given. */
export const places = question<CellName>({
  id: "places",
  needs: ["person.race_ethnicity", "location.neighborhood", "location.beat_or_district"],
  cells: (scope, beside) => {
    if (beside?.places === undefined) return {} as Record<CellName, CellQuery>;
    const source = sourceOf(scope);
    const race = sourceColumn(source, "persons", "race_ethnicity");
    const link = source.from === "persons" ? [] : ["person_id_missing"];
    const queries = areaColumns.map((column): [AreaColumn, CellQuery] => [
      column,
      sourceQuery(source, [sourceColumn(source, "incidents", column), race, `${race}_missing`, ...link]),
    ]);
    const months = sourceQuery(source, ["occurred_year", "occurred_month"]);
    return { ...(Object.fromEntries(queries) as Record<AreaColumn, CellQuery>), months };
  },
  answer: (context, cells) => {
    if (context.places === undefined) return [];
    if (personSource(context.scope) === undefined)
      return [cannotSay(context, { ...about, unit: "people" }, "unit-not-countable")];
    return [answerPlaces(context, cells)];
  },
});

function answerPlaces(context: QuestionContext, cells: Readonly<Record<CellName, CellTable>>): Finding {
  const source = sourceOf(context.scope);
  const subject = { ...about, unit: source.unit };
  const table = context.places;
  const area = bestColumn(context, source, cells);
  if (table === undefined || area === undefined) return cannotSay(context, subject, "areas-do-not-match");
  const people = forceOnly(cells[area]);
  const group = sourceColumn(source, "persons", "race_ethnicity");
  const years = yearsOf(cells.months);
  const tallied = { ...tally(people, group), ...(years === undefined ? {} : { years }) };
  const showing = showTally(tallied, context.coverage, tallied.known);
  if (showing.shown === "cannot-say") return cannotSay(context, subject, showing.reason ?? "nothing-known");
  if (showing.shown === "counts") return cannotSay(context, subject, showing.reason ?? "few-records");
  if (showing.caveats.includes("no-group-comparison")) return cannotSay(context, subject, "no-group-comparison");

  const period = benchmarkPeriod(forceOnly(cells.months), { kind: "population" });
  const groups = [...new Set(table.places.flatMap(({ residents }) => Object.keys(residents)))];
  const options = { area: sourceColumn(source, "incidents", area), group, groups, years: period.years };
  const { rows, matched, unmatched } = areaRows(people, table, options);
  if (matched < rules.leastMatched.value * (matched + unmatched))
    return cannotSay(context, subject, "areas-do-not-match");
  const counts = new Map(
    groups.map((key) => [key, rows.reduce((sum, row) => sum + (row.group === key ? row.count : 0), 0)]),
  );
  const reference = referenceGroup(counts, context.reference);
  const compared = comparePlaces(rows, table, reference);
  if ("refused" in compared) return cannotSay(context, subject, compared.refused);

  const caveats: readonly CaveatId[] = [
    ...showing.caveats,
    ...compared.caveats,
    ...(period.problem === undefined ? [] : [period.problem]),
    "circumstances-are-partly-policing",
    "benchmark-population",
    "race-as-recorded",
    "differences-not-causes",
  ];
  const exposureOf = (key: string): number =>
    rows.reduce((sum, row) => sum + (row.group === key ? row.exposure : 0), 0);
  const findingRows = groups.flatMap((key): FindingRow[] => {
    const comparison = key === reference ? { direction: "none" as const } : compared.byGroup.get(key);
    if (comparison === undefined) return [{ key, count: counts.get(key) ?? 0, note: "too-few-areas" }];
    const exposure = exposureOf(key);
    const count = counts.get(key) ?? 0;
    return [{ key, count, compared: { exposure, rate: { value: count / exposure }, ...comparison } }];
  });
  const lead = findingRows
    .filter((row) => row.compared?.adjusted !== undefined)
    .toSorted((left, right) => (right.count ?? 0) - (left.count ?? 0))[0];
  const values = {
    areas: compared.areas,
    leftOut: compared.leftOut,
    matched,
    unmatched,
    exposureYears: period.years,
    areaColumn: area,
    source: table.source,
  };
  const finding = countFinding(context, { ...subject, caveats, values }, tallied, {
    rows: findingRows,
    shown: showing.shown,
    ...(showing.reason === undefined ? {} : { reason: showing.reason }),
    ...(lead?.count === undefined ? {} : { lead: lead.key, numerator: lead.count }),
  });
  const comparisons = compared.byGroup.size;
  return {
    ...finding,
    comparison: {
      reference,
      per: 1,
      level: compareRule("level"),
      adjustedFor: compared.covariates,
      family: { method: "holm", comparisons },
    },
  };
}

/** The column whose values name the most areas of the file. */
function bestColumn(
  context: QuestionContext,
  source: Source,
  cells: Readonly<Record<CellName, CellTable>>,
): AreaColumn | undefined {
  const table = context.places;
  if (table === undefined) return undefined;
  const scored = areaColumns.map((column) => ({
    column,
    matched: matchedPlaces(cells[column], sourceColumn(source, "incidents", column), table),
  }));
  const best = scored.toSorted((left, right) => right.matched - left.matched)[0];
  return best !== undefined && best.matched >= rules.fewestAreas.value ? best.column : undefined;
}
