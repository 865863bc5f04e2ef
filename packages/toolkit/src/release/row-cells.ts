import type { ReleaseTable } from "@evenhand/standard";
import { cellColumn } from "./cell-column.ts";
import { markName } from "./cell-sql.ts";
import type { Cell, CellQuery, CellReader, SignPlace } from "./cells.ts";
import { isSign, signPlaces } from "./sign-sql.ts";

/** A row of a release table in memory; a column that is absent is missing. */
export type CellRow = Readonly<Record<string, string | number | null | undefined>>;

/**
 * Answers cell queries on rows in memory: the meaning of a cell query in plain code, against which the SQL is tested,
 * and an engine for small data in a browser. Not for large releases: it reads every row for every query.
 *
 * @param tables rows by table; a table that is absent has no cells
 */
export function rowCells(tables: Readonly<Partial<Record<ReleaseTable, readonly CellRow[]>>>): CellReader {
  const personById = new Map((tables.persons ?? []).map((row) => [row.person_id, row]));
  const incidentById = new Map((tables.incidents ?? []).map((row) => [row.incident_id, row]));
  const typesByPerson = new Map<CellRow[string], Set<string>>();
  for (const { person_id, force_type } of tables.force ?? []) {
    if (person_id === null || person_id === undefined || typeof force_type !== "string") continue;
    typesByPerson.set(person_id, (typesByPerson.get(person_id) ?? new Set()).add(force_type));
  }

  const readSign = (places: readonly SignPlace[], { incident_id }: CellRow): 1 | 0 | null => {
    if (incident_id === null || incident_id === undefined) return null;
    const found = places.flatMap(({ table, column, values }) =>
      (tables[table] ?? [])
        .filter((row) => row.incident_id === incident_id && (row[column] ?? null) !== null)
        .map((row) => values.includes(String(row[column]))),
    );
    return found.length === 0 ? null : found.includes(true) ? 1 : 0;
  };

  const readValue = (query: CellQuery, row: CellRow, written: string): string | number | null => {
    if (written.startsWith("mark.")) {
      const types = query.marks?.[markName(query, written)] ?? [];
      const used = typesByPerson.get(row.person_id);
      return used === undefined ? null : types.some((type) => used.has(type)) ? 1 : 0;
    }
    if (isSign(written)) return readSign(signPlaces(query, written), row);
    const { table, name, isPresence } = cellColumn(query.from, written);
    const source =
      table === query.from
        ? row
        : table === "persons"
          ? personById.get(row.person_id)
          : incidentById.get(row.incident_id);
    const value = source?.[name] ?? null;
    return isPresence ? (value === null ? 0 : 1) : value;
  };

  return async (query) => {
    const rows = tables[query.from];
    if (rows === undefined) return [];
    const groups = new Map<string, { key: Cell["key"]; count: number; seen: Set<string | number> }>();
    if (query.by.length === 0) groups.set("[]", { key: [], count: 0, seen: new Set() });
    for (const row of rows) {
      const isKept = Object.entries(query.where ?? {}).every(([column, allowed]) =>
        allowed.includes(readValue(query, row, column)),
      );
      if (!isKept) continue;
      const key = query.by.map((column) => readValue(query, row, column));
      const group = groups.get(JSON.stringify(key)) ?? { key, count: 0, seen: new Set() };
      groups.set(JSON.stringify(key), group);
      group.count += 1;
      const counted = query.distinct === undefined ? null : readValue(query, row, query.distinct);
      if (counted !== null) group.seen.add(counted);
    }
    return [...groups.values()].map(({ key, count, seen }) => ({
      key,
      count: query.distinct === undefined ? count : seen.size,
    }));
  };
}
