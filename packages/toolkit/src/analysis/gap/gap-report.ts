import type { Finding, FindingRow, Release, Scope } from "@evenhand/standard";
import type { CellQuery, CellReader } from "../../release/cells.ts";
import { areaCells, chooseAreas } from "../areas.ts";
import { countFinding } from "../build-finding.ts";
import { yearKey } from "../by-year.ts";
import type { CellTable } from "../cell-table.ts";
import { type CollectedCells, collectCells } from "../collect-cells.ts";
import { forceOnly } from "../force-code.ts";
import type { QuestionContext } from "../question.ts";
import { incidentSource, sourceQuery, unitSource } from "../sources.ts";
import { coverageFinding } from "./coverage-finding.ts";
import { driftFinding } from "./drift-finding.ts";
import type { ElementState } from "./element-state.ts";
import { elementCells, elementStates } from "./element-states.ts";
import { missingRaceFinding, missingRaceQuery } from "./missing-race.ts";
import { linkFinding, rowExplosionFinding, unitFindings } from "./unit-findings.ts";

/** What a department records and what not. */
export type GapReport = {
  /** One per minimum element, in the standard's order. */
  readonly elements: readonly ElementState[];
  /** The same elements as findings (`gap/<element>/<unit>`), and units, coverage, drift and where race is missing. */
  readonly findings: readonly Finding[];
};

/** What the gap report needs of a release. */
export type GapSubject = Pick<Release, "agency" | "date" | "hash" | "scope" | "lines" | "tables">;

/** Reports what a release holds of the 15 minimum elements and how its counts came about. */
export async function gapReport(release: GapSubject, read: CellReader): Promise<GapReport> {
  const context = questionContext(release);
  const collected = await collectCells(gapCells(release), read);
  const area = await collectArea(release, collected, read);
  return reportGaps(context, release, collected, area);
}

/** Which release the findings are made from. */
export function questionContext(release: GapSubject): QuestionContext {
  return { release: { place: release.agency.id, date: release.date, hash: release.hash }, scope: release.scope };
}

/** Every query of the gap report but the one by place, which depends on the areas found. */
export function gapCells(release: GapSubject): readonly CellQuery[] {
  const { scope } = release;
  return [
    ...Object.values(elementCells(scope)),
    ...Object.values(areaCells(seriesSource(scope))),
    ...Object.values(extraCells(scope)),
    missingRaceQuery(scope, "year"),
    missingRaceQuery(scope, "force-family"),
  ];
}

/** Missing race by place: its cells, once the areas are known. */
export type AreaCells = { readonly column: string; readonly table: CellTable };

/** Asks for missing race by the best filled area; undefined where no column tells areas apart. */
export async function collectArea(
  release: GapSubject,
  collected: CollectedCells,
  read: CellReader,
): Promise<AreaCells | undefined> {
  const source = seriesSource(release.scope);
  const { neighborhood, beat_or_district, city, county } = areaCells(source);
  const areas = chooseAreas(source, {
    neighborhood: collected(neighborhood),
    beat_or_district: collected(beat_or_district),
    city: collected(city),
    county: collected(county),
  });
  if (areas === undefined) return undefined;
  const query = missingRaceQuery(release.scope, "place", areas.column);
  return { column: areas.column, table: { by: query.by, cells: await read(query) } };
}

/** Makes the report from cells already collected. */
export function reportGaps(
  context: QuestionContext,
  release: GapSubject,
  collected: CollectedCells,
  area: AreaCells | undefined,
): GapReport {
  const cells = Object.fromEntries(
    Object.entries(elementCells(context.scope)).map(([name, query]) => [name, collected(query)]),
  );
  const extra = extraCells(context.scope);
  const elements = elementStates(context.scope, cells);
  const findings = [
    ...elements.map((state) => elementFinding(context, state)),
    ...unitFindings(context),
    rowExplosionFinding(context, release),
    linkFinding(context, forceOnly(collected(extra.links))),
    coverageFinding(context, seriesSource(context.scope).unit, forceOnly(collected(extra.months))),
    driftFinding(context, forceOnly(collected(extra.force)), collected(extra.incidents)),
    missingRaceFinding(context, "year", collected(missingRaceQuery(context.scope, "year"))),
    ...(area === undefined ? [] : [missingRaceFinding(context, "place", area.table)]),
    missingRaceFinding(context, "force-family", collected(missingRaceQuery(context.scope, "force-family"))),
  ];
  return { elements, findings };
}

/** Incidents, else the first unit that the release can count. */
const seriesSource = (scope: Scope) => incidentSource(scope) ?? unitSource("incidents");

/** Cells by month of the series that coverage is told from. */
export function monthCells(scope: Scope): CellQuery {
  return extraCells(scope).months;
}

function extraCells(scope: Scope) {
  return {
    links: sourceQuery(unitSource("force"), ["person_id?", "officer_id?", "person_id_missing", "officer_id_missing"]),
    months: sourceQuery(seriesSource(scope), ["occurred_year", "occurred_month"]),
    force: { from: "force", by: ["occurred_year", "force_type", "force_type_missing"] },
    incidents: { from: "incidents", by: ["occurred_year"] },
  } as const satisfies Record<string, CellQuery>;
}

/**
 * Rows are year × `usable`, `unusable` (shares of the records the element applies to) and `not_applicable`; undated
 * records have the key `undated`.
 */
function elementFinding(context: QuestionContext, state: ElementState): Finding {
  const rows = state.byYear.flatMap(({ year, usable, asked, total }): FindingRow[] => {
    const key = yearKey(year);
    const share = (count: number) => (asked === 0 ? {} : { share: count / asked });
    return [
      { key, key2: "usable", count: usable, ...share(usable) },
      { key, key2: "unusable", count: asked - usable, ...share(asked - usable) },
      ...(total > asked ? [{ key, key2: "not_applicable", count: total - asked }] : []),
    ];
  });
  const { id, unit, known, missing, asked, total, years, usable, status, columns, caveats, reason } = state;
  const tallied = { values: [], known, missing, total, ...(years === undefined ? {} : { years }) };
  const values = { usable, asked, usableShare: asked === 0 ? 0 : usable / asked, columns: columns.join(", ") };
  const subject = {
    question: "gap",
    measure: id,
    element: id,
    unit,
    values,
    method: "element-status",
    caveats,
  } as const;
  return countFinding(context, subject, tallied, {
    rows,
    numerator: usable,
    status,
    shown: "full",
    ...(reason === undefined ? {} : { reason }),
  });
}
