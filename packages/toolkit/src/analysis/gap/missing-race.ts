import type { Finding, FindingRow, Scope } from "@evenhand/standard";
import type { CellQuery } from "../../release/cells.ts";
import { missingnessTest } from "../../stats/missing/missingness-test.ts";
import { cannotSay, countFinding } from "../build-finding.ts";
import type { CaveatId } from "../caveat.ts";
import { type CellTable, keyReader } from "../cell-table.ts";
import { forceKind, forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { factQuery, personSource, type Source, sourceColumn, sourceQuery, unitSource } from "../sources.ts";
import { missingIn, tally } from "../tally.ts";
import rules from "./missing-race-rules.json" with { type: "json" };

/** Groups between which the missing are compared. */
export type MissingBy = "year" | "place" | "force-family";

const dimensions = {
  year: { field: "incident.occurred_date" },
  place: { field: "location" },
  "force-family": { field: "force_application.force_type", codeList: "force_family" },
} as const satisfies Record<MissingBy, Finding["dimension"]>;

/** Cells for missing race by one grouping. `area` is the incident column that names a place. */
export function missingRaceQuery(scope: Scope, grouping: MissingBy, area?: string): CellQuery {
  const source = sourceOf(scope, grouping);
  const { by } = factQuery(source, "persons", "race_ethnicity");
  if (grouping === "year") return sourceQuery(source, by);
  if (grouping === "force-family") return sourceQuery(source, ["force_type", "force_type_missing", ...by]);
  const place = sourceColumn(source, "incidents", area ?? "");
  return sourceQuery(source, [place, ...by.filter((column) => column !== "occurred_year")]);
}

const sourceOf = (scope: Scope, grouping: MissingBy): Source =>
  grouping === "force-family" ? unitSource("force") : (personSource(scope) ?? unitSource("people"));

/**
 * Where race is missing: rows are groups with the count and share of their own records that lack it, years in order,
 * other groups with the largest share first.
 * `values` hold the lowest and highest share among groups large enough, their difference, and a chi-square test of
 * evenness. Missing that is not spread evenly means that known records do not stand for all.
 */
export function missingRaceFinding(context: QuestionContext, grouping: MissingBy, all: CellTable): Finding {
  const table = forceOnly(all);
  const source = sourceOf(context.scope, grouping);
  const { unit } = source;
  const subject = { question: "gap", measure: `missing-race-by-${grouping}`, element: "race", unit } as const;
  const race = sourceColumn(source, "persons", "race_ethnicity");
  const tallied = tally(table, race);
  if (tallied.total === 0) return cannotSay(context, subject, "no-records");
  if (tallied.known === 0) return cannotSay(context, subject, "not-recorded");

  const groups = groupCounts(table, race, grouping);
  const rows = groups.map(({ key, missing, total }): FindingRow => ({ key, count: missing, share: missing / total }));
  const { values, caveats } = unevenness(groups);
  const method = "missing-by-group" as const;
  return countFinding(context, { ...subject, dimension: dimensions[grouping], method, values, caveats }, tallied, {
    rows,
    numerator: missingIn(tallied),
    ...(typeof values.highest === "string" ? { lead: values.highest } : {}),
    shown: "full",
  });
}

/** Key of the records whose own year, place or kind of force is missing. They are listed but not compared. */
const noGroup = "missing";

const shareOf = ({ missing, total }: GroupCount): number => missing / total;

type GroupCount = { readonly key: string; readonly missing: number; readonly total: number };

function groupCounts(table: CellTable, race: string, grouping: MissingBy): readonly GroupCount[] {
  const group = keyReader(table, table.by[0] ?? "");
  const isMissing = keyReader(table, race);
  const counts = new Map<string, { missing: number; total: number }>();
  for (const cell of table.cells) {
    const value = group(cell);
    const known = grouping === "force-family" ? forceKind(String(value)).family : String(value);
    const key = value === null ? noGroup : known;
    const counted = counts.get(key) ?? { missing: 0, total: 0 };
    counted.total += cell.count;
    if (isMissing(cell) === null) counted.missing += cell.count;
    counts.set(key, counted);
  }
  const byKey = (left: GroupCount, right: GroupCount) => (left.key < right.key ? -1 : 1);
  const groups = [...counts].map(([key, counted]) => ({ key, ...counted }));
  return groups.sort((left, right) => (grouping === "year" ? 0 : shareOf(right) - shareOf(left)) || byKey(left, right));
}

function unevenness(groups: readonly GroupCount[]): {
  values: Record<string, number | string>;
  caveats: readonly CaveatId[];
} {
  const large = groups
    .filter(({ key, total }) => key !== noGroup && total >= rules.minimumGroup.value)
    .toSorted((left, right) => shareOf(right) - shareOf(left));
  const [highest, lowest] = [large[0], large.at(-1)];
  if (highest === undefined || lowest === undefined || large.length < 2)
    return { values: { comparedGroups: large.length }, caveats: [] };
  const difference = highest.missing / highest.total - lowest.missing / lowest.total;
  const test = missingnessTest(large);
  const isUneven = test !== undefined && test.p < rules.level.value && difference >= rules.difference.value;
  const values = {
    comparedGroups: large.length,
    highest: highest.key,
    highestShare: highest.missing / highest.total,
    lowest: lowest.key,
    lowestShare: lowest.missing / lowest.total,
    difference,
    ...(test === undefined ? {} : { chiSquare: test.chiSquare, p: test.p, cramerV: test.cramerV }),
  };
  return { values, caveats: isUneven ? ["missing-not-even"] : [] };
}
