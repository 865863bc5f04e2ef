import type { Place, PlaceTable } from "@evenhand/standard";
import { type CellTable, keyReader } from "../cell-table.ts";

/** Events and residents of one group in one area. */
export type AreaRow = {
  readonly place: Place;
  readonly group: string;
  readonly count: number;
  readonly exposure: number;
};

/** Events by area and group, and the records that belong to no area of the file. */
export type AreaRows = {
  readonly rows: readonly AreaRow[];
  /** Records with a group and an area of the file. */
  readonly matched: number;
  /** Records with a group, without an area or with one that the file does not have. */
  readonly unmatched: number;
};

/** A name as two files may spell it: without case, marks and "neighborhood". */
export function areaKey(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\b(neighbou?rhood|precinct|district|beat|ward|tract)\b/g, "")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/^0+(?=\d)/, "");
}

/** How many of the file's areas occur in the records' column. */
export function matchedPlaces(table: CellTable, column: string, places: PlaceTable): number {
  const area = keyReader(table, column);
  const found = new Set(table.cells.flatMap((cell) => (area(cell) === null ? [] : areaKey(String(area(cell))))));
  return places.places.filter(({ name }) => found.has(areaKey(name))).length;
}

/**
 * Brings records and areas together: every area and group with residents, with 0 events where none is recorded.
 *
 * @param columns area and group columns of the cells
 * @param years that the residents were exposed
 */
export function areaRows(
  table: CellTable,
  places: PlaceTable,
  options: {
    readonly area: string;
    readonly group: string;
    readonly groups: readonly string[];
    readonly years: number;
  },
): AreaRows {
  const [area, group] = [keyReader(table, options.area), keyReader(table, options.group)];
  const known = new Set(places.places.map(({ name }) => areaKey(name)));
  const counts = new Map<string, number>();
  let [matched, unmatched] = [0, 0];
  for (const cell of table.cells) {
    const key = group(cell);
    if (key === null || !options.groups.includes(String(key))) continue;
    const place = area(cell) === null ? "" : areaKey(String(area(cell)));
    if (!known.has(place)) {
      unmatched += cell.count;
      continue;
    }
    matched += cell.count;
    const id = `${place} ${key}`;
    counts.set(id, (counts.get(id) ?? 0) + cell.count);
  }
  const rows = places.places.flatMap((place) =>
    options.groups.flatMap((key): AreaRow[] => {
      const residents = place.residents[key];
      if (residents === undefined) return [];
      const count = counts.get(`${areaKey(place.name)} ${key}`) ?? 0;
      return [{ place, group: key, count, exposure: residents * options.years }];
    }),
  );
  return { rows, matched, unmatched };
}
