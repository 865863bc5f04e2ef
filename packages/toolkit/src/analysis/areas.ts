import type { CellQuery } from "../release/cells.ts";
import rules from "./area-rules.json" with { type: "json" };
import type { CellTable } from "./cell-table.ts";
import { factQuery, factTally, type Source } from "./sources.ts";
import type { Tally } from "./tally.ts";

/** Columns that name an area, finest first. */
export const areaColumns = ["neighborhood", "beat_or_district", "city", "county"] as const;
export type AreaColumn = (typeof areaColumns)[number];

const missing = { missingColumn: "location_missing" } as const;

/** Cells by area, for every column that could name one. */
export function areaCells(source: Source): Record<AreaColumn, CellQuery> {
  const query = (column: AreaColumn) => factQuery(source, "incidents", column, missing);
  return {
    neighborhood: query("neighborhood"),
    beat_or_district: query("beat_or_district"),
    city: query("city"),
    county: query("county"),
  };
}

/** Tally of one area column out of its cells. */
export function areaTally(source: Source, column: AreaColumn, table: CellTable): Tally {
  return factTally(source, "incidents", column, table, missing);
}

/** A column that names areas, and the records in each. */
export type Areas = { readonly column: AreaColumn; readonly tally: Tally };

/**
 * Chooses the column that says best where: the finest that is filled for most records and tells at least two areas
 * apart, else the best filled that does. The limit is in `area-rules.json`.
 *
 * @returns undefined if no column tells areas apart
 */
export function chooseAreas(source: Source, cells: Readonly<Record<AreaColumn, CellTable>>): Areas | undefined {
  const candidates = areaColumns
    .map((column) => ({ column, tally: areaTally(source, column, cells[column]) }))
    .filter(({ tally }) => tally.values.length > 1);
  const mostlyFilled = candidates.find(({ tally }) => tally.known / tally.total >= rules.filledShare.value);
  return mostlyFilled ?? candidates.toSorted((left, right) => right.tally.known - left.tally.known)[0];
}

/**
 * Whether a city or county column says where within the agency's area, and does not just repeat the agency's own
 * town: no one place may hold most records. The limit is in `area-rules.json`.
 */
export function saysWhere(places: Tally): boolean {
  const largest = places.values[0]?.count ?? 0;
  return places.values.length > 1 && largest / places.known <= rules.largestPlaceShare.value;
}
