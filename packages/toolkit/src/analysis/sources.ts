import { type ReleaseTable, type Scope, type Unit, units } from "@evenhand/standard";
import type { CellQuery } from "../release/cells.ts";
import type { CellTable } from "./cell-table.ts";
import { forceOnly } from "./force-code.ts";
import { type Tally, type TallyOptions, tally } from "./tally.ts";
import { isCountable, tableByUnit } from "./units.ts";

/** Rows that are counted, one unit each, and from which facts about their person or incident are reached. */
export type Source = { readonly unit: Unit; readonly from: ReleaseTable };

/** Table that a fact belongs to. */
export type Home = "persons" | "incidents";

/** Rows of one unit. */
export function unitSource(unit: Unit): Source {
  return { unit, from: tableByUnit[unit] };
}

/**
 * A query on the rows of a source. Rows of the force table are always grouped by their kind too, so that
 * {@link forceOnly} can leave out what is no force; a filter in the query would cost a scan ten times as long.
 */
export function sourceQuery({ from }: Source, by: readonly string[]): CellQuery {
  return { from, by: from === "force" && !by.includes("force_type") ? [...by, "force_type"] : by };
}

/** People are counted in people; where the release cannot tell them apart, in reports, then in uses of force. */
export function personSource(scope: Scope): Source | undefined {
  return firstCountable(scope, ["people", "reports", "force"]);
}

/** Incidents are counted in incidents; where the release cannot tell them apart, in the next unit that it can. */
export function incidentSource(scope: Scope): Source | undefined {
  return firstCountable(scope, units);
}

function firstCountable(scope: Scope, candidates: readonly Unit[]): Source | undefined {
  const unit = candidates.find((candidate) => isCountable(scope, candidate));
  return unit === undefined ? undefined : unitSource(unit);
}

/** A report describes its person itself; every other fact is read where it belongs. */
const describedInReports: readonly string[] = ["race_ethnicity", "gender", "age_band"];

/**
 * Name of a fact's column as a cell query writes it, from the rows of a source.
 *
 * @example sourceColumn(unitSource("force"), "persons", "gender") // "persons.gender"
 */
export function sourceColumn({ from }: Source, home: Home, column: string): string {
  const isOwn = from === home || (from === "reports" && describedInReports.includes(column.replace(/_missing$/, "")));
  return isOwn ? column : `${home}.${column}`;
}

/** Where the missing reason of a fact stands, when it is not in `<column>_missing`. */
export type FactOptions = { readonly missingColumn?: string };

/** Cells of one fact by year, with its missing reasons and, for a fact about a person, why no person is known. */
export function factQuery(source: Source, home: Home, column: string, options: FactOptions = {}): CellQuery {
  const { from } = source;
  const link = home === "persons" && (from === "reports" || from === "force") ? ["person_id_missing"] : [];
  const missing = options.missingColumn ?? `${column}_missing`;
  const names = [column, missing].map((name) => sourceColumn(source, home, name));
  return sourceQuery(source, ["occurred_year", ...names, ...link]);
}

/** Tally of a fact out of the cells of its {@link factQuery}. */
export function factTally(
  source: Source,
  home: Home,
  column: string,
  table: CellTable,
  options: FactOptions & TallyOptions = {},
): Tally {
  const { missingColumn, ...rest } = options;
  const missing = missingColumn === undefined ? {} : { missingColumn: sourceColumn(source, home, missingColumn) };
  return tally(forceOnly(table), sourceColumn(source, home, column), { ...rest, ...missing });
}
