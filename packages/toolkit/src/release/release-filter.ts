import { type ReleaseTable, releaseTables } from "@evenhand/standard";
import { literal } from "./engine.ts";

/** Columns of an incident that may name an area. */
export type AreaName = "neighborhood" | "beat_or_district" | "city" | "county";

/** Which part of a release is read. Everything that is set must hold. */
export type ReleaseFilter = {
  /** Calendar years of the incident, both included; an incident without a date is left out. */
  readonly years?: { readonly from: number; readonly to: number };
  /** Incidents with at least one use of this type of force, by its code. */
  readonly forceType?: string;
  /** Incidents in this area. */
  readonly area?: { readonly column: AreaName; readonly value: string };
  /** People recorded as this group, by its code, and what is linked to them. */
  readonly group?: string;
};

/** Whether it leaves anything out. */
export const isWhole = ({ years, forceType, area, group }: ReleaseFilter): boolean =>
  years === undefined && forceType === undefined && area === undefined && group === undefined;

const hasColumn = (table: ReleaseTable, column: string): boolean =>
  releaseTables[table].some(({ name }) => name === column);

/**
 * The condition, in SQL, for the rows of one table that a filter keeps; undefined where it keeps all. Incidents are chosen
 * first; a group keeps the people recorded so, the incidents they were in, and of other tables the rows linked to them
 * (of tables without a person, the rows of those incidents).
 *
 * @param source gives the SQL that reads a table whole; undefined when the release lacks it
 */
export function filterSql(
  filter: ReleaseFilter,
  table: ReleaseTable,
  source: (table: ReleaseTable) => string | undefined,
): string | undefined {
  const conditions = [...incidentConditions(filter, table, source), ...groupConditions(filter, table, source)];
  return conditions.length === 0 ? undefined : conditions.join(" AND ");
}

type Source = (table: ReleaseTable) => string | undefined;

function incidentConditions(filter: ReleaseFilter, table: ReleaseTable, source: Source): readonly string[] {
  if (!hasColumn(table, "incident_id")) return [];
  const { years, forceType, area } = filter;
  const chosen = [
    ...(years === undefined ? [] : [`occurred_year BETWEEN ${whole(years.from)} AND ${whole(years.to)}`]),
    ...(area === undefined ? [] : [`${areaColumn(area.column)} = ${literal(area.value)}`]),
  ];
  const incidents = chosen.length === 0 ? [] : [among("incident_id", source("incidents"), chosen.join(" AND "))];
  if (forceType === undefined) return incidents;
  return [...incidents, among("incident_id", source("force"), `force_type = ${literal(forceType)}`)];
}

function groupConditions({ group }: ReleaseFilter, table: ReleaseTable, source: Source): readonly string[] {
  if (group === undefined) return [];
  const recorded = `race_ethnicity = ${literal(group)}`;
  if (table === "persons") return [recorded];
  if (hasColumn(table, "person_id")) return [among("person_id", source("persons"), recorded)];
  return hasColumn(table, "incident_id") ? [among("incident_id", source("persons"), recorded)] : [];
}

/** Nothing is kept where the table that decides is not there. */
const among = (column: string, source: string | undefined, condition: string): string =>
  source === undefined ? "false" : `${column} IN (SELECT ${column} FROM ${source} WHERE ${condition})`;

const areaNames: readonly AreaName[] = ["neighborhood", "beat_or_district", "city", "county"];

/** @throws RangeError for a column that names no area */
function areaColumn(column: AreaName): AreaName {
  if (!areaNames.includes(column)) throw new RangeError(`invalid area column; must be one of ${areaNames}: ${column}`);
  return column;
}

/** @throws RangeError for a number that is no year */
function whole(year: number): number {
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new RangeError(`invalid year; must have four digits: ${year}`);
  return year;
}
